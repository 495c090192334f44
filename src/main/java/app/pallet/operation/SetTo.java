package app.pallet.operation;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts the same text into every cell; an empty text empties them. */
public final class SetTo implements Operation {

  private final Map<Column, CellResult> results;

  private SetTo(Map<Column, CellResult> results) {
    this.results = results;
  }

  /**
   * Reads a text once for each column, not once for each cell.
   *
   * @param columns the columns that are filled
   * @param format how numbers and dates are meant where a column doesn't tell
   */
  public static SetTo of(String text, Collection<Column> columns, CellFormat format) {
    return of(text, columns, column -> CellParser.parse(column, text, format));
  }

  /** The same with another way to read it. */
  public static SetTo of(
      String text, Collection<Column> columns, Function<Column, CellReading> reading) {
    Map<Column, CellResult> results = new LinkedHashMap<>();
    columns.forEach(column -> results.put(column, CellResult.of(reading.apply(column), text)));
    return new SetTo(results);
  }

  @Override
  public Set<Column> reads() {
    return Set.of();
  }

  @Override
  public Set<Column> writes() {
    return results.keySet();
  }

  @Override
  public CellResult apply(RowCells row, Column column, RowCells first) {
    CellResult result = results.get(column);
    return result == null ? new CellResult.Untouched() : result;
  }
}
