package app.pallet.ui;

import app.pallet.ui.change.ChangeActions;
import app.pallet.ui.change.ChangesPane;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.change.ProblemsPane;
import app.pallet.ui.filter.FacetsPane;
import app.pallet.ui.filter.FilterViewModel;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The panels at the right: pending changes, problems, counted values and those of a session. */
final class SidePane extends TabPane {

  private final ProblemsPane problems;
  private final Panel changesPanel;
  private final Panel problemsPanel;

  SidePane(ChangesViewModel viewModel, FilterViewModel filter, ChangeActions actions) {
    problems = new ProblemsPane(viewModel, actions);
    changesPanel =
        Panel.of("changes", "Changes", Feather.EDIT_2, new ChangesPane(viewModel, actions))
            .with(viewModel.changeCountProperty(), Panel.Tone.PLAIN);
    problemsPanel =
        Panel.of("problems", "Problems", Feather.ALERT_TRIANGLE, problems)
            .with(viewModel.problemCountProperty(), Panel.Tone.PROBLEM);
    BooleanProperty facetsShown = new SimpleBooleanProperty();
    Panel facets =
        new Panel(
            "facets",
            "Values",
            Feather.PIE_CHART,
            new FacetsPane(filter, facetsShown),
            Optional.empty(),
            facetsShown);
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    setMinWidth(220);
    setId("side-pane");
    getStyleClass().add("side-pane");
    add(changesPanel);
    add(problemsPanel);
    add(facets);
  }

  /** Offers one more panel. */
  void add(Panel panel) {
    getTabs().add(tab(panel));
  }

  /** No longer offers a panel. */
  void remove(Panel panel) {
    getTabs().removeIf(tab -> panel.content().equals(tab.getContent()));
  }

  /** Brings a panel to the front. */
  void show(Panel panel) {
    getTabs().stream()
        .filter(tab -> panel.content().equals(tab.getContent()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
  }

  /** Brings the changes to the front. */
  void showChanges() {
    show(changesPanel);
  }

  /** Brings the problems to the front. */
  void showProblems() {
    show(problemsPanel);
  }

  /** Goes to the next problem in the table. */
  void nextProblem() {
    showProblems();
    problems.next();
  }

  private static Tab tab(Panel panel) {
    Tab tab = new Tab("", panel.content());
    tab.setId(panel.id() + "-tab");
    panel
        .badge()
        .ifPresentOrElse(
            badge -> tab.setGraphic(title(panel, badge)), () -> tab.setText(panel.title()));
    panel.shown().bind(tab.selectedProperty());
    return tab;
  }

  private static HBox title(Panel panel, Panel.Badge counted) {
    Label badge = Labels.of("", "badge", panel.id() + "-tab-badge");
    badge
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Wording.grouped(counted.count().get()), counted.count()));
    Panes.showWhile(badge, Bindings.notEqual(0, counted.count()));
    HBox title = new HBox(new Label(panel.title()), badge); // a label forgets an unmanaged graphic
    title.getStyleClass().add("tab-title");
    title.setAlignment(Pos.CENTER);
    return title;
  }
}
