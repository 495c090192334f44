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
import java.util.Set;

/**
 * Which pending edits came from which lines of which file, for the problems of a commit to say. A
 * row to be added says it itself; an edit may be typed over, undone and made again, so it is from
 * its file as long as one of the file's values is still in it. Owner thread.
 */
final class EditOrigins {

  private final Map<RowKey, Imported> imported = new HashMap<>();

  private record Imported(RowOrigin origin, RowValues values) {

    boolean isStillIn(RowChange change) {
      for (Column column : values.columns().asList()) {
        if (change.after().has(column)
            && Objects.equals(change.after().get(column), values.get(column))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Notes the edits of an import that has been taken. */
  void note(MatchResult result) {
    for (RowChange.Edit edit : result.edits()) {
      RowOrigin origin = result.origins().get(edit.key());
      if (origin != null) {
        imported.put(edit.key(), new Imported(origin, edit.after()));
      }
    }
  }

  /** The origins of those of these changes that came from files, as things are now. */
  PlacedProblems of(Iterable<RowChange> changes) {
    Map<RowKey, RowOrigin> origins = new HashMap<>();
    for (RowChange change : changes) {
      Imported from = imported.get(change.key());
      if (from != null && from.isStillIn(change)) {
        origins.put(change.key(), from.origin());
      }
    }
    return new PlacedProblems(origins);
  }

  /** Forgets rows that are in the database now. */
  void forget(Set<RowKey> committed) {
    imported.keySet().removeAll(committed);
  }
}
