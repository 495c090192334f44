package app.pallet.ui;

import app.pallet.ui.change.ChangeActions;
import app.pallet.ui.change.ChangesPane;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.change.ProblemsPane;
import app.pallet.ui.filter.FacetsPane;
import app.pallet.ui.filter.FilterViewModel;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;

/** The tabs at the right: pending changes, problems and counted values. */
final class SidePane extends TabPane {

  private final ProblemsPane problems;
  private final Tab problemsTab;

  SidePane(ChangesViewModel viewModel, FilterViewModel filter, ChangeActions actions) {
    problems = new ProblemsPane(viewModel, actions);
    problemsTab = tab("Problems", "problems-tab", viewModel.problemCountProperty(), problems);
    Tab changes =
        tab(
            "Changes",
            "changes-tab",
            viewModel.changeCountProperty(),
            new ChangesPane(viewModel, actions));
    Tab facets = new Tab("Values");
    facets.setId("facets-tab");
    facets.setContent(new FacetsPane(filter, facets.selectedProperty()));
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    setMinWidth(220);
    setId("side-pane");
    getStyleClass().add("side-pane");
    getTabs().addAll(changes, problemsTab, facets);
  }

  /** Brings the changes to the front. */
  void showChanges() {
    getSelectionModel().selectFirst();
  }

  /** Brings the problems to the front. */
  void showProblems() {
    getSelectionModel().select(problemsTab);
  }

  /** Goes to the next problem in the table. */
  void nextProblem() {
    showProblems();
    problems.next();
  }

  private static Tab tab(String name, String id, ObservableIntegerValue count, Node content) {
    Label badge = Labels.of("", "badge", id + "-badge");
    badge
        .textProperty()
        .bind(Bindings.createStringBinding(() -> Wording.grouped(count.get()), count));
    Panes.showWhile(badge, Bindings.notEqual(0, count));
    HBox title = new HBox(new Label(name), badge); // a label forgets an unmanaged graphic
    title.getStyleClass().add("tab-title");
    title.setAlignment(Pos.CENTER);
    Tab tab = new Tab("", content);
    tab.setGraphic(title);
    tab.setId(id);
    return tab;
  }
}
