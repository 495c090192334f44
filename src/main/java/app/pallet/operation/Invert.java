package app.pallet.operation;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.Set;

/** Makes yes of no, and no of yes. An empty cell stays empty. */
public record Invert(Column column) implements ColumnOperation {

  public Invert {
    ColumnOperation.requireWritable(column);
    ColumnOperation.require(column.type() == ColumnType.YES_NO, column, "yes or no");
  }

  @Override
  public Set<Column> reads() {
    return Set.of(column);
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    if (row.rejectedText(column).isPresent()) {
      return CellResult.unusable(row, column, column);
    }
    return row.value(column) instanceof Boolean yes
        ? new CellResult.Value(!yes)
        : new CellResult.Untouched();
  }
}
