package app.pallet.operation.text;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes a text of several columns. A cell stays as it is where all of them are empty. */
public record Template(Column column, TextPattern pattern) implements ColumnOperation {

  public Template {
    ColumnOperation.requireWritable(column);
  }

  @Override
  public Set<Column> reads() {
    Set<Column> reads = new LinkedHashSet<>(pattern.columns());
    reads.add(column);
    return reads;
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    return pattern
        .unusable(row)
        .map(source -> CellResult.unusable(row, column, source))
        .orElseGet(() -> {
          String text = pattern.of(row);
          return text.isEmpty()
              ? new CellResult.Untouched()
              : CellResult.ofText(column, text, CellFormat.PLAIN);
        });
  }
}
