package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowKey;
import app.pallet.rows.keys.RowIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows to be added that the view shows. Some may be left out. A row that is added later is
 * always shown, because nobody adds a row to see it vanish. Owner thread only.
 */
final class AddedRows {

  private final ChangeSet changes;
  private RowIds leftOut = RowIds.NONE;
  private Optional<List<RowKey.New>> shown = Optional.empty();

  AddedRows(ChangeSet changes) {
    this.changes = changes;
  }

  /** Shows all rows except those with these numbers. */
  void leaveOut(RowIds numbers) {
    if (!leftOut.equals(numbers)) {
      leftOut = numbers;
      changed();
    }
  }

  /** Hears that rows to be added came or went. */
  void changed() {
    shown = leftOut.size() == 0 ? Optional.empty() : Optional.of(found());
  }

  int count() {
    return shown.map(List::size).orElseGet(changes::newRowCount);
  }

  /** The rows in their order, as they are now. */
  List<RowKey.New> shown() {
    return shown.orElseGet(
        () -> IntStream.range(0, changes.newRowCount()).mapToObj(changes::newRowAt).toList());
  }

  /** Number of rows that are not shown. */
  int leftOut() {
    return changes.newRowCount() - count();
  }

  RowKey.New at(int index) {
    return shown.map(rows -> rows.get(index)).orElseGet(() -> changes.newRowAt(index));
  }

  /** The place of a row, or -1. */
  int indexOf(RowKey.New key) {
    return shown.map(rows -> rows.indexOf(key)).orElseGet(() -> changes.indexOfNewRow(key));
  }

  private List<RowKey.New> found() {
    List<RowKey.New> found = new ArrayList<>();
    for (int i = 0; i < changes.newRowCount(); i++) {
      RowKey.New key = changes.newRowAt(i);
      if (!leftOut.contains(key.number())) {
        found.add(key);
      }
    }
    return found;
  }
}
