package app.pallet.spreadsheet;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is pending already when rows are matched, so that a block pasted twice adds no row twice and
 * a value set back to what the database holds is not taken for unchanged. A snapshot, for any
 * thread.
 */
public final class PendingRows {

  /** Nothing is pending. */
  public static final PendingRows NONE = new PendingRows(Map.of(), Map.of());

  private final Map<Object, RowKey.New> adds;
  private final Map<RowKey, RowChange> edits;

  private PendingRows(Map<Object, RowKey.New> adds, Map<RowKey, RowChange> edits) {
    this.adds = adds;
    this.edits = edits;
  }

  /** What is pending in a change set now; to be called on its thread. */
  public static PendingRows of(ChangeSet changes, Column key) {
    Map<Object, RowKey.New> adds = new HashMap<>();
    Map<RowKey, RowChange> edits = new HashMap<>();
    for (RowChange change : changes.changes()) {
      if (change instanceof RowChange.Add add) {
        Object value = add.after().get(key);
        if (value != null) {
          adds.putIfAbsent(value, add.key());
        }
      } else {
        edits.put(change.key(), change);
      }
    }
    return new PendingRows(adds, edits);
  }

  /** The pending new row that has this key value. */
  Optional<RowKey.New> add(Object keyValue) {
    return Optional.ofNullable(adds.get(keyValue));
  }

  /** The pending edit or delete of a row. */
  Optional<RowChange> change(RowKey.Existing key) {
    return Optional.ofNullable(edits.get(key));
  }
}
