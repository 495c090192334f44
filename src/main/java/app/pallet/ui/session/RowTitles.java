package app.pallet.ui.session;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.ViewRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Names the rows in the list of changes by the column that files are matched by, such as the SKU. A
 * pasted edit may concern a row that was never on the screen; its name is read in the background,
 * and the list is told when it arrives. FX thread.
 */
public final class RowTitles {

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
  public RowTitles(Workspace workspace, Runnable arrived) {
    this.workspace = workspace;
    this.arrived = arrived;
    this.column = workspace.schema().match();
  }

  /** A row's title, or a stand-in until it has been read. */
  public String of(RowChange change) {
    RowKey key = change.key();
    String said = text(change.after(), column);
    if (!said.isEmpty()) {
      return said;
    }
    if (key instanceof RowKey.New) {
      return name(each -> text(change.after(), each)).orElse("New row");
    }
    Optional<String> shown = workspace.view().rowOf(key).flatMap(row -> name(row::text));
    if (shown.isPresent()) {
      return shown.get();
    }
    request(key);
    return known.getOrDefault(key, "…");
  }

  private Optional<String> name(Function<Column, String> texts) {
    return RowName.brief(workspace.schema(), texts);
  }

  private static String text(RowValues values, Column column) {
    return values.has(column) ? CellText.plain(column, values.get(column)) : "";
  }

  /** Collects all titles that one refresh of the list needs, and reads them together. */
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
          String nameless = "Row without " + column.label();
          wanted.forEach(key -> known.put(key, nameless));
          for (ViewRow row : rows) {
            name(each -> CellText.plain(each, row.storedValue(each)))
                .ifPresent(name -> known.put(row.key(), name));
          }
          arrived.run();
        });
  }
}
