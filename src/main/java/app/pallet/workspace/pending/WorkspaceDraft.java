package app.pallet.workspace.pending;

import app.pallet.change.ChangeHistory;
import app.pallet.change.ChangeSet;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.commit.ledger.OutcomeByValues;
import app.pallet.draft.DraftSearch;
import app.pallet.draft.DraftSession;
import app.pallet.draft.DraftStatus;
import app.pallet.draft.StoredDraft;
import app.pallet.rows.RowReader;
import app.pallet.schema.TableId;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.WorkspaceListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The draft of a workspace. It keeps what is pending on disk, and brings back what was left there.
 * In a workspace without a draft, the methods do nothing and find nothing. Owner thread, unless a
 * method says otherwise.
 */
public final class WorkspaceDraft {

  /** Fewer rows are written so quickly that nothing would be gained. */
  private static final int LARGE = 1_000;

  private final TableId table;
  private final ChangeSet changes;
  private final RowReader reader;
  private final CommitHistory history;
  private final EditQueue queue;
  private final WorkspaceListener listener;
  private final PendingWork work;
  private final Set<String> passedOver = new HashSet<>();
  private Optional<StoredDraft> offered = Optional.empty();
  private boolean isClosed;

  /**
   * The draft of a workspace.
   *
   * @param history tells what an interrupted commit wrote
   * @param work where drafts are kept, if they are
   */
  public WorkspaceDraft(
      TableId table,
      ChangeSet changes,
      RowReader reader,
      CommitHistory history,
      EditQueue queue,
      WorkspaceListener listener,
      PendingWork work) {
    this.table = table;
    this.changes = changes;
    this.reader = reader;
    this.history = history;
    this.queue = queue;
    this.listener = listener;
    this.work = work;
    work.drafts()
        .ifPresent(drafts -> {
          changes.setJournal(drafts.session());
          drafts.session().whenChanged(listener::draftChanged);
        });
  }

  private Optional<DraftSession> session() {
    return work.drafts().map(PendingWork.Drafts::session);
  }

  /** Whether a draft keeps what is pending. */
  public boolean isKept() {
    return work.drafts().isPresent();
  }

  /** Whether all that is pending is on disk. */
  public DraftStatus status() {
    return session().map(DraftSession::status).orElseGet(DraftStatus.Saved::new);
  }

  /** Tries again to write what could not be written. */
  public void retry() {
    session().ifPresent(session -> session.retry(changes.history()));
  }

  /**
   * Looks in the background for a draft that a window of this catalogue has left behind.
   *
   * @param found gets the newest draft on the owner thread, if there is one; it waits for {@link
   *     #restore}, {@link #discard} or {@link #later}
   */
  public void find(Consumer<StoredDraft> found) {
    work.drafts()
        .ifPresent(drafts -> {
          Set<String> unwanted = Set.copyOf(passedOver);
          queue.glance(
              "Look for drafts",
              monitor -> drafts.folder().find(table, reader.schema(), unwanted),
              search -> offer(search, found));
        });
  }

  private void offer(DraftSearch search, Consumer<StoredDraft> found) {
    search.remarks().forEach(listener::told);
    if (isClosed) {
      search.draft().ifPresent(StoredDraft::close);
    } else {
      offered = search.draft();
      search.draft().ifPresent(found);
    }
  }

  /** Whether a draft can be restored now: nothing is pending here. */
  public boolean canRestore() {
    return isKept() && changes.isEmpty();
  }

  /**
   * Makes a draft's changes pending again, with undo and redo, and continues its file. First, in
   * the background, rows that a commit had written are removed, and the others are compared with
   * the catalogue.
   *
   * @param done gets the report on the owner thread. Not called if something else became pending
   *     meanwhile; the listener is told then
   */
  public void restore(StoredDraft draft, Consumer<RestoreReport> done) {
    queue.look(turn ->
        session()
            .filter(session -> canRestore())
            .ifPresent(session ->
                turn.read(
                    "Restore draft",
                    monitor -> bring(draft),
                    report -> {
                      if (isClosed || !canRestore()) {
                        listener.told(
                            "The draft was not restored, because something else is pending by now."
                                + " It is kept.");
                        return;
                      }
                      offered = Optional.empty();
                      session.adopt(draft);
                      changes.become(draft.changes());
                      done.accept(report);
                    })));
  }

  private RestoreReport bring(StoredDraft draft) {
    int settled = 0;
    List<RowChange.Add> unsure = new ArrayList<>();
    for (String token : draft.openCommits()) {
      int before = draft.counts().total();
      settle(draft, token, unsure);
      settled += before - draft.counts().total();
    }
    Optional<Path> damaged =
        draft.damagedBytes() > 0 ? Optional.of(draft.damagedFile()) : Optional.empty();
    draft.mend();
    Map<RowKey, List<RowProblem>> conflicts =
        new RestoredRows(reader).conflicts(draft.changes().changes());
    conflicts.putAll(PendingConflicts.perhapsAdded(unsure));
    if (!conflicts.isEmpty()) {
      ProblemOrigins places = new ProblemOrigins(draft.changes().snapshot().origins());
      draft.changes().refuse(places.placed(conflicts));
    }
    return new RestoreReport(
        draft.counts(),
        settled,
        conflicts.size(),
        draft.leftOut(),
        draft.damagedBytes(),
        damaged,
        draft.isOfReplacedFile());
  }

  /**
   * Removes from a draft what a commit has written, but keeps what was done to these rows since.
   *
   * @param unsure gets the rows of which it is not known
   */
  private void settle(StoredDraft draft, String token, List<RowChange.Add> unsure) {
    ChangesDuringCommit later = new ChangesDuringCommit(draft.changes());
    List<CommittedChange> written = new ArrayList<>();
    Set<RowKey> keys = new HashSet<>();
    Map<RowKey.New, RowKey.Stored> given = new HashMap<>();
    List<RowChange> pending = draft.changes().committable();
    OutcomeByValues.Written known = history.written(token, pending);
    unsure.addAll(known.unsure());
    for (CommittedChange committed : known.written()) {
      RowKey key = committed.change().key();
      if (key instanceof RowKey.New added) {
        given.put(added, committed.row());
      }
      if (draft.changes().get(key).isPresent() && !later.isKnown(committed)) {
        written.add(committed);
        keys.add(key);
      }
    }
    draft.settle(token, keys, given, later.since(written, given));
  }

  /** Deletes a draft for good, in the background. */
  public void discard(StoredDraft draft) {
    offered = Optional.empty();
    queue.read(
        "Discard draft",
        monitor -> {
          draft.discard();
          return draft;
        },
        gone -> {});
  }

  /** Leaves a draft for the next start. */
  public void later(StoredDraft draft) {
    offered = Optional.empty();
    passedOver.add(draft.name());
    draft.close();
  }

  /**
   * Writes prepared changes before they are recorded, if there are many. Waits for the disk, so it
   * must run in the background.
   */
  void prepare(PreparedChanges prepared) {
    if (prepared.rows() >= LARGE) {
      session().ifPresent(session -> session.prepare(prepared.action()));
    }
  }

  /** Whether {@link #prepare} has something to do for these. */
  boolean isWorthPreparing(PreparedChanges prepared) {
    return isKept() && prepared.rows() >= LARGE;
  }

  /**
   * Notes that a commit is about to begin. Waits for the disk, so it must run in the background.
   */
  void startCommit(String token) {
    session().ifPresent(session -> session.startCommit(token));
  }

  /** Notes that what a commit wrote is no longer pending. */
  void endCommit(String token) {
    ChangeHistory rest = changes.history();
    session().ifPresent(session -> session.endCommit(token, rest));
  }

  /** Hands over what is pending, and its draft, to the next workspace. */
  public PendingWork handOver() {
    release();
    return new PendingWork(Optional.of(changes), work.drafts());
  }

  /**
   * Ends the draft once everything has been written. Does not wait.
   *
   * @param wanted whether what is pending is kept; an empty draft is always deleted
   */
  public void beginEnd(DraftSession.Ending wanted) {
    release();
    DraftSession.Ending ending = changes.isEmpty() ? DraftSession.Ending.DISCARD : wanted;
    session().ifPresent(session -> session.beginEnd(ending));
  }

  /** Waits until the draft has ended on the disk. Any thread but a window's. */
  public void awaitEnd() {
    session().ifPresent(DraftSession::awaitEnd);
  }

  private void release() {
    isClosed = true;
    offered.ifPresent(StoredDraft::close);
    offered = Optional.empty();
  }
}
