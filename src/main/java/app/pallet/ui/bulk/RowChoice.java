package app.pallet.ui.bulk;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowKey;
import app.pallet.engine.RowHandles;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.ui.export.RowScope;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.ViewScope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which rows something is done to: those that are selected, those that the table shows, or all.
 * Following the selection, it passes over a cursor that moves: who looks at a row or takes it out
 * still means the rows that were chosen. FX thread.
 */
public final class RowChoice {

  private final Workspace workspace;
  private final ObjectProperty<RowScope> scope = new SimpleObjectProperty<>(RowScope.SHOWN);
  private final ReadOnlyObjectWrapper<Map<RowScope, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(Rows.NONE);
  private List<CellBlock> selected = List.of();
  private Rows picked = Rows.NONE;
  private int pickedRows;

  /**
   * The rows of one moment.
   *
   * @param selection names them
   * @param has whether a row is one of them
   */
  public record Rows(RowSelection selection, Predicate<RowKey> has) {
    static final Rows NONE =
        new Rows(
            new RowSelection(
                index -> {
                  throw new IndexOutOfBoundsException(index);
                },
                List.of()),
            key -> false);
  }

  /** The rows of a workspace; those that are shown until something is selected. */
  public RowChoice(Workspace workspace) {
    this.workspace = workspace;
    scope.addListener(observed -> take());
  }

  /** Which of them are meant. */
  public ObjectProperty<RowScope> scopeProperty() {
    return scope;
  }

  /** How many there are of each scope that can be chosen. */
  public ReadOnlyObjectProperty<Map<RowScope, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** The rows that are meant now. */
  public ReadOnlyObjectProperty<Rows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Begins with what is selected: several rows are meant then, and else all that are shown. */
  public void begin(List<CellBlock> blocks) {
    pick(blocks);
    scope.set(pickedRows > 1 ? RowScope.SELECTED : RowScope.SHOWN);
    refresh();
  }

  /** Takes over another selection of several rows. */
  public void follow(List<CellBlock> blocks) {
    selected = blocks;
    if (blocks.stream().mapToInt(CellBlock::rowCount).sum() > 1) {
      pick(blocks);
      refresh();
    }
  }

  /** Takes over what is selected, be it one row. */
  void pickSelected() {
    pick(selected);
    refresh();
  }

  /** Rows have come, gone or changed places. */
  public void refresh() {
    Map<RowScope, Integer> now = new EnumMap<>(RowScope.class);
    if (pickedRows > 0) {
      now.put(RowScope.SELECTED, pickedRows);
    }
    int shown = workspace.view().size();
    now.put(RowScope.SHOWN, shown);
    if (workspace.totalRows() > shown) {
      now.put(RowScope.ALL, workspace.totalRows());
    }
    counts.set(now);
    if (!now.containsKey(scope.get())) {
      scope.set(RowScope.SHOWN);
    } else {
      take();
    }
  }

  private void pick(List<CellBlock> blocks) {
    selected = blocks;
    RowSelection selection = selection(workspace.view().order(), blocks);
    pickedRows =
        selection.bands().stream().mapToInt(RowSelection.Band::rowCount).sum(); // each row once
    if (pickedRows == workspace.view().size()) {
      picked = new Rows(selection, key -> true);
    } else {
      ViewScope.Picked keys = workspace.view().picked(blocks);
      RowHandles handles = workspace.reader().handles();
      picked =
          new Rows(
              selection,
              key ->
                  switch (key) {
                    case RowKey.New fresh -> keys.added().contains(fresh);
                    case RowKey.Stored stored -> keys.stored().contains(handles.of(stored));
                  });
    }
  }

  private void take() {
    switch (scope.get()) {
      case SELECTED -> rows.set(picked);
      case SHOWN -> rows.set(new Rows(shown(), key -> true));
      case ALL -> takeAll();
    }
  }

  private RowSelection shown() {
    return selection(
        workspace.view().order(), blocks(workspace.view().size(), workspace.schema().match()));
  }

  private static RowSelection selection(RowOrder order, List<CellBlock> blocks) {
    return new RowSelection(order::keyAt, blocks);
  }

  private static List<CellBlock> blocks(int count, Column any) {
    return count == 0 ? List.of() : List.of(new CellBlock(0, count - 1, List.of(any)));
  }

  /** The keys of rows that are not shown have to be read first. */
  private void takeAll() {
    rows.set(Rows.NONE);
    workspace
        .queue()
        .<KeySnapshot>glance(
            "Find all rows",
            monitor -> workspace.reader().keys(RowQuery.ALL),
            keys -> {
              if (scope.get() == RowScope.ALL) {
                rows.set(new Rows(all(keys), key -> true));
              }
            });
  }

  private RowSelection all(KeySnapshot keys) {
    ChangeSet changes = workspace.changes();
    RowHandles handles = workspace.reader().handles();
    List<RowKey.New> added =
        IntStream.range(0, changes.newRowCount()).mapToObj(changes::newRowAt).toList();
    return new RowSelection(
        index ->
            index < keys.size() ? handles.keyOf(keys.idAt(index)) : added.get(index - keys.size()),
        blocks(keys.size() + added.size(), workspace.schema().match()));
  }
}
