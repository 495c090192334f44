package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.ui.cellbar.CellBar;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.RowLookup.Outcome;
import app.pallet.workspace.view.ViewRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Brings rows into view, and shows again what a cancelled search had hidden. FX thread. */
public final class RowNavigation {

  /** What stands between a column and a row: a blank, or the dot that the bar itself writes. */
  private static final Pattern ROW_AFTER_COLUMN = Pattern.compile("^\\s*\u00b7\\s*|^\\s+");

  private final Workspace workspace;
  private final ProductTable table;
  private final CellBar bar;
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
      CellBar bar,
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

  /** What a row is called in the bar: its SKU, or another text, or its number. */
  public String nameOf(int index, ViewRow row) {
    return RowName.brief(workspace.schema(), row::text)
        .orElseGet(() -> "#%,d".formatted(index + 1));
  }

  /**
   * Brings a cell into view by its name, as typed into the bar: a row's number or SKU, perhaps
   * after a column, or a column alone for the same row.
   */
  public void goTo(String wanted) {
    table.finishEditing();
    Optional<Column> column = columnAtStart(wanted);
    if (column.isEmpty()) {
      find(wanted, workspace.schema().match());
      return;
    }
    String row =
        ROW_AFTER_COLUMN
            .matcher(wanted.strip().substring(column.get().label().length()))
            .replaceFirst("");
    if (row.isEmpty()) {
      table.showColumn(column.get());
    } else {
      find(row, column.get());
    }
  }

  /** The column whose label a text begins with, the longest one of several. */
  private Optional<Column> columnAtStart(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return workspace.schema().columns().stream()
        .filter(column -> {
          String label = column.label().toLowerCase(Locale.ROOT);
          return typed.equals(label)
              || (typed.startsWith(label)
                  && ROW_AFTER_COLUMN.matcher(typed.substring(label.length())).lookingAt());
        })
        .max(Comparator.comparingInt(column -> column.label().length()));
  }

  private void find(String row, Column column) {
    workspace.lookup().find(row, outcome -> went(outcome, column));
  }

  private void went(Outcome outcome, Column column) {
    switch (outcome) {
      case Outcome.Found(int index) -> {
        bar.tell("");
        table.select(index, index, List.of(column));
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
