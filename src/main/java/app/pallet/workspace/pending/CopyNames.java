package app.pallet.workspace.pending;

import app.pallet.change.FoundRows;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.RowChange;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds names for copies that no other row has, neither in the catalogue nor pending: {@code
 * A-1-copy}, {@code A-1-copy-2}. A name is never longer than its column allows; the original is cut
 * off for that. For one thread.
 */
final class CopyNames {

  private final Column column;
  private final Set<Object> taken = new HashSet<>();

  CopyNames(Column column, PendingSnapshot pending) {
    this.column = column;
    for (RowChange change : pending.changes()) {
      Object value = change.after().get(column);
      if (value != null) {
        taken.add(value);
      }
    }
  }

  /**
   * Finds names for copies. Each is given only once. Reads the catalogue.
   *
   * @return a name for each original; an empty one if the column is too short for a name
   */
  List<String> next(List<String> originals, RowReader reader) {
    String[] names = new String[originals.size()];
    List<Integer> open = IntStream.range(0, names.length).boxed().toList();
    while (!open.isEmpty()) {
      List<String> proposed = new ArrayList<>(open.size());
      for (int place : open) {
        names[place] = propose(originals.get(place));
        proposed.add(names[place]);
      }
      FoundRows stored = reader.findValues(column, proposed, List.of());
      List<Integer> again = new ArrayList<>();
      for (int i = 0; i < proposed.size(); i++) {
        if (stored.at(i) != null && !proposed.get(i).isEmpty()) {
          again.add(open.get(i));
        }
      }
      open = again;
    }
    return Arrays.asList(names);
  }

  private String propose(String original) {
    for (int number = 1; ; number++) {
      String name = name(original, number);
      if (name.isEmpty() || taken.add(name)) {
        return name;
      }
    }
  }

  private String name(String original, int number) {
    int longest = column.rules().maxLength() > 0 ? column.rules().maxLength() : Integer.MAX_VALUE;
    String ending = number == 1 ? "-copy" : "-copy-" + number;
    if (ending.length() >= longest) { // no room for a letter of the original
      ending = Integer.toString(number);
    }
    if (ending.length() > longest) {
      return "";
    }
    int kept = Math.min(original.length(), longest - ending.length());
    if (kept < original.length()
        && kept > 0
        && Character.isHighSurrogate(original.charAt(kept - 1))) {
      kept--; // half of a character is none
    }
    return original.substring(0, kept) + ending;
  }
}
