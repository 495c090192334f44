package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.window.GoToBar;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.RowLookup.Outcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Brings rows into view, and shows again what a cancelled search had hidden. FX thread. */
public final class RowNavigation {

  private final Workspace workspace;
  private final ProductTable table;
  private final GoToBar bar;
  private final SessionFilter filter;
  private final Notifier notifier;
  private final BiConsumer<String, Throwable> failures;

  /**
   * Navigation in the table of an open catalogue.
   *
   * @param failures tells what could not be done, and why
   */
  public RowNavigation(
      Workspace workspace,
      ProductTable table,
      GoToBar bar,
      SessionFilter filter,
      Notifier notifier,
      BiConsumer<String, Throwable> failures) {
    this.workspace = workspace;
    this.table = table;
    this.bar = bar;
    this.filter = filter;
    this.notifier = notifier;
    this.failures = failures;
  }

  /** Brings a row into view by its number or SKU, as typed into the bar. */
  public void goTo(String wanted) {
    table.finishEditing();
    workspace.lookup().find(wanted, this::went);
  }

  private void went(Outcome outcome) {
    switch (outcome) {
      case Outcome.Found(int index) -> {
        bar.close();
        table.select(index, index, List.of(workspace.schema().match()));
        table.focusCells();
      }
      case Outcome.LeftOut leftOut ->
          bar.tell("It is there, but what you search or filter for leaves it out");
      case Outcome.Missing missing -> bar.tell("There is no such row");
      case Outcome.Failed(Throwable failure) -> failures.accept("Go to row", failure);
    }
  }

  /** Brings a cell into view. Shows more rows if its row is filtered out. */
  public void show(RowKey key, String column) {
    show(key, column, () -> {});
  }

  /** The same, and puts the focus on it. */
  public void enter(RowKey key, String column) {
    show(key, column, table::focusCells);
  }

  private void show(RowKey key, String column, Runnable then) {
    OptionalInt index = workspace.view().indexOf(key);
    if (index.isPresent()) {
      List<Column> columns = workspace.schema().column(column).map(List::of).orElse(List.of());
      table.select(
          index.getAsInt(),
          index.getAsInt(),
          columns.isEmpty() ? workspace.schema().columns() : columns);
      then.run();
    } else if (!filter.widen(() -> show(key, column, then))) {
      notifier.show(Notice.warning("The row is not there", "Someone else has deleted it."));
    }
  }

  /**
   * Stops a search or sort that still runs. Search field and headers then show the previous one.
   */
  public void cancelQuery() {
    if (workspace.cancelQuery()) {
      filter.showAnswered();
      table.showSort(workspace.query().sort());
    }
  }
}
