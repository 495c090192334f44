package app.pallet.ui;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.workspace.ViewRow;
import app.pallet.workspace.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;

/**
 * What rows are called in the list of changes: by the column that files are matched by, such as the
 * SKU. A pasted edit may be about a row that was never on the screen; its name is read in the
 * background and the list is told when it is there. FX thread.
 */
final class RowTitles {

  private final Workspace workspace;
  private final Runnable arrived;
  private final Column column;
  private final Map<RowKey, String> known = new HashMap<>();
  private final Set<RowKey> missing = new HashSet<>();
  private boolean reading;

  /**
   * Titles of a workspace's rows.
   *
   * @param arrived told when titles that were missing are known
   */
  RowTitles(Workspace workspace, Runnable arrived) {
    this.workspace = workspace;
    this.arrived = arrived;
    this.column = workspace.schema().match();
  }

  /** A row's title, or a stand-in until it has been read. */
  String of(RowChange change) {
    if (change.after().has(column)) {
      String text = CellText.plain(column, change.after().get(column));
      return text.isEmpty() ? standIn(change.key()) : text;
    }
    String title =
        workspace
            .view()
            .rowOf(change.key())
            .map(row -> row.text(column))
            .orElseGet(() -> known.getOrDefault(change.key(), ""));
    if (title.isEmpty() && change.key() instanceof RowKey.Existing) {
      request(change.key());
    }
    return title.isEmpty() ? standIn(change.key()) : title;
  }

  /** Gathers what one refresh of the list asks for into one reading. */
  private void request(RowKey key) {
    if (!known.containsKey(key) && missing.add(key) && !reading) {
      reading = true;
      Platform.runLater(this::read);
    }
  }

  private void read() {
    List<RowKey> wanted = List.copyOf(missing);
    missing.clear();
    workspace.peek(
        wanted,
        rows -> {
          reading = false;
          wanted.forEach(key -> known.put(key, ""));
          for (ViewRow row : rows) {
            known.put(row.key(), CellText.plain(column, row.storedValue(column)));
          }
          arrived.run();
        });
  }

  private static String standIn(RowKey key) {
    return switch (key) {
      case RowKey.Existing(long id) -> "Row " + id;
      case RowKey.New added -> "New row";
    };
  }
}
