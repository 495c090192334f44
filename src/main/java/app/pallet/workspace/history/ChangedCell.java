package app.pallet.workspace.history;

import app.pallet.change.RowChange;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.List;

/**
 * A cell of a committed change, as texts.
 *
 * @param column the column of the cell
 * @param before its text before, or an empty text
 * @param after its text after, or an empty text
 */
public record ChangedCell(Column column, String before, String after) {

  /**
   * The cells of a change: those that an edit changed, or the filled cells of an added or deleted
   * row.
   */
  public static List<ChangedCell> of(RowChange change) {
    List<Column> columns =
        change instanceof RowChange.Delete
            ? change.before().columns().asList()
            : change.after().columns().asList();
    return columns.stream()
        .filter(column -> !column.isReadOnly())
        .map(column ->
            new ChangedCell(
                column,
                CellText.plain(column, change.before().get(column)),
                CellText.plain(column, change.after().get(column))))
        .filter(cell -> !cell.before().equals(cell.after()))
        .toList();
  }
}
