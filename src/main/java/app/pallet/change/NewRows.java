package app.pallet.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The rows to be added in the order of their numbers, with constant-time access by place. A row
 * that comes back by undo is put where its number belongs.
 */
final class NewRows {

  private static final Comparator<RowKey.New> BY_NUMBER =
      Comparator.comparingLong(RowKey.New::number);

  private final List<RowKey.New> keys;

  NewRows() {
    keys = new ArrayList<>();
  }

  NewRows(NewRows other) {
    keys = new ArrayList<>(other.keys);
  }

  /** The same rows but some. */
  NewRows(NewRows other, Set<RowKey> gone) {
    keys = new ArrayList<>(Math.max(0, other.keys.size() - gone.size()));
    for (RowKey.New key : other.keys) {
      if (!gone.contains(key)) {
        keys.add(key);
      }
    }
  }

  int size() {
    return keys.size();
  }

  RowKey.New get(int index) {
    return keys.get(index);
  }

  int indexOf(RowKey.New key) {
    return Math.max(-1, Collections.binarySearch(keys, key, BY_NUMBER));
  }

  /** Takes in and gives up many rows at once, in time about linear in the rows there are. */
  void update(List<RowKey.New> added, Set<RowKey.New> removed) {
    if (!removed.isEmpty()) {
      keys.removeIf(removed::contains);
    }
    keys.addAll(added);
    keys.sort(BY_NUMBER); // linear where the rows are in order already, as they nearly always are
  }
}
