package app.pallet.operation.fill;

import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the first rows of a block go on in the others, each column by itself. */
public final class FillRows implements Operation {

  /**
   * A column on its way.
   *
   * @param left rows at the beginning that stay as they are
   */
  private record Filled(Series series, int left) {}

  private final Map<Column, Filled> columns;

  private FillRows(Map<Column, Filled> columns) {
    this.columns = Collections.unmodifiableMap(columns);
  }

  /**
   * The first rows go on in those behind them.
   *
   * @param rows the first ones, in the order in which they are gone through
   */
  public static FillRows of(
      List<? extends RowCells> rows, List<Column> columns, boolean counting, CellFormat format) {
    Map<Column, Filled> filled = new LinkedHashMap<>();
    for (Column column : columns) {
      filled.put(column, new Filled(Series.ofRows(rows, column, counting, format), rows.size()));
    }
    return new FillRows(filled);
  }

  /**
   * The filled cells at the beginning of each column are counted on; only the first one if there is
   * no empty cell in these rows.
   */
  public static FillRows ofFilled(
      List<? extends RowCells> rows, List<Column> columns, CellFormat format) {
    Map<Column, Filled> filled = new LinkedHashMap<>();
    for (Column column : columns) {
      int first = Series.filled(rows, column);
      filled.put(
          column, new Filled(Series.ofRows(rows.subList(0, first), column, true, format), first));
    }
    return new FillRows(filled);
  }

  @Override
  public Set<Column> reads() {
    return Set.of();
  }

  @Override
  public Set<Column> writes() {
    return columns.keySet();
  }

  @Override
  public Operation started() {
    return new Run();
  }

  @Override
  public CellResult apply(RowCells row, Column column, RowCells first) {
    return at(column, 0);
  }

  private CellResult at(Column column, long place) {
    Filled filled = columns.get(column);
    return filled == null || place < filled.left()
        ? new CellResult.Untouched()
        : filled.series().at(column, place - filled.left() + 1);
  }

  /** Counts the rows of one run. */
  private final class Run implements Operation {

    private final Map<Column, Long> places = new HashMap<>();

    @Override
    public Set<Column> reads() {
      return Set.of();
    }

    @Override
    public Set<Column> writes() {
      return FillRows.this.writes();
    }

    @Override
    public CellResult apply(RowCells row, Column column, RowCells first) {
      return at(column, places.merge(column, 1L, Long::sum) - 1);
    }
  }
}
