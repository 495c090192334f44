package app.pallet.operation.text;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.NoResultException;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.Set;

/**
 * Makes a text by a rule. A text of the column itself that could not be taken is changed, too, and
 * may be taken then. An empty cell stays empty, unless the rule fills it.
 *
 * @param from the column whose text the rule begins with, often the column itself
 */
public record ChangeText(Column column, Column from, TextRule rule) implements ColumnOperation {

  public ChangeText {
    ColumnOperation.requireWritable(column);
    ColumnOperation.require(column.type().isText() || !from.equals(column), column, "texts");
  }

  @Override
  public Set<Column> reads() {
    return from.equals(column) ? Set.of(column) : Set.of(column, from);
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    boolean isOwn = from.equals(column);
    if (!isOwn && row.rejectedText(from).isPresent()) {
      return CellResult.unusable(row, column, from);
    }
    String text = row.text(from);
    if (text.isEmpty() && !rule.fillsEmpty()) {
      return new CellResult.Untouched();
    }
    try {
      String result = rule.apply(text);
      return isOwn && result.equals(text)
          ? new CellResult.Untouched()
          : CellResult.ofText(column, result, CellFormat.PLAIN);
    } catch (NoResultException e) {
      return CellResult.refused(row, column, e.why());
    }
  }
}
