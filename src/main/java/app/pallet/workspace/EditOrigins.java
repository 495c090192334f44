package app.pallet.workspace;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which pending edits came from which lines of which files, for the problems of a commit to say. A
 * row to be added says it itself. Immutable.
 *
 * @param imports the latest one first
 */
record EditOrigins(List<ImportedEdits> imports) {

  static final EditOrigins NONE = new EditOrigins(List.of());

  /** The same after one more import. */
  EditOrigins with(ImportedEdits latest) {
    return latest.isEmpty()
        ? this
        : new EditOrigins(Stream.concat(Stream.of(latest), imports.stream()).toList());
  }

  /** The same without rows that are in the database by now; takes time for all rows. */
  EditOrigins without(Set<RowKey> committed) {
    return new EditOrigins(
        imports.stream()
            .map(edits -> edits.without(committed))
            .filter(edits -> !edits.isEmpty())
            .toList());
  }

  /** The origins of those of these changes that came from files; takes time for all of them. */
  PlacedProblems of(List<RowChange> changes) {
    Map<RowKey, RowOrigin> origins = new HashMap<>();
    for (RowChange change : changes) {
      imports.stream()
          .filter(edits -> edits.has(change.key()))
          .findFirst()
          .flatMap(edits -> edits.originOf(change))
          .ifPresent(origin -> origins.put(change.key(), origin));
    }
    return new PlacedProblems(origins);
  }
}
