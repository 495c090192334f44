package app.pallet.ui;

import app.pallet.ui.filter.NothingFound;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.EditorViewModel.Centre;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The middle of the window: the table, or what to do if there are no rows to show. */
final class TableArea extends StackPane {

  private final EditorViewModel viewModel;
  private final StackPane table = new StackPane();
  private Optional<Runnable> first = Optional.empty();

  TableArea(EditorViewModel viewModel, EditorActions actions) {
    this.viewModel = viewModel;
    EmptyState noRows =
        new EmptyState(
            Feather.GRID,
            "No rows yet",
            "Add a row, paste from a spreadsheet or import a file.",
            action(actions, EditorCommand.ADD_ROW),
            action(actions, EditorCommand.IMPORT));
    NothingFound nothingFound =
        new NothingFound(viewModel.filter(), viewModel.searchProperty(), viewModel::showAllRows);
    table.visibleProperty().addListener((observed, before, now) -> shown(now));
    getStyleClass().add("table-area");
    getChildren()
        .addAll(
            when(table, Centre.ROWS),
            when(noRows, Centre.NO_ROWS),
            when(nothingFound, Centre.NOTHING_FOUND));
  }

  /** Shows the table of the catalogue that was opened; the one before is let go. */
  void setTable(Node shown) {
    table.getChildren().setAll(shown);
  }

  /** Runs an action once the table is visible; at once if it already is. */
  void whenShown(Runnable action) {
    first = Optional.of(action);
    shown(table.isVisible());
  }

  private void shown(boolean isShown) {
    if (isShown) {
      Optional<Runnable> action = first;
      first = Optional.empty();
      action.ifPresent(Platform::runLater); // it can't have the focus before all know it is shown
    }
  }

  /** An action that is done only while an open catalogue has no rows. */
  Runnable whenEmpty(Runnable action) {
    return () -> {
      if (viewModel.centreProperty().getValue() == Centre.NO_ROWS) {
        action.run();
      }
    };
  }

  private Node when(Node node, Centre centre) {
    node.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.centreProperty().getValue() == centre, viewModel.centreProperty()));
    return node;
  }

  private static Button action(EditorActions actions, EditorCommand command) {
    Button button = new Button(command.label(), Icons.of(command.icon()));
    button.setId("empty-" + command.id());
    button.getStyleClass().add(Styles.BUTTON_OUTLINED);
    button.setOnAction(event -> actions.perform(command));
    return button;
  }
}
