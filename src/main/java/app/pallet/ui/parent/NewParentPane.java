package app.pallet.ui.parent;

import app.pallet.change.RowKey;
import app.pallet.rows.references.ParentTable;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent.OtherRow;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.Workspace;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A form for a row of another table: a field for each column that needs a value. Nothing is written
 * by it; the row is added with the first row that refers to it. FX thread.
 */
public final class NewParentPane extends VBox {

  private static final double WIDTH = 440;
  private static final double HEIGHT = 150;
  private static final double FIELD_HEIGHT = 68;

  private final Map<Column, Field> fields = new LinkedHashMap<>();

  /** Where a column's value is typed, and what is wrong with it. */
  private record Field(TextField line, Label problem) {}

  private NewParentPane(ParentTable table, String name, Consumer<OtherRow> done, Runnable close) {
    setId("new-parent");
    getStyleClass().add("new-parent");
    Panes.style(this, "parent.css");
    getChildren()
        .add(
            Labels.wrapped(
                "The row is added to "
                    + table.name()
                    + " when the row that refers to it is"
                    + " committed."));
    for (Column column : table.needed()) {
      getChildren().add(field(column, column.equals(table.named()) ? name : ""));
    }
    Button cancel = Buttons.text("new-parent-cancel", "Cancel", close);
    cancel.setCancelButton(true);
    Button add =
        Buttons.text(
            "new-parent-add",
            "Add",
            () ->
                cells()
                    .ifPresent(cells -> {
                      close.run();
                      done.accept(table.row(cells));
                    }));
    add.setDefaultButton(true);
    add.getStyleClass().add(Styles.ACCENT);
    Spacer space = new Spacer(Orientation.VERTICAL);
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren().addAll(space, Panes.line("new-parent-buttons", new Spacer(), cancel, add));
  }

  private VBox field(Column column, String text) {
    TextField line = new TextField(text);
    line.setId("new-parent-" + column.name());
    line.setAccessibleText(column.label());
    Label title = Labels.of(column.label());
    title.setLabelFor(line);
    Label problem = Labels.wrapped("", "new-parent-problem");
    Panes.show(problem, false);
    fields.put(column, new Field(line, problem));
    VBox box = new VBox(title, line, problem);
    box.getStyleClass().add("new-parent-field");
    return box;
  }

  /** What was typed, if all of it can be taken; else says what can't. */
  private Optional<Map<String, String>> cells() {
    Map<String, String> cells = new HashMap<>();
    Optional<TextField> wrong = Optional.empty();
    for (Map.Entry<Column, Field> entry : fields.entrySet()) {
      Field field = entry.getValue();
      String text = field.line.getText();
      CellReading reading = CellParser.parse(entry.getKey(), text, CellFormat.PLAIN);
      if (reading instanceof CellReading.Rejected(String message, String accepted)) {
        field.problem.setText(accepted.isEmpty() ? message : message + "; enter " + accepted);
        wrong = wrong.or(() -> Optional.of(field.line));
      }
      Panes.show(field.problem, reading instanceof CellReading.Rejected);
      cells.put(entry.getKey().name(), text);
    }
    wrong.ifPresent(TextField::requestFocus);
    return wrong.isPresent() ? Optional.empty() : Optional.of(cells);
  }

  /**
   * Asks what the new row is to hold, and lets a cell refer to it.
   *
   * @param row the row of the cell
   * @param column the column that refers to another table
   * @param name what the new row is to be called
   */
  public static void ask(
      Workspace workspace, ModalWindows windows, RowKey row, Column column, String name) {
    workspace
        .queue()
        .glance(
            "Look at what " + column.label() + " refers to",
            monitor -> workspace.parents().table(workspace.database(), column),
            found ->
                found.ifPresent(table -> {
                  List<Column> needed = table.needed();
                  windows.show(
                      new ModalWindows.Content(
                          "Add to " + table.name(),
                          WIDTH,
                          HEIGHT + FIELD_HEIGHT * needed.size(),
                          close ->
                              new NewParentPane(
                                  table,
                                  name,
                                  parent -> workspace.edits().setParent(row, column, parent),
                                  close)));
                }));
  }
}
