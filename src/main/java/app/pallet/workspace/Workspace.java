package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.draft.DraftSession;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowSource;
import app.pallet.rows.RowSourceListener;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.bulk.BulkEdits;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.export.CatalogueExport;
import app.pallet.workspace.history.CatalogueHistory;
import app.pallet.workspace.input.SpreadsheetInput;
import app.pallet.workspace.pending.PendingConflicts;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.pending.TableEdits;
import app.pallet.workspace.pending.WorkspaceCommits;
import app.pallet.workspace.pending.WorkspaceDraft;
import app.pallet.workspace.turns.BackgroundTasks;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.RowLookup;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.SelectionTotals;
import app.pallet.workspace.view.ViewQuery;
import app.pallet.workspace.view.ViewRow;
import app.pallet.workspace.view.ViewScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One open catalogue being edited: its rows, what is pending for them, and the ways to change,
 * commit and compare. Owner thread only (in the window: the FX thread); what takes a while runs on
 * the two runners and comes back to the owner thread. It owns the database and closes it.
 */
public final class Workspace implements AutoCloseable {

  private final CatalogueDatabase database;
  private final WorkRunner readingRunner;
  private final WorkRunner writingRunner;
  private final WorkspaceListener listener;
  private final ReferenceTexts texts;
  private final ChangeSet changes;
  private final RowSource rows;
  private final RowView view;
  private final ViewQuery shown;
  private final RowReader reader;
  private final BackgroundTasks tasks;
  private final EditQueue queue;
  private final Proposals proposals;
  private final TableEdits edits;
  private final WorkspaceDraft draft;
  private final SpreadsheetInput input;
  private final CatalogueExport export;
  private final WorkspaceCommits commits;
  private final CatalogueHistory history;
  private final SelectionTotals totals;
  private final PendingConflicts conflicts;
  private final List<WorkRunner> beside = new ArrayList<>();
  private int storedRows;
  private boolean isHandedOver;

  /**
   * Opens the workspace of a catalogue and starts reading its keys.
   *
   * @param readingRunner where rows are read; closed with the workspace
   * @param writingRunner where commits run; closed with the workspace
   * @param format how typed and pasted numbers and dates are meant where a column doesn't tell
   * @param listener hears, on the owner thread, of everything that comes from the background
   * @param pending what to begin with, with a draft on disk or without; ended with the workspace
   */
  public Workspace(
      CatalogueDatabase database,
      WorkRunner readingRunner,
      WorkRunner writingRunner,
      CellFormat format,
      WorkspaceListener listener,
      PendingWork pending) {
    this.database = database;
    this.readingRunner = readingRunner;
    this.writingRunner = writingRunner;
    this.texts = new ReferenceTexts(database, format);
    this.listener = listener;
    this.changes =
        pending
            .changes()
            .map(before -> new ChangeSet(database.schema(), before))
            .orElseGet(() -> new ChangeSet(database.schema()));
    this.texts.follow(changes);
    this.reader = new RowReader(database);
    this.rows = new RowSource(database, readingRunner, new SourceListener());
    this.view = new RowView(rows, changes);
    this.shown = new ViewQuery(rows, changes, view, reader, texts, readingRunner, listener);
    this.tasks = new BackgroundTasks(readingRunner, writingRunner, listener);
    this.queue = new EditQueue(changes, tasks, listener);
    CommitHistory ledger = new CommitHistory(database);
    this.draft =
        new WorkspaceDraft(database.tableId(), changes, reader, ledger, queue, listener, pending);
    this.proposals = new Proposals(changes, view, reader, queue, draft);
    this.edits = new TableEdits(changes, view, reader, proposals, queue, texts, listener);
    this.input = new SpreadsheetInput(changes, view, reader, edits, queue, proposals, texts);
    this.export = new CatalogueExport(view, reader, tasks);
    this.history =
        new CatalogueHistory(database, ledger, reader, changes::nextKey, queue, proposals, tasks);
    this.totals =
        new SelectionTotals(database, readingRunner, rows, view, changes, listener::failed);
    this.commits =
        new WorkspaceCommits(database, changes, queue, tasks, draft, listener, this::refresh);
    this.conflicts = new PendingConflicts(changes, reader, format, queue, proposals);
    changes.addListener(this::changesChanged);
  }

  /** The database that is being edited. */
  public CatalogueDatabase database() {
    return database;
  }

  /** Its product table. */
  public TableSchema schema() {
    return database.schema();
  }

  /** How typed and pasted numbers and dates are meant where a column doesn't tell. */
  public CellFormat format() {
    return texts.format();
  }

  /** The rows that cells refer to. */
  public ShownParents parents() {
    return shown.parents();
  }

  /** What is pending. */
  public ChangeSet changes() {
    return changes;
  }

  /** The rows as the table shows them. */
  public RowView view() {
    return view;
  }

  /** Changes of cells and rows. */
  public TableEdits edits() {
    return edits;
  }

  /** Operations and recipes over many rows; whoever shows a preview has one of its own. */
  public BulkEdits bulk() {
    return new BulkEdits(database.schema(), proposals, queue);
  }

  /** The one way in which changes become pending: for bulk changes, replacing and sales. */
  public Proposals proposals() {
    return proposals;
  }

  /** Undo and redo, and the order in which what the user does takes effect. */
  public EditQueue queue() {
    return queue;
  }

  /** Pasted blocks and files. */
  public SpreadsheetInput input() {
    return input;
  }

  /** The pending changes that somebody else is in the way of. */
  public PendingConflicts conflicts() {
    return conflicts;
  }

  /** What was committed. */
  public CatalogueHistory history() {
    return history;
  }

  /** What keeps all that is pending on disk. */
  public WorkspaceDraft draft() {
    return draft;
  }

  /** Sums over selected cells. */
  public SelectionTotals totals() {
    return totals;
  }

  /** A row by its number or by what it is known by. */
  public RowLookup lookup() {
    return new RowLookup(rows, view, changes, reader, readingRunner);
  }

  /** Files written from the rows. */
  public CatalogueExport export() {
    return export;
  }

  /** Reads rows for exports; blocking, so not on the owner thread of a window. */
  public RowReader reader() {
    return reader;
  }

  /**
   * Gets rows wherever they are: at once, or from the database.
   *
   * @param then gets them on the owner thread, without those that are no longer there
   */
  public void peek(List<RowKey> keys, Consumer<List<ViewRow>> then) {
    proposals.peek(queue, keys, then);
  }

  /** What is searched and filtered for, and how rows are sorted. */
  public RowQuery query() {
    return shown.query();
  }

  /** The same with the rows that the view is limited to: what the table shows of the database. */
  public RowQuery shownQuery() {
    return shown.shown();
  }

  /** Which rows the view is limited to. */
  public ViewScope scope() {
    return shown.scope();
  }

  /** Shows other rows or another order. What is pending stays, whether it is shown or not. */
  public void show(RowQuery wanted) {
    shown.show(wanted, shown.scope());
  }

  /** Shows other rows or another order, of all rows or of some only. */
  public void show(RowQuery wanted, ViewScope scope) {
    shown.show(wanted, scope);
  }

  /**
   * Stops a search or sort that still runs, and goes back to the rows there were before.
   *
   * @return whether one was running
   */
  public boolean cancelQuery() {
    return shown.cancel();
  }

  /** Reads again what the database holds. */
  public void refresh() {
    shown.refresh();
  }

  /** Number of all rows whatever is searched for, as far as is known, with those to be added. */
  public int totalRows() {
    return storedRows + changes.newRowCount();
  }

  /** Whether a commit or a comparison is running; none other can begin then. */
  public boolean isCommitting() {
    return commits.isRunning();
  }

  /**
   * Looks at what would be committed, in the background, and makes the backup of the day if it is
   * due. Rows that would give a unique value to two are marked and should be left out of the
   * commit. Does nothing while another commit runs.
   *
   * @param backups where backups go; empty for none
   * @param done gets what was found on the owner thread
   */
  public void checkCommit(
      GuardLimits limits, Optional<CatalogueBackups> backups, Consumer<CommitFindings> done) {
    commits.check(limits, backups, done);
  }

  /**
   * Commits what can be committed, in the background. Afterwards exactly the rows that are not in
   * the database are still pending, each refused one with the reason on its cell, and the view
   * shows what the database holds. Does nothing while another commit runs.
   *
   * @param events hears of each batch, on the writing thread
   * @param done gets the report on the owner thread
   */
  public void commit(CommitPlan plan, CommitListener events, Consumer<CommitReport> done) {
    commit(plan, Set.of(), HistoryLimits.DEFAULT, events, done);
  }

  /**
   * The same without some rows.
   *
   * @param held the rows that wait
   * @param limits how much of the history is kept afterwards
   */
  public void commit(
      CommitPlan plan,
      Set<? extends RowKey> held,
      HistoryLimits limits,
      CommitListener events,
      Consumer<CommitReport> done) {
    commits.commit(plan, held, limits, events, done);
  }

  /**
   * Adds columns to the catalogue, in the background. This workspace doesn't know them: close it
   * and open the catalogue again, with its changes.
   *
   * @param done called on the owner thread once they are there
   */
  public void addColumns(List<Column> columns, Runnable done) {
    tasks.write(
        "Add columns",
        monitor -> {
          database.addColumns(columns);
          return columns;
        },
        added -> queue.whenIdle(done),
        () -> {});
  }

  /**
   * Measures the three modes with what is pending on scratch copies, in the background. The
   * catalogue and what is pending stay as they are.
   *
   * @param done gets the measured times on the owner thread
   */
  public void compare(CommitPlan plan, Consumer<ComparisonResult> done) {
    commits.compare(plan, done);
  }

  /**
   * What is pending, and the draft that keeps it, for another workspace of the same catalogue.
   * Closing this one then leaves them alone; nothing may change here any more.
   */
  public PendingWork handOver() {
    isHandedOver = true;
    return draft.handOver();
  }

  /** The commit that runs, or the preparation of one. */
  public Optional<RunningWork> commitWork() {
    return commits.running();
  }

  /** Everything that runs and would be lost if it were stopped now, the oldest first. */
  public List<RunningWork> atStake() {
    return tasks.atStake();
  }

  /**
   * A runner beside the reading one, for work that looks at this catalogue; ended with the
   * workspace.
   *
   * @param name what its thread is called
   */
  public WorkRunner beside(String name) {
    WorkRunner runner = readingRunner.beside(name);
    beside.add(runner);
    return runner;
  }

  /**
   * Asks everything that runs to stop, and starts nothing more; a commit stops within some hundred
   * rows, and what it has not written stays pending. Waits for nobody; {@link #close(
   * DraftSession.Ending, Runnable)} follows.
   */
  public void stop() {
    tasks.stop();
  }

  /**
   * Closes the workspace once what runs has ended by itself or was stopped, and keeps nobody
   * waiting: connections, threads and files are closed on the writing thread. To be called once.
   *
   * @param pending what becomes of what is pending then
   * @param closed called on the owner thread when all is closed
   */
  public void close(DraftSession.Ending pending, Runnable closed) {
    tasks.whenIdle(() -> {
      rows.stop();
      totals.stop();
      readingRunner.stop();
      beside.forEach(WorkRunner::stop);
      if (!isHandedOver) {
        draft.beginEnd(pending);
      }
      String name = "Close " + database.file().getFileName();
      writingRunner.start(
          name,
          monitor -> {
            awaitEnd();
            return database;
          },
          WorkListener.of(
              gone -> closed.run(),
              failure -> {
                listener.failed(name, failure);
                closed.run();
              }));
    });
  }

  /**
   * Ends background work and closes the database, and waits for both: not for a window. What is
   * pending stays in the draft, if there is one, to be offered at the next start.
   */
  @Override
  public void close() {
    rows.stop();
    readingRunner.close();
    writingRunner.close();
    if (!isHandedOver) {
      draft.beginEnd(DraftSession.Ending.KEEP);
    }
    awaitEnd();
  }

  /** Waits for all that has begun to end. */
  private void awaitEnd() {
    rows.close();
    totals.close();
    shown.close();
    beside.forEach(WorkRunner::close);
    readingRunner.close();
    writingRunner.close();
    try {
      database.close();
    } finally {
      if (!isHandedOver) {
        draft.awaitEnd();
      }
    }
  }

  private void changesChanged(boolean newRows) {
    shown.changesChanged(newRows);
    if (newRows) {
      listener.rowsMoved();
    } else {
      listener.rowsChanged(0, view.size());
    }
  }

  private final class SourceListener implements RowSourceListener {

    @Override
    public void queryStarted() {
      listener.queryStarted();
    }

    @Override
    public void keysChanged() {
      answered();
      listener.rowsMoved();
    }

    @Override
    public void keysGrown(int from) {
      answered();
      listener.rowsGrown(from);
    }

    private void answered() {
      if (!rows.query().isSearching() && !rows.isCounting()) {
        storedRows = rows.size();
      }
      shown.answered();
    }

    @Override
    public void rowsArrived(int from, int to) {
      listener.rowsChanged(from, to);
    }

    @Override
    public void failed(Throwable failure) {
      listener.failed("Read rows", failure);
    }
  }
}
