package app.pallet.ui.change;

import app.pallet.change.RowChange;
import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Shows a pending change: the row, what kind of change, and below it the cells before and after.
 */
final class ChangeCell extends ItemCell<ChangeEntry> {

  private static final int SHOWN_CELLS = 4;

  private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
  private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
  private static final List<PseudoClass> STATES = List.of(ADDED, EDITED, DELETED);

  private final FontIcon marker = Icons.of(Material2AL.EDIT, "state-marker");
  private final Label title = Labels.of("", "change-title");
  private final Label kind = Labels.of("", "change-kind");
  private final Label more = Labels.of("", "change-more");
  private final VBox cells = new VBox(more);
  private final List<ChangeLine> lines = new ArrayList<>();
  private final VBox content;

  ChangeCell(ChangeActions actions) {
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
    HBox head = Panes.line("change-head", marker, title, new Spacer(), end);
    content = new VBox(head, cells);
    getStyleClass().add("change-cell");
    setPrefWidth(0); // as wide as the list: long texts end in an ellipsis, not in a scroll bar
  }

  @Override
  protected void show(ChangeEntry entry) {
    title.setText(entry.title());
    switch (entry.change()) {
      case RowChange.Add add -> mark(ADDED, "Added", Material2AL.ADD);
      case RowChange.Edit edit -> mark(EDITED, "Edited", Material2AL.EDIT);
      case RowChange.Delete delete -> mark(DELETED, "Deleted", Material2AL.DELETE);
    }
    showLines(entry);
    setGraphic(content);
  }

  private void mark(PseudoClass state, String name, Ikon icon) {
    for (PseudoClass each : STATES) {
      pseudoClassStateChanged(each, each.equals(state));
    }
    kind.setText(name);
    if (!icon.equals(marker.getIconCode())) {
      marker.setIconCode(icon);
    }
  }

  /** Nodes are kept from entry to entry, since new ones would have to be styled anew. */
  private void showLines(ChangeEntry entry) {
    List<ChangeEntry.Difference> differences = entry.differences(SHOWN_CELLS);
    while (lines.size() < differences.size()) {
      ChangeLine line = new ChangeLine();
      cells.getChildren().add(lines.size(), line);
      lines.add(line);
    }
    for (int i = 0; i < lines.size(); i++) {
      setShown(lines.get(i), i < differences.size());
    }
    for (int i = 0; i < differences.size(); i++) {
      if (entry.change() instanceof RowChange.Edit) {
        lines.get(i).showBoth(differences.get(i));
      } else {
        lines.get(i).showValue(differences.get(i));
      }
    }
    int beyond = entry.beyond(SHOWN_CELLS);
    setShown(more, beyond > 0);
    more.setText(Counted.of(beyond, "more cell", "more cells"));
  }

  private static void setShown(Node node, boolean isShown) {
    Panes.show(node, isShown);
  }

  private void revert(ChangeActions actions) {
    if (getItem() != null) {
      actions.revert(getItem().change().key());
    }
  }
}
