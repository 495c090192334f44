package app.pallet.workspace.statistics;

import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkMonitor;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import java.util.List;

/**
 * Works out the figures of columns, on a thread of its own, so that scrolling never waits for them.
 * Owner thread.
 */
public final class ColumnStatistics {

  private final Workspace workspace;
  private final RowReader reader;
  private final WorkRunner runner;

  /** The statistics of a workspace, which ends their thread. */
  public ColumnStatistics(Workspace workspace) {
    this.workspace = workspace;
    this.reader = new RowReader(workspace.database());
    this.runner = workspace.beside("pallet-statistics");
  }

  /**
   * Works out the figures of a column among the rows that are shown, as they are now.
   *
   * @param listener gets them on the owner thread
   * @return its progress and its cancel
   */
  public RunningWork of(Column column, WorkListener<ColumnFigures> listener) {
    RowOrder order = workspace.view().order();
    Basis basis =
        new Basis(workspace.changes().snapshot(), workspace.queue().names(), reader::findKeys);
    return runner.start(
        "Statistics of " + column.label(),
        monitor -> figures(column, order, basis, monitor),
        listener);
  }

  private static ColumnFigures figures(
      Column column, RowOrder order, Basis basis, WorkMonitor monitor) {
    FiguresTally tally = new FiguresTally(column);
    if (order.size() > 0) {
      monitor.begin("Statistics of " + column.label(), order.size());
      RowSelection all =
          new RowSelection(
              order::keyAt, List.of(new CellBlock(0, order.size() - 1, List.of(column))));
      basis.forEach(all, all.bands(), List.of(column), monitor, (band, row) -> tally.add(row));
    }
    return tally.figures();
  }
}
