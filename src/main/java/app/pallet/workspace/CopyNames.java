package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.schema.Column;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds names for copies that no other row to be added has: {@code A-1-copy}, {@code A-1-copy-2}.
 */
final class CopyNames {

  private final Set<Object> taken = new HashSet<>();

  CopyNames(Column column, ChangeSet changes) {
    for (RowChange change : changes.changes()) {
      Object value = change.after().get(column);
      if (value != null) {
        taken.add(value);
      }
    }
  }

  String next(String original) {
    String name = original + "-copy";
    for (int number = 2; !taken.add(name); number++) {
      name = original + "-copy-" + number;
    }
    return name;
  }
}
