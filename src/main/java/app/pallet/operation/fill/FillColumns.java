package app.pallet.operation.fill;

import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the first cells of each row go on in the others. A value goes into a column of another type
 * as its text.
 *
 * @param columns in the order in which they are filled
 * @param first how many of them are there; 0 for those that hold something in the row
 * @param counting whether they are counted on where they show a rule
 * @param format how a text is read that its column could not take
 */
public record FillColumns(List<Column> columns, int first, boolean counting, CellFormat format)
    implements Operation {

  public FillColumns {
    columns = List.copyOf(columns);
  }

  @Override
  public Set<Column> reads() {
    return new LinkedHashSet<>(first == 0 ? columns : columns.subList(0, first));
  }

  @Override
  public Set<Column> writes() {
    return new LinkedHashSet<>(columns.subList(Math.max(1, first), columns.size()));
  }

  @Override
  public CellResult apply(RowCells row, Column column, RowCells above) {
    int there = first > 0 ? first : filled(row);
    int place = columns.indexOf(column);
    return place < there
        ? new CellResult.Untouched()
        : Series.ofColumns(row, columns.subList(0, there), counting, format)
            .at(column, place - there + 1L);
  }

  private int filled(RowCells row) {
    int filled = 0;
    while (filled < columns.size() && Series.isFilled(row, columns.get(filled))) {
      filled++;
    }
    return filled == columns.size() ? 1 : filled;
  }
}
