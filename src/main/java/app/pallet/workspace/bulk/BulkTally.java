package app.pallet.workspace.bulk;

import app.pallet.operation.CellResult;
import app.pallet.operation.recipe.RecipeWork.Filled;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.view.ViewRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of rows, one by one, and keeps examples. Confined to one thread. */
public final class BulkTally {

  /** Cells that are shown: more than fit on a screen. */
  private static final int SHOWN = 100;

  private final TableSchema schema;
  private final List<BulkReport.Cell> first = new ArrayList<>();
  private final Map<Column, Range> ranges = new LinkedHashMap<>();
  private long changed;
  private long unchanged;
  private long problems;
  private long leftOut;

  /** A tally of no rows of a table yet; the rows hold its {@link RowName#columns}. */
  public BulkTally(TableSchema schema) {
    this.schema = schema;
  }

  /** Counts a row, and what becomes of it. */
  public void add(ViewRow row, List<Filled> filled) {
    if (filled.isEmpty()) {
      unchanged++;
      return;
    }
    boolean isProblem = false;
    for (Filled cell : filled) {
      isProblem |= cell.result() instanceof CellResult.Rejected;
      if (first.size() < SHOWN) {
        first.add(cell(row, cell));
      }
      if (cell.result() instanceof CellResult.Value(var after)) {
        measure(row, cell, after);
      }
    }
    problems += isProblem ? 1 : 0;
    changed += isProblem ? 0 : 1;
  }

  /** Counts rows to which nothing is done. */
  public void leaveOut(long rows) {
    leftOut += rows;
  }

  private void measure(ViewRow row, Filled cell, @Nullable Object after) {
    BigDecimal from = number(row.value(cell.column()));
    BigDecimal to = number(after);
    if (from != null && to != null) {
      BigDecimal change = to.subtract(from);
      Range range = ranges.get(cell.column());
      if (range == null) {
        BulkReport.Cell only = cell(row, cell);
        ranges.put(cell.column(), new Range(change, change, only, only));
      } else if (change.compareTo(range.least) < 0) {
        range.least = change;
        range.lowest = cell(row, cell);
      } else if (change.compareTo(range.greatest) > 0) {
        range.greatest = change;
        range.highest = cell(row, cell);
      }
    }
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Long number -> BigDecimal.valueOf(number);
      case null, default -> null;
    };
  }

  /** How far the numbers of a column have moved so far. */
  private static final class Range {
    private BigDecimal least;
    private BigDecimal greatest;
    private BulkReport.Cell lowest;
    private BulkReport.Cell highest;

    Range(BigDecimal least, BigDecimal greatest, BulkReport.Cell lowest, BulkReport.Cell highest) {
      this.least = least;
      this.greatest = greatest;
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  private BulkReport.Cell cell(ViewRow row, Filled cell) {
    Column column = cell.column();
    String before = row.text(column);
    return switch (cell.result()) {
      case CellResult.Value(var value) ->
          new BulkReport.Cell(
              row.key(),
              name(row),
              column,
              before,
              CellText.plain(column, value),
              Optional.empty());
      case CellResult.Rejected(String text, var why) ->
          new BulkReport.Cell(
              row.key(), name(row), column, before, text, Optional.of(why.message()));
      case CellResult.Untouched untouched -> throw new IllegalArgumentException(cell.toString());
    };
  }

  /** What a row is called. */
  String name(ViewRow row) {
    return RowName.brief(schema, row::text).orElse("New row");
  }

  /** What was counted. */
  public BulkReport report() {
    Map<Column, BulkReport.Extremes> extremes = new LinkedHashMap<>();
    ranges.forEach((column, range) ->
        extremes.put(column, new BulkReport.Extremes(range.lowest, range.highest)));
    return new BulkReport(
        changed + unchanged + problems + leftOut,
        changed,
        unchanged,
        problems,
        leftOut,
        first,
        extremes);
  }
}
