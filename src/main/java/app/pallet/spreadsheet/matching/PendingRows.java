package app.pallet.spreadsheet.matching;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is already pending when rows are matched. Because of it, a block that is pasted twice adds
 * no row twice, and a value that is set back to what the database holds counts as a change. A
 * stored row is known by the key that it will have, as the table shows it, and no longer by its old
 * one. A snapshot, for any thread.
 */
public final class PendingRows {

  /** Nothing is pending. */
  public static final PendingRows NONE = new PendingRows(Map.of(), Map.of(), Map.of(), Set.of());

  private final Map<Object, RowKey.New> adds;
  private final Map<RowKey, RowChange> edits;
  private final Map<Object, RowKey.Stored> renamed;
  private final Set<Object> shared;

  private PendingRows(
      Map<Object, RowKey.New> adds,
      Map<RowKey, RowChange> edits,
      Map<Object, RowKey.Stored> renamed,
      Set<Object> shared) {
    this.adds = adds;
    this.edits = edits;
    this.renamed = renamed;
    this.shared = shared;
  }

  /** What is pending, by a key. */
  public static PendingRows of(Collection<RowChange> pending, MatchKey key) {
    Map<Object, RowKey.New> adds = new HashMap<>();
    Map<RowKey, RowChange> edits = new HashMap<>();
    Map<Object, RowKey.Stored> renamed = new HashMap<>();
    Set<Object> shared = new HashSet<>();
    for (RowChange change : pending) {
      Object value = key.value(change.after());
      switch (change) {
        case RowChange.Add add -> {
          if (value != null) {
            adds.putIfAbsent(value, add.key());
          }
        }
        case RowChange.Edit edit -> {
          edits.put(edit.key(), edit);
          if (value != null && renamed.putIfAbsent(value, edit.key()) != null) {
            shared.add(value);
          }
        }
        case RowChange.Delete delete -> edits.put(delete.key(), delete);
      }
    }
    return new PendingRows(adds, edits, renamed, shared);
  }

  /** Whether no change or deletion of a stored row is pending. */
  boolean leavesStoredRows() {
    return edits.isEmpty();
  }

  /** Whether a stored row is no longer known by the key that it has in the catalogue. */
  boolean renames(RowKey.Stored row, MatchKey key) {
    return edits.get(row) instanceof RowChange.Edit edit && edit.after().has(key.first());
  }

  /** Whether a stored row is to be deleted. */
  boolean deletes(RowKey.Stored row) {
    return edits.get(row) instanceof RowChange.Delete;
  }

  /** The stored row that will have this key value but does not have it yet. */
  Optional<RowKey.Stored> renamedTo(Object keyValue) {
    return Optional.ofNullable(renamed.get(keyValue));
  }

  /** Whether several stored rows will get this key value. */
  boolean isShared(Object keyValue) {
    return shared.contains(keyValue);
  }

  /** The pending new row that has this key value. */
  Optional<RowKey.New> add(Object keyValue) {
    return Optional.ofNullable(adds.get(keyValue));
  }

  /** The pending edit or delete of a row. */
  Optional<RowChange> change(RowKey.Stored key) {
    return Optional.ofNullable(edits.get(key));
  }
}
