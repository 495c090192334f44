package app.pallet.ui.change;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.PaneHeader;
import app.pallet.ui.theme.Panes;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Shows what is pending, before and after. Enter or a double click goes to the row. */
public final class ChangesPane extends VBox {

  private final ChangeActions actions;
  private final ListView<ChangeEntry> list;

  /** A pane over the pending changes. */
  public ChangesPane(ChangesViewModel viewModel, ChangeActions actions) {
    this.actions = actions;
    this.list = new ListView<>(viewModel.changes());
    list.setId("changes-list");
    list.setAccessibleText("Pending changes");
    list.setCellFactory(ignored -> new ChangeCell(actions));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        activate();
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        activate();
      }
    });
    BooleanBinding none = Bindings.isEmpty(viewModel.changes());
    Button revertAll =
        Buttons.icon("revert-all", Feather.ROTATE_CCW, "Revert all changes", actions::revertAll);
    revertAll.disableProperty().bind(none);
    PaneHeader header = new PaneHeader("", revertAll);
    header.remarkProperty().bind(viewModel.summaryProperty());
    Panes.showWhile(header, none.not());
    EmptyState empty =
        new EmptyState(
            Feather.CHECK_CIRCLE,
            "Nothing is pending",
            "What you edit, add, paste or delete is listed here until you commit it.");
    empty.visibleProperty().bind(none);
    list.visibleProperty().bind(none.not());
    StackPane content = new StackPane(list, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("changes-pane");
    getChildren().addAll(header, content);
  }

  private void activate() {
    ChangeEntry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      actions.enter(entry.change().key(), "");
    }
  }
}
