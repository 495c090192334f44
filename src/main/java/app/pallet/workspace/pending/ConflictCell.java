package app.pallet.workspace.pending;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;

/**
 * A row, or one cell of it, for which the user and somebody else want different things.
 *
 * @param change what the user wants
 * @param current the row as it is now; empty if somebody deleted it
 * @param product how the user knows the row, such as by its SKU
 * @param column the column of the cell; empty for the whole row, which one of the two deletes
 */
public record ConflictCell(
    RowChange change, Optional<Row> current, String product, Optional<Column> column) {

  /** All conflicts of a row as it is now; none if it is no longer in conflict. */
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
        .orElse(
            switch (change) {
              case RowChange.Add _ -> "added";
              case RowChange.Edit _ -> "changed";
              case RowChange.Delete _ -> "deleted";
            });
  }

  /** What the catalogue holds now: the cell's text, or what became of the row. */
  public String theirs() {
    return column
        .flatMap(c -> current.map(row -> CellText.plain(c, row.values().get(c))))
        .orElse(isAdd() ? "perhaps there" : current.isPresent() ? "changed" : "deleted");
  }

  /** Whether the user's wish can still be fulfilled. It can't if the row is gone. */
  public boolean canBeMine() {
    return isAdd() || current.isPresent();
  }

  /** Whether the row is one of which nobody knows whether a commit has added it. */
  public boolean isAdd() {
    return change instanceof RowChange.Add;
  }
}
