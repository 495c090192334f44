package app.pallet.operation.typed;

import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.operation.SetTo;
import app.pallet.operation.formula.Calculate;
import app.pallet.operation.formula.Formula;
import app.pallet.operation.formula.FormulaException;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads texts that are typed into cells. In a column of numbers {@code +10%}, {@code *1.1} and
 * {@code =cost*2} are worked out from what the row holds, in one of dates {@code today}, {@code
 * 1.5.} and {@code +7} are days. In a column of texts a text is always itself.
 *
 * @param format how numbers and dates are meant
 * @param clock tells what day it is
 * @param called finds a column by a name of it, for formulas
 */
public record TypedText(CellFormat format, Clock clock, Function<String, Optional<Column>> called) {

  /** Puts a typed text into columns, each as it is meant there. */
  public Operation in(Collection<Column> columns, String text) {
    Map<Column, Operation> operations = new LinkedHashMap<>();
    for (Column column : columns) {
      operations.put(
          column, meant(column, text).orElseGet(() -> SetTo.of(text, List.of(column), format)));
    }
    return operations.size() == 1
        ? operations.values().iterator().next()
        : new InColumns(operations);
  }

  /** What a typed text does in a column; empty if it stands for itself. */
  public Optional<Operation> meant(Column column, String text) {
    String trimmed = CellText.trim(text);
    if (trimmed.isEmpty() || column.isReadOnly()) {
      return Optional.empty();
    }
    return switch (column.type()) {
      case WHOLE_NUMBER, DECIMAL, MONEY ->
          formula(column, trimmed).or(() -> TypedAmount.read(column, trimmed, format.numbers()));
      case DATE, TIMESTAMP ->
          formula(column, trimmed).or(() -> new TypedDay(column, format, clock).read(trimmed));
      case TEXT, CHOICE, YES_NO -> Optional.empty();
    };
  }

  private Optional<Operation> formula(Column column, String text) {
    if (!text.startsWith("=")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Calculate(column, Formula.parse(text.substring(1), called), RoundingMode.HALF_UP));
    } catch (FormulaException e) {
      String message = String.valueOf(e.getMessage());
      return Optional.of(
          refused(
              column,
              text,
              new CellReading.Rejected(
                  "%s (at character %d)".formatted(message, e.start() + 2),
                  "a formula such as =cost*1.4")));
    }
  }

  /** An operation that leaves the text in every cell, with what is wrong with it. */
  static Operation refused(Column column, String text, CellReading.Rejected why) {
    return SetTo.of(text, List.of(column), any -> why);
  }

  /** An operation for each column. */
  private record InColumns(Map<Column, Operation> operations) implements Operation {

    @Override
    public Set<Column> reads() {
      Set<Column> reads = new LinkedHashSet<>();
      operations.values().forEach(operation -> reads.addAll(operation.reads()));
      return reads;
    }

    @Override
    public Set<Column> writes() {
      return Collections.unmodifiableSet(operations.keySet());
    }

    @Override
    public Operation started() {
      Map<Column, Operation> started = new HashMap<>();
      operations.forEach((column, operation) -> started.put(column, operation.started()));
      return new InColumns(started);
    }

    @Override
    public CellResult apply(RowCells row, Column column, RowCells first) {
      Operation operation = operations.get(column);
      return operation == null ? new CellResult.Untouched() : operation.apply(row, column, first);
    }
  }
}
