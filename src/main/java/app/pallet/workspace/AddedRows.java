package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows to be added that the view shows: all of them, or some and whatever came later, since
 * nobody adds a row to see it vanish. Owner thread only.
 */
final class AddedRows {

  private final ChangeSet changes;
  private Optional<Set<RowKey.New>> wanted = Optional.empty();
  private long newest;
  private Optional<List<RowKey.New>> shown = Optional.empty();

  AddedRows(ChangeSet changes) {
    this.changes = changes;
  }

  /** Shows these and those that come from now on; all rows if empty. */
  void limit(Optional<Set<RowKey.New>> rows) {
    wanted = rows;
    newest = 0;
    for (int i = 0; rows.isPresent() && i < changes.newRowCount(); i++) {
      newest = Math.max(newest, changes.newRowAt(i).number());
    }
    changed();
  }

  /** Rows to be added came or went. */
  void changed() {
    shown = wanted.map(this::found);
  }

  int count() {
    return shown.map(List::size).orElseGet(changes::newRowCount);
  }

  RowKey.New at(int index) {
    return shown.map(rows -> rows.get(index)).orElseGet(() -> changes.newRowAt(index));
  }

  /** Place of a row, or -1. */
  int indexOf(RowKey.New key) {
    return shown.map(rows -> rows.indexOf(key)).orElseGet(() -> changes.indexOfNewRow(key));
  }

  private List<RowKey.New> found(Set<RowKey.New> rows) {
    List<RowKey.New> found = new ArrayList<>();
    for (int i = 0; i < changes.newRowCount(); i++) {
      RowKey.New key = changes.newRowAt(i);
      if (key.number() > newest || rows.contains(key)) {
        found.add(key);
      }
    }
    return found;
  }
}
