package app.pallet.workspace.history;

import app.pallet.change.RowChange;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.List;

/**
 * A cell of a committed change, as texts.
 *
 * @param column which one
 * @param before what it held, or an empty text
 * @param after what it holds since, or an empty text
 */
public record ChangedCell(Column column, String before, String after) {

  /**
   * The cells of a change: what an edit changed, what an added row got, what a deleted one had;
   * without empty ones of the latter two.
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
