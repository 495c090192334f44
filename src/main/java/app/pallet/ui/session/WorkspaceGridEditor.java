package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.operation.CellResult;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.parent.NewParentPane;
import app.pallet.ui.table.editing.ClipboardBlock;
import app.pallet.ui.table.editing.GridEditor;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.edge.BlockEdges;
import app.pallet.workspace.edge.EdgeSearch;
import app.pallet.workspace.input.PasteListener;
import app.pallet.workspace.input.PasteWay;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.pending.TableEdits;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Carries out on a workspace what the user does in the grid. FX thread. */
public final class WorkspaceGridEditor implements GridEditor {

  private final Workspace workspace;
  private final BlockEdges edges;
  private final PasteListener pasted;
  private final Consumer<RowKey> heldBack;
  private final ModalWindows windows;

  /**
   * An editor of a workspace.
   *
   * @param pasted told the outcome of each paste
   * @param heldBack tells the user why nothing was done, and in which row the cursor is
   * @param windows asks what else a row of another table is to hold
   */
  public WorkspaceGridEditor(
      Workspace workspace, PasteListener pasted, Consumer<RowKey> heldBack, ModalWindows windows) {
    this.windows = windows;
    this.workspace = workspace;
    this.edges = new BlockEdges(workspace.view(), workspace.proposals(), workspace.queue());
    this.pasted = pasted;
    this.heldBack = heldBack;
  }

  @Override
  public boolean isEditable(ViewRow row, Column column) {
    return !isReadOnly() && row.isWritable(column) && row.state() != RowState.DELETED;
  }

  @Override
  public boolean isReadOnly() {
    return !workspace.database().promises().isEditable();
  }

  @Override
  public void heldBack(RowKey row) {
    heldBack.accept(row);
  }

  @Override
  public void setCell(RowKey row, Column column, String text) {
    edits().setCell(row, column, text);
  }

  @Override
  public Optional<CellResult> meant(ViewRow row, Column column, String text) {
    return edits().meant(row, column, text);
  }

  @Override
  public void setCells(RowKey row, Map<Column, Object> values) {
    edits().setCells(row, values);
  }

  @Override
  public void addParent(RowKey row, Column column, String name) {
    NewParentPane.ask(workspace, windows, row, column, name);
  }

  @Override
  public void fill(List<CellBlock> ranges, String text) {
    edits().fill(ranges, text);
  }

  @Override
  public void fillDown(List<CellBlock> ranges) {
    edits().fillDown(ranges);
  }

  @Override
  public void fill(String label, List<Fill> fills) {
    edits().fill(label, fills);
  }

  @Override
  public void findEdge(EdgeSearch search, Consumer<OptionalInt> done) {
    edges.find(search, done);
  }

  @Override
  public void clear(List<CellBlock> ranges) {
    edits().clear(ranges);
  }

  @Override
  public void revert(List<CellBlock> ranges) {
    edits().revert(ranges);
  }

  @Override
  public void deleteRows(List<CellBlock> ranges) {
    edits().delete(ranges);
  }

  @Override
  public void copy(List<CellBlock> ranges, boolean headings, Consumer<ClipboardBlock> done) {
    edits()
        .copy(
            ranges, headings, cells -> done.accept(new ClipboardBlock(cells.text(), cells.html())));
  }

  @Override
  public void paste(ClipboardBlock block, PasteTarget target, PasteWay way) {
    List<CellBlock> selected = target.selection().rectangles();
    workspace.input().paste(block.content(), target.row(), target.columns(), selected, way, pasted);
  }

  @Override
  public void sort(Optional<SortOrder> order) {
    workspace.show(workspace.query().sortedBy(order));
  }

  private TableEdits edits() {
    return workspace.edits();
  }
}
