package app.pallet.ui;

import app.pallet.change.RowKey;
import app.pallet.draft.DraftStatus;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.text.Counted;
import app.pallet.ui.conflict.ConflictsPane;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.history.HistoryWindow;
import app.pallet.ui.history.KeepHistoryPane;
import app.pallet.ui.panel.PanelPlace;
import app.pallet.ui.session.CatalogueExporter;
import app.pallet.ui.session.CommitNarrator;
import app.pallet.ui.session.RowNavigation;
import app.pallet.ui.session.RowTitles;
import app.pallet.ui.session.SessionBulk;
import app.pallet.ui.session.SessionCommit;
import app.pallet.ui.session.SessionDraft;
import app.pallet.ui.session.SessionEnd;
import app.pallet.ui.session.SessionFilter;
import app.pallet.ui.session.SessionFind;
import app.pallet.ui.session.SessionStatus;
import app.pallet.ui.session.SessionSteps;
import app.pallet.ui.session.SessionWatch;
import app.pallet.ui.session.WorkspaceGrid;
import app.pallet.ui.session.WorkspaceGridEditor;
import app.pallet.ui.statistics.StatisticsPopover;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.RunningWork;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.input.AcceptedImport;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * One open catalogue in the window: its workspace, its table, and what the view models show of
 * them. It lives as long as the catalogue is open. FX thread.
 */
final class EditorSession implements WorkspaceListener {

  private final EditorViewModel viewModel;
  private final CommitNarrator narrator;
  private final EditorPane pane;
  private final Notifier notifier;
  private final BiConsumer<String, Throwable> failures;
  private final Workspace workspace;
  private final WorkspaceGrid grid;
  private final ProductTable table;
  private final PasteReception pastes;
  private final RowTitles titles;
  private final SessionStatus status;
  private final RowNavigation navigation;
  private final SessionSteps steps;
  private final Dialogs dialogs;
  private final SessionFilter filter;
  private final SessionDraft draft;
  private final SessionEnd end;
  private final SessionCommit commits;
  private final TablePlace place;
  private final SessionBulk bulk;
  private final SessionWatch watch;
  private final SessionFind find;
  private boolean refreshQueued;

  /**
   * Shows a catalogue.
   *
   * @param opening opens the workspace with this session as its listener
   * @param imports opens the import window for pastes that leave questions
   * @param failures tells what could not be done, and why
   */
  EditorSession(
      Function<WorkspaceListener, Workspace> opening,
      EditorViewModel viewModel,
      EditorPane pane,
      Dialogs dialogs,
      ImportStarts imports,
      BiConsumer<String, Throwable> failures) {
    this.viewModel = viewModel;
    this.pane = pane;
    this.notifier = pane.notifier();
    this.failures = failures;
    this.narrator = new CommitNarrator(viewModel);
    this.workspace = opening.apply(this);
    this.end = new SessionEnd(workspace, viewModel, dialogs);
    this.grid = new WorkspaceGrid(workspace);
    this.pastes = new PasteReception(workspace, pane, narrator, imports, this::table);
    this.table =
        new ProductTable(
            grid, new WorkspaceGridEditor(workspace, pastes, this::heldBack, dialogs.windows()));
    this.status = new SessionStatus(viewModel, workspace);
    this.titles = new RowTitles(workspace, this::queueRefresh);
    workspace.changes().addListener(newRows -> queueRefresh());
    this.dialogs = dialogs;
    table.selectionProperty().addListener((observed, before, now) -> status.showSelection(now));
    place = TablePlace.of(workspace.database());
    showTable();
    filter =
        new SessionFilter(
            workspace,
            table,
            viewModel,
            notifier,
            failure -> tell("Count values", failure),
            pane::addFilter);
    StatisticsPopover statistics =
        new StatisticsPopover(workspace, failure -> tell("Statistics", failure));
    table.setOnStatistics((column, header) -> statistics.show(column, table, header));
    navigation = new RowNavigation(workspace, table, pane.cellBar(), filter, notifier, this::tell);
    pane.cellBar().follow(table.cursor(), navigation::nameOf);
    steps = new SessionSteps(workspace, navigation, notifier);
    draft =
        new SessionDraft(
            workspace, viewModel.draft(), dialogs, Clock.system(ZoneId.systemDefault()));
    commits =
        new SessionCommit(
            workspace,
            viewModel.commit(),
            narrator,
            navigation,
            notifier,
            end,
            new SessionCommit.Panels(pane::showChanges, pane::showProblems));
    SessionBulk.Shown shown = new SessionBulk.Shown(grid, table, navigation);
    bulk =
        new SessionBulk(
            workspace,
            shown,
            viewModel,
            new PanelPlace(pane::addPanel, pane::showPanel, pane::removePanel),
            dialogs,
            this::tell);
    find = new SessionFind(workspace, shown, pane.findBar(), viewModel.status(), this::tell);
    watch = new SessionWatch(workspace, viewModel.status(), pane::isLookedAt);
    refresh();
  }

  /** Finds texts in cells and replaces them. */
  SessionFind find() {
    return find;
  }

  /** What others commit. */
  SessionWatch watch() {
    return watch;
  }

  /** Changes of many values at once, and recipes. */
  SessionBulk bulk() {
    return bulk;
  }

  /** The drafts of this catalogue. */
  SessionDraft draft() {
    return draft;
  }

  Workspace workspace() {
    return workspace;
  }

  /** The workspace, after an open edit has been finished. */
  Workspace editedWorkspace() {
    table.finishEditing();
    return workspace;
  }

  ProductTable table() {
    return table;
  }

  private void showTable() {
    Optional<DiscoveredTable> found = workspace.database().found();
    viewModel.foundProperty().set(found);
    pane.cellBar().nameRowsBy(workspace.schema().match().label());
    viewModel.readOnlyProperty().set(readOnly());
    viewModel.catalogueProperty().set(place.title());
  }

  /** Why it can only be read; empty if it can be edited. */
  private String readOnly() {
    return workspace
        .database()
        .found()
        .filter(found -> !found.promises().isEditable())
        .map(found -> TableAccount.of(found).promises().getFirst())
        .orElse("");
  }

  /** What is open. */
  TablePlace place() {
    return place;
  }

  /** Adds a row and puts the focus on its first cell that can be filled. */
  void addRow() {
    table.finishEditing();
    workspace.edits().addRow(this::goTo);
  }

  private void goTo(RowKey key) {
    navigation.show(key, workspace.schema().matchColumn());
    table.focusCells();
  }

  void duplicateRows() {
    table.finishEditing();
    if (table.isCursorChosen()) {
      workspace.edits().duplicate(selected(), this::goTo);
    }
  }

  void undo() {
    table.finishEditing();
    steps.undo();
  }

  void redo() {
    table.finishEditing();
    steps.redo();
  }

  /** Commits and comparisons, after an open edit has been finished. */
  SessionCommit commits() {
    table.finishEditing();
    return commits;
  }

  /** Writes the pending rows that have problems into a file. */
  void saveProblemRows(Path file) {
    table.finishEditing();
    workspace
        .input()
        .saveProblemRows(
            file,
            rows ->
                notifier.show(
                    Notice.done(
                        "Saved", Counted.of(rows, "row", "rows") + " to " + file.getFileName())));
  }

  /** Makes an accepted import pending. */
  void take(AcceptedImport accepted) {
    workspace.input().take(accepted, pastes::pasted);
  }

  /** Asks what to export, and writes it as the database holds it. */
  void exportRows() {
    table.finishEditing();
    new CatalogueExporter(workspace, notifier).ask(selected(), dialogs);
  }

  /** Asks the user to resolve conflicts. */
  void resolveConflicts() {
    table.finishEditing();
    workspace
        .conflicts()
        .find(
            cells -> ConflictsPane.open(cells, dialogs.windows(), workspace.conflicts()::resolve));
  }

  /** Asks whether the history may be kept in somebody else's database. */
  void keepHistory() {
    table.finishEditing();
    KeepHistoryPane.ask(
        workspace.history(),
        place.title(),
        dialogs.windows(),
        () -> {
          showTable();
          notifier.show(
              Notice.done("History is kept from now on", "Each commit can be taken back later"));
        });
  }

  /** Shows what was committed. */
  void showHistory() {
    table.finishEditing();
    new HistoryWindow(workspace.history(), dialogs.windows(), notifier);
  }

  void revert(RowKey key) {
    steps.revert(key);
  }

  void revertAll() {
    steps.revertAll();
  }

  /** Finds rows and goes there. */
  RowNavigation navigation() {
    return navigation;
  }

  @Override
  public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
    grid.rowsStored(ids);
  }

  @Override
  public void queryStarted() {
    grid.queryStarted();
    queueRefresh();
  }

  @Override
  public void rowsMoved() {
    if (end.isBegun()) {
      return; // the window shows something else
    }
    grid.keysChanged();
    filter.rowsMoved();
    queueRefresh();
  }

  @Override
  public void rowsGrown(int from) {
    if (end.isBegun()) {
      return;
    }
    grid.keysGrown(from);
    filter.rowsMoved();
    queueRefresh();
  }

  @Override
  public void rowsChanged(int from, int to) {
    grid.rowsChanged(from, to);
  }

  @Override
  public void leftOutCounted() {
    if (!end.isBegun()) {
      status.showRows();
    }
  }

  @Override
  public void started(RunningWork work) {
    end.started(work);
    queueRefresh();
    workspace.view().postponeSearch();
  }

  @Override
  public void ended(RunningWork work) {
    end.ended(work);
    queueRefresh(); // whether a commit runs is known once this ending has been passed on
  }

  @Override
  public void stepsChanged() {
    queueRefresh();
  }

  @Override
  public void told(String message) {
    if (!end.isBegun()) {
      notifier.show(Notice.warning(message, ""));
    }
  }

  @Override
  public void failed(String task, Throwable failure) {
    narrator.failed(task);
    tell(task, failure);
  }

  private void tell(String task, Throwable failure) {
    if (end.isBegun()) {
      end.failed(task, failure);
    } else {
      failures.accept(task, failure);
    }
  }

  @Override
  public void draftChanged(DraftStatus status) {
    if (!end.isBegun()) {
      draft.show(status);
    }
  }

  /**
   * Asks what to do with running work and pending changes, if there are any, before the catalogue
   * is closed.
   *
   * @return whether it may be closed
   */
  boolean mayClose() {
    table.finishEditing();
    return end.ask();
  }

  /** Whether a file is still held by this session. */
  boolean holds(Path file) {
    return !end.isClosed()
        && workspace.database().file().toAbsolutePath().equals(file.toAbsolutePath());
  }

  /**
   * Whether the session stays until its commit has ended, so that nothing should wait for its end.
   */
  boolean isLeftToFinish() {
    return end.isLeftToFinish();
  }

  /**
   * Leaves the window and closes the catalogue in the background. Returns at once.
   *
   * @param closed told when it is closed
   * @param gone called after that, once the small window is closed too
   */
  void close(Runnable closed, Runnable gone) {
    pane.clearNotices();
    draft.close();
    filter.close();
    bulk.end();
    find.end();
    status.stop();
    watch.stop();
    table.dispose();
    end.begin(pane.getScene().getWindow(), closed, gone);
  }

  private void heldBack(RowKey row) {
    String title =
        workspace
            .view()
            .rowOf(row)
            .map(shown -> shown.text(workspace.schema().match()))
            .filter(text -> !text.isBlank())
            .orElse("another row");
    notifier.show(
        Notice.warning(
            "Nothing was changed",
            "The row you were in is not shown any more. The cursor is on "
                + title
                + " now: click, or press an arrow key, to go on there."));
  }

  private List<CellBlock> selected() {
    return table.selection().ranges();
  }

  /** Refreshes once for all changes of an event, because a paste may change the set many times. */
  private void queueRefresh() {
    if (!refreshQueued) {
      refreshQueued = true;
      Platform.runLater(this::refresh);
    }
  }

  private void refresh() {
    refreshQueued = false;
    if (end.isBegun()) {
      return;
    }
    var changes = workspace.changes();
    viewModel.undoLabelProperty().set(workspace.queue().undoLabel().orElse(""));
    viewModel.redoLabelProperty().set(workspace.queue().redoLabel().orElse(""));
    viewModel.commit().committingProperty().set(workspace.isCommitting());
    viewModel.commit().show(changes.counts());
    viewModel.changes().refresh(workspace.schema(), changes, titles::of);
    status.showRows();
    draft.changed();
  }
}
