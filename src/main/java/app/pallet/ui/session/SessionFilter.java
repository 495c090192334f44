package app.pallet.ui.session;

import app.pallet.rows.FacetSource;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.table.WriteRule;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.filter.FilterSource;
import app.pallet.ui.filter.FilterState;
import app.pallet.ui.filter.FilterViewModel;
import app.pallet.ui.filter.OpenView;
import app.pallet.ui.filter.RowLimit;
import app.pallet.ui.filter.SavedView;
import app.pallet.ui.filter.ValueChanges;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.ViewScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/**
 * Searches and filters the open catalogue as the user enters it, and counts values on a thread of
 * its own, so that scrolling never waits for a count. FX thread.
 */
public final class SessionFilter implements AutoCloseable {

  private final Workspace workspace;
  private final ProductTable table;
  private final EditorViewModel viewModel;
  private final FacetSource forBox;
  private final FacetSource forList;
  private final ChangeListener<String> searching = (observed, before, now) -> show();
  private final ChangeListener<Boolean> atSearch = (observed, before, now) -> prepareSearch(now);
  private final ChangeListener<FilterState> filtering = (observed, before, now) -> filter(before);
  private Optional<Runnable> waiting = Optional.empty();
  private KeySnapshot counted = KeySnapshot.EMPTY;
  private FilterState answered = FilterState.NONE;
  private boolean isGoingBack;

  /**
   * Shows all rows.
   *
   * @param notifier says in how many rows a value was changed
   * @param failures told why values can't be counted
   * @param askFor asks the user for a filter by a column
   */
  public SessionFilter(
      Workspace workspace,
      ProductTable table,
      EditorViewModel viewModel,
      Notifier notifier,
      Consumer<Throwable> failures,
      Consumer<Column> askFor) {
    this.workspace = workspace;
    this.table = table;
    this.viewModel = viewModel;
    WorkRunner counting = workspace.beside("pallet-counter");
    forBox = new FacetSource(workspace.database(), counting, failures);
    forList = new FacetSource(workspace.database(), counting, failures);
    viewModel.searchProperty().set("");
    filter()
        .open(
            new FilterSource(
                TablePlace.of(workspace.database()).key(),
                workspace.schema().columns(),
                workspace.format(),
                (columns, limit, done) ->
                    forBox.count(columns, workspace.shownQuery(), limit, done),
                (columns, limit, done) ->
                    forList.count(columns, workspace.shownQuery(), limit, done),
                new Values(workspace, notifier),
                new Views(table, viewModel)));
    viewModel.searchProperty().addListener(searching);
    viewModel.searchFocusedProperty().addListener(atSearch);
    filter().stateProperty().addListener(filtering);
    table.setOnFilter(askFor);
    table
        .cellMenu()
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            Menus.item("filter-by-value", "Filter by this value", this::filterByValue));
    workspace.show(workspace.query());
  }

  private void prepareSearch(boolean isAtField) {
    if (isAtField) {
      workspace.view().prepareSearch();
    }
  }

  /**
   * Shows more rows, unless all are shown. If only some rows are looked at, it shows all that
   * search and filters find. Otherwise it waits for rows that are still being read, or shows every
   * row.
   *
   * @param then done once they are there
   * @return whether there are more to come
   */
  boolean widen(Runnable then) {
    boolean isCounting = workspace.view().isCounting();
    if (!isCounting && !workspace.shownQuery().isSearching()) {
      return false;
    }
    waiting = Optional.of(then);
    if (!workspace.scope().equals(ViewScope.ALL)) {
      filter().limitTo(RowLimit.ALL);
    } else if (!isCounting) {
      viewModel.searchProperty().set("");
      filter().clear();
    }
    return true;
  }

  /** Sets search field and filters back to what is shown, after a search was cancelled. */
  void showAnswered() {
    isGoingBack = true;
    viewModel.searchProperty().set(workspace.query().search());
    filter().stateProperty().set(answered);
    isGoingBack = false;
  }

  /** Rows have changed. Values are counted again once all rows are there. */
  public void rowsMoved() {
    if (workspace.view().isCounting()) {
      return;
    }
    answered = filter().stateProperty().get();
    Optional<Runnable> now = waiting;
    waiting = Optional.empty();
    now.ifPresent(Runnable::run);
    KeySnapshot keys = workspace.view().storedKeys();
    if (keys != counted) {
      counted = keys;
      filter().recount();
    }
  }

  @Override
  public void close() {
    viewModel.searchProperty().removeListener(searching);
    viewModel.searchFocusedProperty().removeListener(atSearch);
    filter().stateProperty().removeListener(filtering);
    forBox.close();
    forList.close();
    filter().open(FilterSource.NONE);
  }

  private FilterViewModel filter() {
    return viewModel.filter();
  }

  private void filter(FilterState before) {
    table.showFiltered(
        filter().stateProperty().get().conditions().stream()
            .map(condition -> condition.column().name())
            .collect(Collectors.toSet()));
    RowLimit limit = filter().stateProperty().get().limit();
    show(before.limit() == limit ? workspace.scope() : scope(limit));
  }

  private void show() {
    show(workspace.scope());
  }

  private void show(ViewScope scope) {
    if (isGoingBack) {
      return;
    }
    table.finishEditing();
    RowQuery wanted =
        workspace
            .query()
            .searching(viewModel.searchProperty().get())
            .filteredBy(filter().stateProperty().get().filter());
    if (!wanted.equals(workspace.query()) || !scope.equals(workspace.scope())) {
      workspace.show(wanted, scope);
    }
  }

  private ViewScope scope(RowLimit limit) {
    return switch (limit) {
      case ALL -> ViewScope.ALL;
      case PENDING -> ViewScope.PENDING;
      case PROBLEMS -> ViewScope.PROBLEMS;
      case SELECTED -> workspace.view().picked(table.selection().ranges());
    };
  }

  /** Filters by the value of the first selected cell. */
  private void filterByValue() {
    table.finishEditing();
    if (table.selection().isEmpty()) {
      return;
    }
    CellBlock first = table.selection().ranges().getFirst();
    Column column = first.columns().getFirst();
    workspace
        .view()
        .rowAt(first.firstRow())
        .map(row -> Optional.ofNullable(row.value(column)))
        .map(value ->
            value
                .map(held -> Condition.of(column, Operator.IS, held))
                .orElseGet(() -> Condition.of(column, Operator.IS_EMPTY)))
        .ifPresent(filter()::add);
  }

  /** Changes values of the open catalogue. FX thread. */
  private record Values(Workspace workspace, Notifier notifier) implements ValueChanges {

    @Override
    public boolean isPossible(Column column) {
      return workspace.database().promises().isEditable()
          && !column.isReadOnly()
          && column.write() != WriteRule.ON_ADD;
    }

    @Override
    public void change(Column column, @Nullable Object from, String text) {
      workspace
          .edits()
          .changeValue(
              column,
              from,
              text,
              workspace.shownQuery(),
              rows ->
                  notifier.show(
                      Notice.done(
                          "Changed %s in %s"
                              .formatted(column.label(), Counted.of(rows, "row", "rows")),
                          "")));
    }
  }

  /** Saves and restores how the table of the open catalogue is arranged. FX thread. */
  private static final class Views implements OpenView {

    private final ProductTable table;
    private final EditorViewModel viewModel;

    Views(ProductTable table, EditorViewModel viewModel) {
      this.table = table;
      this.viewModel = viewModel;
    }

    @Override
    public SavedView take(String name) {
      return SavedView.of(
              name, viewModel.searchProperty().get(), viewModel.filter().stateProperty().get())
          .sortedBy(table.sortProperty().get())
          .withColumns(table.columnLayout());
    }

    @Override
    public void apply(SavedView view, List<Column> columns) {
      if (!view.columns().isEmpty()) {
        table.setColumnLayout(view.columns());
      }
      table.sort(view.order(columns));
      viewModel.searchProperty().set(view.search());
      viewModel.filter().stateProperty().set(view.state(columns));
    }
  }
}
