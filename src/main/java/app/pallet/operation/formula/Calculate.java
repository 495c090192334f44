package app.pallet.operation.formula;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.NoResultException;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Fills a column by a formula. A cell stays as it is where nothing comes out, because a value that
 * the formula needs is missing.
 *
 * @param rounding to the decimals that the column keeps
 */
public record Calculate(Column column, Formula formula, RoundingMode rounding)
    implements ColumnOperation {

  public Calculate {
    ColumnOperation.requireWritable(column);
  }

  @Override
  public Set<Column> reads() {
    Set<Column> reads = new LinkedHashSet<>(formula.reads());
    reads.add(column);
    return reads;
  }

  @Override
  public Operation started() {
    return new Run(formula.calculator());
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    return result(formula.calculator(), row);
  }

  private CellResult result(Formula.Calculator calculator, RowCells row) {
    for (Column read : formula.reads()) {
      if (row.rejectedText(read).isPresent()) {
        return CellResult.unusable(row, column, read);
      }
    }
    try {
      return calculator
          .of(row)
          .map(value -> result(row, value))
          .orElseGet(CellResult.Untouched::new);
    } catch (FormulaException e) {
      return CellResult.refused(
          row,
          column,
          "%s (at character %d of the formula)".formatted(e.getMessage(), e.start() + 1));
    } catch (NoResultException e) {
      return CellResult.refused(row, column, e.why());
    }
  }

  private CellResult result(RowCells row, Object value) {
    ColumnType type = column.type();
    return switch (value) {
      case BigDecimal number when type.isNumeric() -> CellResult.ofNumber(column, number, rounding);
      case Boolean yes when type == ColumnType.YES_NO ->
          CellResult.of(CellRules.check(column, yes), row.text(column));
      case Instant moment when type == ColumnType.TIMESTAMP ->
          CellResult.of(CellRules.check(column, moment), moment.toString());
      case Instant moment when type == ColumnType.DATE ->
          CellResult.ofText(
              column, moment.atZone(ZoneOffset.UTC).toLocalDate().toString(), CellFormat.PLAIN);
      case String text when type.isText() -> CellResult.ofText(column, text, CellFormat.PLAIN);
      case BigDecimal number when type.isText() ->
          CellResult.ofText(column, Functions.plain(number), CellFormat.PLAIN);
      case Instant moment when type.isText() ->
          CellResult.ofText(column, Functions.written(moment), CellFormat.PLAIN);
      default ->
          CellResult.refused(
              row,
              column,
              "The formula gives \"%s\", which is no %s".formatted(value, type.label()));
    };
  }

  /** The formula over the rows of one run, with a copy of the expression for its thread. */
  private final class Run implements Operation {

    private final Formula.Calculator calculator;

    Run(Formula.Calculator calculator) {
      this.calculator = calculator;
    }

    @Override
    public Set<Column> reads() {
      return Calculate.this.reads();
    }

    @Override
    public Set<Column> writes() {
      return Calculate.this.writes();
    }

    @Override
    public CellResult apply(RowCells row, Column cell, RowCells first) {
      return result(calculator, row);
    }
  }
}
