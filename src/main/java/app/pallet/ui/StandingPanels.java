package app.pallet.ui;

import app.pallet.ui.change.ChangeActions;
import app.pallet.ui.change.ChangesPane;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.change.ProblemsPane;
import app.pallet.ui.filter.FacetsPane;
import app.pallet.ui.filter.FilterViewModel;
import app.pallet.ui.frame.PanelDock;
import app.pallet.ui.panel.Panel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/** The panels that are there whatever is open: pending changes, problems and counted values. */
final class StandingPanels {

  private final PanelDock dock;
  private final ProblemsPane problems;
  private final Panel changesPanel;
  private final Panel problemsPanel;

  /** Puts the panels into a dock. */
  StandingPanels(
      PanelDock dock, ChangesViewModel viewModel, FilterViewModel filter, ChangeActions actions) {
    this.dock = dock;
    problems = new ProblemsPane(viewModel, actions);
    changesPanel =
        Panel.of("changes", "Changes", Feather.EDIT_3, new ChangesPane(viewModel, actions))
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
    dock.add(changesPanel);
    dock.add(problemsPanel);
    dock.add(facets);
  }

  /** Brings the changes into view. */
  void showChanges() {
    dock.show(changesPanel);
  }

  /** Brings the problems into view. */
  void showProblems() {
    dock.show(problemsPanel);
  }

  /** Goes to the next problem in the table. */
  void nextProblem() {
    showProblems();
    problems.next();
  }
}
