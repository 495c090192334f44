package app.pallet.ui.change;

import app.pallet.change.RowKey;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows what is wrong with the pending changes. A click shows the cell, Enter or a double click
 * goes there.
 */
public final class ProblemsPane extends VBox {

  private final ChangeActions actions;
  private final ListView<ProblemEntry> list;

  /** A pane over the problems of the pending changes. */
  public ProblemsPane(ChangesViewModel viewModel, ChangeActions actions) {
    this.actions = actions;
    this.list = new ListView<>(viewModel.problems());
    list.setId("problems-list");
    list.setAccessibleText("Problems");
    list.setCellFactory(ignored -> new ProblemCell(list.widthProperty()));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        enter();
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        with(event.getClickCount() == 2 ? actions::enter : actions::show);
      }
    });
    ClearableField filter =
        new ClearableField("problems-filter", Feather.FILTER, "Filter problems");
    filter.textProperty().bindBidirectional(viewModel.problemFilterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox filterRow =
        new HBox(
            filter,
            Buttons.icon(
                "save-pending-problems",
                Feather.SAVE,
                "Save problem rows…",
                actions::saveProblemRows));
    filterRow.getStyleClass().add("filter-row");
    Button resolve = new Button("Resolve conflicts…", Icons.of(Feather.USERS));
    resolve.setId("resolve-conflicts");
    resolve.setMaxWidth(Double.MAX_VALUE);
    resolve.setOnAction(event -> actions.resolveConflicts());
    HBox resolveRow = new HBox(resolve);
    HBox.setHgrow(resolve, Priority.ALWAYS);
    resolveRow.getStyleClass().add("filter-row");
    Panes.showWhile(resolveRow, viewModel.conflictsProperty());

    BooleanBinding none = viewModel.problemCountProperty().isEqualTo(0);
    Panes.showWhile(filterRow, none.not());
    EmptyState good =
        new EmptyState(
            Feather.CHECK_CIRCLE, "No problems", "Every pending change can be committed.");
    good.visibleProperty().bind(none);
    EmptyState nothingFound =
        new EmptyState(
            Feather.FILTER, "No problem matches", "Clear the filter to see all of them.");
    nothingFound.visibleProperty().bind(none.not().and(Bindings.isEmpty(viewModel.problems())));
    list.visibleProperty().bind(Bindings.isEmpty(viewModel.problems()).not());
    StackPane content = new StackPane(list, good, nothingFound);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("problems-pane");
    getChildren().addAll(filterRow, resolveRow, content);
  }

  /** Goes to the problem after the selected one, and from the last to the first. */
  public void next() {
    SelectionModel<ProblemEntry> selection = list.getSelectionModel();
    int count = list.getItems().size();
    if (count > 0) {
      int next = (selection.getSelectedIndex() + 1) % count;
      selection.clearAndSelect(next);
      list.scrollTo(next);
      enter();
    }
  }

  private void enter() {
    with(actions::enter);
  }

  private void with(BiConsumer<RowKey, String> action) {
    ProblemEntry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      action.accept(entry.key(), entry.problem().column());
    }
  }
}
