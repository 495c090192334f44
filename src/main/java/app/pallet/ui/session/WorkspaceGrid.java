package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** The rows of a workspace as the grid asks for them. FX thread. */
public final class WorkspaceGrid implements GridModel {

  private final Workspace workspace;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private BiFunction<ViewRow, Column, Optional<String>> preview = (row, column) -> Optional.empty();
  private Optional<Finding> finding = Optional.empty();
  private boolean storing;

  /** What is looked for in the cells. */
  public interface Finding {

    /** Where it is in a cell, as {@link GridModel#marks}. */
    int[] marks(int index, ViewRow row, Column column, String shown);

    /** What the cell becomes when it is replaced; empty if it stays. */
    Optional<String> replaced(int index, ViewRow row, Column column);
  }

  /** The rows of a workspace. */
  public WorkspaceGrid(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public List<Column> columns() {
    return workspace.schema().columns();
  }

  @Override
  public CellFormat format() {
    return workspace.format();
  }

  @Override
  public Optional<ShownParents> parents() {
    return Optional.of(workspace.parents());
  }

  @Override
  public Optional<String> preview(int index, ViewRow row, Column column) {
    Optional<String> prepared = preview.apply(row, column);
    return prepared.isPresent()
        ? prepared
        : finding.flatMap(now -> now.replaced(index, row, column));
  }

  @Override
  public int[] marks(int index, ViewRow row, Column column, String shown) {
    return finding.map(now -> now.marks(index, row, column, shown)).orElse(NO_MARKS);
  }

  /** Sets what is looked for, and shows where it is; again whenever that changes. */
  public void setFinding(Optional<Finding> now) {
    finding = now;
    rowsChanged(0, rowCount());
  }

  /** Sets what tells what cells would become, and shows it; again whenever it tells otherwise. */
  public void setPreview(BiFunction<ViewRow, Column, Optional<String>> telling) {
    preview = telling;
    rowsChanged(0, rowCount());
  }

  @Override
  public int rowCount() {
    return workspace.view().size();
  }

  @Override
  public RowOrder order() {
    return workspace.view().order();
  }

  @Override
  public Object question() {
    return List.of(workspace.query(), workspace.scope());
  }

  @Override
  public boolean isExpectingRows() {
    return storing || workspace.view().isCounting();
  }

  @Override
  public Optional<ViewRow> rowAt(int row) {
    return workspace.view().rowAt(row);
  }

  @Override
  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** Added rows have been stored in the database, which will be read again. */
  public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
    storing = true;
    listeners.forEach(listener -> listener.rowsStored(ids));
  }

  /** Rows are being read anew. */
  public void queryStarted() {
    storing = false;
  }

  /** Rows came, went or changed places. */
  public void keysChanged() {
    listeners.forEach(Listener::keysChanged);
  }

  /** More rows were found from an index on. */
  public void keysGrown(int from) {
    listeners.forEach(listener -> listener.keysGrown(from));
  }

  /** Rows arrived or changed at their places. */
  public void rowsChanged(int from, int to) {
    listeners.forEach(listener -> listener.rowsChanged(from, to));
  }
}
