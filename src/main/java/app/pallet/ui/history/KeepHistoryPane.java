package app.pallet.ui.history;

import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.history.CatalogueHistory;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Asks whether the history of a table may be kept in its database, and shows the SQL that would be
 * run for it. FX thread.
 */
public final class KeepHistoryPane extends VBox {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 520;

  private KeepHistoryPane(String table, List<String> sql, Runnable keep, Runnable close) {
    setId("keep-history-pane");
    getStyleClass().add("keep-history");
    Panes.style(this, "history.css");
    Label what =
        Labels.wrapped(
            "Each commit into "
                + table
                + " would be kept in the database, so that it can be looked at and taken back"
                + " later. For that Pallet would put tables of its own into it. Nothing of what is"
                + " there is changed. This is what would be run:");
    TextArea statements = new TextArea(String.join(";\n\n", sql) + ";");
    statements.setId("keep-history-sql");
    statements.setAccessibleText("SQL that would be run");
    statements.setEditable(false);
    VBox.setVgrow(statements, Priority.ALWAYS);
    Button no = Buttons.text("keep-history-no", "Not now", close);
    no.setCancelButton(true);
    Button yes =
        Buttons.text(
            "keep-history-yes",
            "Keep history",
            () -> {
              close.run();
              keep.run();
            });
    yes.getStyleClass().add(Styles.ACCENT);
    getChildren().addAll(what, statements, Panes.line("history-buttons", new Spacer(), no, yes));
  }

  /**
   * Asks, once it is known what would be run.
   *
   * @param table what is open, as the user reads it
   * @param kept called once the history is kept
   */
  public static void ask(
      CatalogueHistory history, String table, ModalWindows windows, Runnable kept) {
    history.sql(sql ->
        windows.show(
            new ModalWindows.Content(
                "Keep history",
                WIDTH,
                HEIGHT,
                close -> new KeepHistoryPane(table, sql, () -> history.keep(kept), close))));
  }
}
