package app.pallet.workspace.pending;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;

/**
 * A row, or one cell of it, of which the user and somebody else want different things.
 *
 * @param change what the user wants
 * @param current the row as it is now; empty if somebody deleted it
 * @param product how the user knows the row, such as by its SKU
 * @param column the cell; empty where the whole row is meant, because one of the two deletes it
 */
public record ConflictCell(
    RowChange change, Optional<Row> current, String product, Optional<Column> column) {

  /** All of a row, given how it is now; none if it is not in conflict any more. */
  static List<ConflictCell> of(RowChange change, Optional<Row> current, String product) {
    if (current.isEmpty() || change instanceof RowChange.Delete) {
      return List.of(new ConflictCell(change, current, product, Optional.empty()));
    }
    return change.before().differences(current.get().values()).stream()
        .map(column -> new ConflictCell(change, current, product, Optional.of(column)))
        .toList();
  }

  /** What the user saw. */
  public String original() {
    return column.map(c -> CellText.plain(c, change.before().get(c))).orElse("");
  }

  /** What the user wants: the cell's text, or what to do with the row. */
  public String mine() {
    return column
        .map(c -> CellText.plain(c, change.after().get(c)))
        .orElse(change instanceof RowChange.Delete ? "deleted" : "changed");
  }

  /** What the catalogue holds now: the cell's text, or what became of the row. */
  public String theirs() {
    return column
        .flatMap(c -> current.map(row -> CellText.plain(c, row.values().get(c))))
        .orElse(current.isPresent() ? "changed" : "deleted");
  }

  /** Whether what the user wants can still be had: not of a row that is gone. */
  public boolean canBeMine() {
    return current.isPresent();
  }
}
