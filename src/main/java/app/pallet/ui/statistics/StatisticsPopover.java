package app.pallet.ui.statistics;

import app.pallet.schema.Column;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.theme.Popovers;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkListener;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.statistics.ColumnFigures;
import app.pallet.workspace.statistics.ColumnStatistics;
import atlantafx.base.controls.Popover;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Shows the figures of a column in a popover; closing it stops what still runs. FX thread. */
public final class StatisticsPopover {

  private final ColumnStatistics statistics;
  private final CellDisplay display;
  private final Consumer<Throwable> failures;

  /**
   * The popovers of a workspace.
   *
   * @param failures told why figures could not be worked out
   */
  public StatisticsPopover(Workspace workspace, Consumer<Throwable> failures) {
    this.statistics = new ColumnStatistics(workspace);
    this.display = new CellDisplay(workspace.format(), Optional.of(workspace.parents()));
    this.failures = failures;
  }

  /**
   * Opens one.
   *
   * @param owner whose window it belongs to; it gets the focus back
   * @param at what it points to
   */
  public void show(Column column, Node owner, Node at) {
    Popover[] shown = new Popover[1];
    StatisticsPane pane = new StatisticsPane(column, display, () -> shown[0].hide());
    Popover popover = Popovers.of(pane, pane::focusFirst);
    shown[0] = popover;
    RunningWork work = statistics.of(column, new Hearing(pane));
    AnimationTimer progress =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pane.show(work.progress().fraction());
          }
        };
    progress.start();
    popover.setOnHidden(event -> {
      progress.stop();
      work.cancel();
      owner.requestFocus();
    });
    Bounds place = at.localToScreen(at.getLayoutBounds());
    popover.show(owner, place.getCenterX(), place.getMaxY());
  }

  private final class Hearing implements WorkListener<ColumnFigures> {

    private final StatisticsPane pane;

    Hearing(StatisticsPane pane) {
      this.pane = pane;
    }

    @Override
    public void succeeded(ColumnFigures figures) {
      pane.show(figures);
    }

    @Override
    public void failed(Throwable failure) {
      pane.fail("The figures could not be worked out");
      failures.accept(failure);
    }
  }
}
