package app.pallet.ui.change;

import app.pallet.change.RowChange;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Shows a pending change: the row, what kind of change, and below it the cells before and after.
 */
final class ChangeCell extends ListCell<ChangeEntry> {

  private static final int SHOWN_CELLS = 4;

  /** Characters of both values together that a pane of usual width shows beside each other. */
  private static final int FITS_ONE_LINE = 20;

  private final FontIcon marker = Icons.of(Material2AL.EDIT, "state-marker");
  private final Label title = new Label();
  private final Label kind = new Label();
  private final VBox cells = new VBox();
  private final VBox content;

  ChangeCell(ChangeActions actions) {
    title.getStyleClass().add("change-title");
    kind.getStyleClass().add("change-kind");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    cells.getStyleClass().add("change-cells");
    Button revert =
        Buttons.icon("revert-row", Feather.ROTATE_CCW, "Revert this row", () -> revert(actions));
    revert.getStyleClass().add("quiet");
    revert.visibleProperty().bind(hoverProperty().or(selectedProperty()));
    kind.visibleProperty().bind(revert.visibleProperty().not());
    StackPane end = new StackPane(kind, revert);
    end.setAlignment(Pos.CENTER_RIGHT);
    end.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(marker, title, space, end);
    head.getStyleClass().add("change-head");
    head.setAlignment(Pos.CENTER_LEFT);
    content = new VBox(head, cells);
    getStyleClass().add("change-cell");
    setPrefWidth(0); // as wide as the list: long texts end in an ellipsis, not in a scroll bar
  }

  @Override
  protected void updateItem(@Nullable ChangeEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    getStyleClass().removeAll("added", "edited", "deleted");
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    title.setText(entry.title());
    switch (entry.change()) {
      case RowChange.Add add -> mark("added", "Added", Material2AL.ADD);
      case RowChange.Edit edit -> mark("edited", "Edited", Material2AL.EDIT);
      case RowChange.Delete delete -> mark("deleted", "Deleted", Material2AL.DELETE);
    }
    cells.getChildren().setAll(entry.differences(SHOWN_CELLS).stream().map(this::line).toList());
    int more = entry.beyond(SHOWN_CELLS);
    if (more > 0) {
      Label rest = new Label(Wording.counted(more, "more cell", "more cells"));
      rest.getStyleClass().add("change-more");
      cells.getChildren().add(rest);
    }
    setGraphic(content);
  }

  private void mark(String state, String name, Ikon icon) {
    getStyleClass().add(state);
    kind.setText(name);
    marker.setIconCode(icon);
  }

  private HBox line(CellDifference difference) {
    Label column = new Label(difference.column());
    column.getStyleClass().add("change-column");
    Label after = value(difference.after());
    HBox line = new HBox(column);
    line.getStyleClass().add("change-line");
    if (getItem() == null || !(getItem().change() instanceof RowChange.Edit)) {
      line.getChildren().add(after);
      return line;
    }
    Label before = value(difference.before());
    before.getStyleClass().add("change-before");
    FontIcon arrow = Icons.of(Material2AL.ARROW_FORWARD, "change-arrow");
    if (before.getText().length() + after.getText().length() <= FITS_ONE_LINE) {
      line.getChildren().addAll(before, arrow, after);
    } else {
      line.getStyleClass().add("two-lines");
      line.getChildren().add(new VBox(before, arrowed(arrow, after)));
    }
    return line;
  }

  private static HBox arrowed(FontIcon arrow, Label after) {
    HBox row = new HBox(arrow, after);
    row.getStyleClass().add("change-line");
    return row;
  }

  private static Label value(String text) {
    Label label = new Label(text.isEmpty() ? "empty" : text);
    label.getStyleClass().add(text.isEmpty() ? "change-empty" : "change-value");
    return label;
  }

  private void revert(ChangeActions actions) {
    if (getItem() != null) {
      actions.revert(getItem().change().key());
    }
  }
}
