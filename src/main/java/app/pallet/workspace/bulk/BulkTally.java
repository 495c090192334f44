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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of rows, one by one, and keeps examples. Confined to one thread. */
public final class BulkTally {

  /** Cells that are shown: more than fit on a screen. */
  private static final int SHOWN = 100;

  /** Problems and rows that stay as they are, which are shown in a few lines. */
  private static final int NAMED = 20;

  private final TableSchema schema;
  private final List<BulkReport.Cell> first = new ArrayList<>();
  private final List<BulkReport.Cell> wrong = new ArrayList<>();
  private final List<BulkReport.Staying> staying = new ArrayList<>();
  private final Map<Column, Range> ranges = new LinkedHashMap<>();
  private final List<Sums> sums;
  private long changed;
  private long unchanged;
  private long problems;
  private long leftOut;

  /**
   * A tally of no rows of a table yet; the rows hold its {@link RowName#columns}.
   *
   * @param written the columns that are filled
   */
  public BulkTally(TableSchema schema, Collection<Column> written) {
    this.schema = schema;
    sums = written.stream().filter(c -> c.type().isNumeric()).map(Sums::new).toList();
  }

  /** Counts a row, and what becomes of it. */
  public void add(ViewRow row, List<Filled> filled) {
    sums.forEach(each -> each.add(row, filled));
    if (filled.isEmpty()) {
      unchanged++;
      return;
    }
    boolean isProblem = false;
    for (Filled cell : filled) {
      boolean isWrong = cell.result() instanceof CellResult.Rejected;
      isProblem |= isWrong;
      if (first.size() < SHOWN) {
        first.add(cell(row, cell));
      }
      if (isWrong && wrong.size() < NAMED) {
        wrong.add(cell(row, cell));
      }
      if (cell.result() instanceof CellResult.Value(var after)) {
        measure(row, cell, after);
      }
    }
    problems += isProblem ? 1 : 0;
    changed += isProblem ? 0 : 1;
  }

  /** Counts a row to which nothing is done. */
  public void leaveOut(ViewRow row, BulkReport.Reason reason) {
    leftOut++;
    if (reason != BulkReport.Reason.TAKEN_OUT && staying.size() < NAMED) {
      staying.add(new BulkReport.Staying(name(row), reason));
    }
  }

  /** Counts rows that are no longer there. */
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

  /** What the numbers of a column come to so far, before and after. */
  private static final class Sums {

    private final Column column;
    private final Sum before = new Sum();
    private final Sum after = new Sum();

    Sums(Column column) {
      this.column = column;
    }

    void add(ViewRow row, List<Filled> filled) {
      BigDecimal from = number(row.value(column));
      BigDecimal to = from;
      for (Filled cell : filled) {
        if (cell.column().equals(column) && cell.result() instanceof CellResult.Value(var value)) {
          to = number(value);
        }
      }
      before.add(from);
      after.add(to);
    }
  }

  /** Adds up numbers. */
  private static final class Sum {

    private long count;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal least = BigDecimal.ZERO;
    private BigDecimal greatest = BigDecimal.ZERO;

    void add(@Nullable BigDecimal number) {
      if (number != null) {
        total = total.add(number);
        least = count == 0 ? number : least.min(number);
        greatest = count == 0 ? number : greatest.max(number);
        count++;
      }
    }

    BulkReport.Numbers numbers() {
      return new BulkReport.Numbers(count, total, least, greatest);
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
    Map<Column, BulkReport.Totals> totals = new LinkedHashMap<>();
    for (Sums each : sums) {
      if (each.before.count > 0 || each.after.count > 0) {
        totals.put(each.column, new BulkReport.Totals(each.before.numbers(), each.after.numbers()));
      }
    }
    return new BulkReport(
        changed + unchanged + problems + leftOut,
        changed,
        unchanged,
        problems,
        leftOut,
        first,
        wrong,
        staying,
        extremes,
        totals);
  }
}
