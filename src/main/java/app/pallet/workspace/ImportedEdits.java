package app.pallet.workspace;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.spreadsheet.MatchResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines of a file the edits of one import came from. An edit may be typed over, undone and
 * made again, so it is from its file as long as one of the file's values is still in it. Immutable.
 */
final class ImportedEdits {

  private final Map<RowKey, Imported> byKey;

  private ImportedEdits(Map<RowKey, Imported> byKey) {
    this.byKey = byKey;
  }

  private record Imported(RowOrigin origin, RowValues values) {

    boolean isStillIn(RowChange change) {
      for (int i = 0; i < values.size(); i++) {
        Column column = values.columns().get(i);
        if (change.after().has(column)
            && Objects.equals(change.after().get(column), values.valueAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /** The edits of a source that was read and matched. */
  static ImportedEdits of(MatchResult result) {
    Map<RowKey, Imported> byKey = HashMap.newHashMap(result.edits().size());
    for (RowChange.Edit edit : result.edits()) {
      RowOrigin origin = result.origins().get(edit.key());
      if (origin != null) {
        byKey.put(edit.key(), new Imported(origin, edit.after()));
      }
    }
    return new ImportedEdits(byKey);
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Whether the row was edited by this import, whatever became of it since. */
  boolean has(RowKey key) {
    return byKey.containsKey(key);
  }

  /** Where a change came from, if it is still this import's. */
  Optional<RowOrigin> originOf(RowChange change) {
    return Optional.ofNullable(byKey.get(change.key()))
        .filter(imported -> imported.isStillIn(change))
        .map(Imported::origin);
  }

  /** The same without some rows. */
  ImportedEdits without(Set<RowKey> keys) {
    Map<RowKey, Imported> rest = new HashMap<>();
    byKey.forEach((key, imported) -> {
      if (!keys.contains(key)) {
        rest.put(key, imported);
      }
    });
    return new ImportedEdits(rest);
  }
}
