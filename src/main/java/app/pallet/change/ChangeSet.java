package app.pallet.change;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All changes that are pending for a catalogue, at most one for each row, with unlimited undo and
 * redo. Every operation costs time and memory for the rows it touches, never for the catalogue.
 *
 * <p>Confined to one thread (in the window: the FX thread). Other threads work on a {@link
 * #snapshot}.
 */
public final class ChangeSet {

  /** Rows of a step that are looked at to say what it is about. */
  private static final int QUICKLY_READ = 10_000;

  private final List<Listener> listeners = new ArrayList<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private final TableSchema schema;
  private final PendingSnapshot.RequiredCells required;
  private PendingSnapshot.OwnParents parents;
  private PendingChanges pending = new PendingChanges();
  private StepHistory steps = new StepHistory();
  private ChangeJournal journal = ChangeJournal.NONE;
  private long revision;

  /** An empty change set for a table. */
  public ChangeSet(TableSchema schema) {
    this.schema = schema;
    required = new PendingSnapshot.RequiredCells(schema);
    parents = PendingSnapshot.OwnParents.of(schema);
  }

  /**
   * Takes over all that is pending in another change set, its undo and redo and its journal, for
   * the same table with more columns. The other one must not be used any more.
   */
  public ChangeSet(TableSchema schema, ChangeSet previous) {
    this(schema);
    takeOver(previous);
    journal = previous.journal;
    revision = previous.revision + 1;
  }

  /**
   * Takes over all that is pending in another change set of the same table, and its undo and redo
   * in place of the own ones. The other one must not be used any more. The journal is not told.
   *
   * @throws IllegalStateException if something is pending here
   */
  public void become(ChangeSet other) {
    if (!isEmpty()) {
      throw new IllegalStateException("There are changes already");
    }
    steps.clear();
    takeOver(other);
    changed(true);
  }

  private void takeOver(ChangeSet other) {
    steps.addAll(other.steps);
    raiseNumber(other.lastNumber.get());
    parents = parents.with(other.parents.given());
    pending = other.pending;
  }

  /** The table whose rows are changed. */
  public TableSchema schema() {
    return schema;
  }

  /** Sets who is told of everything before it happens. */
  public void setJournal(ChangeJournal told) {
    journal = told;
  }

  /** Lets a listener hear of every later change. */
  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  /** A key for a row to be added, never given before. Any thread. */
  public RowKey.New nextKey() {
    return new RowKey.New(lastNumber.incrementAndGet());
  }

  /** Lets no row to be added get a number up to this one any more. Any thread. */
  public void raiseNumber(long number) {
    lastNumber.accumulateAndGet(number, Math::max);
  }

  /** The pending change of a row. */
  public Optional<RowChange> get(RowKey key) {
    return Optional.ofNullable(pending.byKey().get(key));
  }

  /**
   * All pending changes, in the order in which their rows were first touched; a view to be read
   * before the next change.
   */
  public Collection<RowChange> changes() {
    return pending.byKey().values();
  }

  /** The pending changes that have problems; a view to be read before the next change. */
  public Collection<RowChange> withProblems() {
    return pending.withProblems();
  }

  /** How many problems the pending changes have in all. */
  public int problemCount() {
    return pending.tally().problems();
  }

  /** An immutable list of the changes that can be committed now. */
  public List<RowChange> committable() {
    return pending.committable(Set.of());
  }

  /** How many changes are pending. */
  public ChangeCounts counts() {
    return pending.tally().counts();
  }

  /** Whether nothing is pending. */
  public boolean isEmpty() {
    return pending.byKey().isEmpty();
  }

  /** Whether nothing is pending and there is nothing to undo or redo. */
  public boolean isClean() {
    return isEmpty() && steps.isEmpty();
  }

  /** How all came about that is pending. */
  public ChangeHistory history() {
    return new ChangeHistory(steps, withProblems(), lastNumber.get());
  }

  /**
   * Does again what a journal was told, without telling it.
   *
   * @throws DamagedChangesException if it can't have happened to this change set
   */
  public void replay(ChangeAction action) {
    switch (action) {
      case ChangeAction.Step step -> {
        raiseNumber(step.highestNumber());
        push(
            ChangeStep.replayed(step.label(), pending.byKey(), step.results())
                .from(step.origins()));
      }
      case ChangeAction.Undo undone when canUndo() -> put(steps.undo(), ChangeStep.Swap::before);
      case ChangeAction.Redo redone when canRedo() -> put(steps.redo(), ChangeStep.Swap::after);
      case ChangeAction.Settle(var keys, var later, var given) ->
          take(Settlement.of(snapshot(), keys, given), later);
      case ChangeAction.Remark(var results) ->
          remark(ChangeStep.replayed("", pending.byKey(), results));
      case ChangeAction.Undo _, ChangeAction.Redo _ ->
          throw new DamagedChangesException("There is nothing for " + action, null);
    }
  }

  /** Number of rows to be added. */
  public int newRowCount() {
    return pending.newRows().size();
  }

  /** The row to be added at a place from 0, in the order in which they were made. */
  public RowKey.New newRowAt(int index) {
    return pending.newRows().get(index);
  }

  /** Place of a row to be added, or -1. */
  public int indexOfNewRow(RowKey.New key) {
    return pending.newRows().indexOf(key);
  }

  /**
   * What is pending now, for work on other threads. Takes no time, but the next change then takes
   * time for all that is pending.
   */
  public PendingSnapshot snapshot() {
    return new PendingSnapshot(pending.share(), steps.copy(), revision, required, parents, true);
  }

  /**
   * What is pending now, for work on this thread that is done before anything else changes. Costs
   * nothing, and makes nothing cost more.
   */
  public PendingSnapshot current() {
    return new PendingSnapshot(pending, steps, revision, required, parents, false);
  }

  /** Whether nothing has changed since these were prepared. */
  public boolean isCurrent(PreparedChanges prepared) {
    return prepared.revision() == revision;
  }

  /**
   * Records prepared changes as one step; nothing where they change nothing.
   *
   * @throws IllegalStateException if anything has changed since they were prepared; {@link
   *     PendingSnapshot#again} works them out again
   */
  public void record(PreparedChanges prepared) {
    requireCurrent(prepared.revision());
    PendingChanges result = prepared.result();
    if (prepared.step().swaps().isEmpty()) {
      pending = result == null ? pending : result; // the same, and not shared
      return;
    }
    journal.happening(prepared.action(), this::history);
    if (result == null) {
      push(prepared.step());
    } else {
      steps.add(prepared.step());
      pending = result;
      changed(prepared.moved());
    }
  }

  /** Merges changes into what is pending as one step, on this thread. */
  public void record(String label, Collection<? extends RowChange> wanted) {
    record(current().merged(label, wanted, Map.of()));
  }

  private void requireCurrent(long known) {
    if (known != revision) {
      throw new IllegalStateException("Something else has changed since this was prepared");
    }
  }

  /** Whether there is a step to undo. */
  public boolean canUndo() {
    return steps.last().isPresent();
  }

  /** Whether there is a step to redo. */
  public boolean canRedo() {
    return steps.next().isPresent();
  }

  /** What the next undo takes back, as the user reads it. */
  public Optional<String> undoLabel() {
    return steps.last().map(ChangeStep::label);
  }

  /** What the next redo does again, as the user reads it. */
  public Optional<String> redoLabel() {
    return steps.next().map(ChangeStep::label);
  }

  /** The one column that the next undo changes, if it is one and there are not too many rows. */
  public Optional<Column> undoColumn() {
    return steps.last().filter(ChangeSet::isQuicklyRead).flatMap(ChangeStep::onlyColumn);
  }

  /** The one column that the next redo changes, if it is one and there are not too many rows. */
  public Optional<Column> redoColumn() {
    return steps.next().filter(ChangeSet::isQuicklyRead).flatMap(ChangeStep::onlyColumn);
  }

  private static boolean isQuicklyRead(ChangeStep step) {
    return step.swaps().size() <= QUICKLY_READ;
  }

  /** The row that the next undo is about, the first of several. */
  public Optional<RowKey> undoRow() {
    return steps.last().map(step -> step.swaps().getFirst().key());
  }

  /** The row that the next redo is about, the first of several. */
  public Optional<RowKey> redoRow() {
    return steps.next().map(step -> step.swaps().getFirst().key());
  }

  /** How many rows the next undo touches; 0 where there is nothing to undo. */
  public int undoRows() {
    return steps.last().map(step -> step.swaps().size()).orElse(0);
  }

  /** How many rows the next redo touches; 0 where there is nothing to redo. */
  public int redoRows() {
    return steps.next().map(step -> step.swaps().size()).orElse(0);
  }

  /** Whether nothing has changed since this was worked out. */
  public boolean isCurrent(PreparedUndo prepared) {
    return prepared.revision() == revision;
  }

  /**
   * Takes back the latest step, of which the result is known.
   *
   * @throws IllegalStateException if anything has changed since then
   */
  public void undo(PreparedUndo prepared) {
    requireCurrent(prepared.revision());
    journal.happening(new ChangeAction.Undo(), this::history);
    steps.undo();
    takeOver(prepared);
  }

  /**
   * Does the step again that was undone last, of which the result is known.
   *
   * @throws IllegalStateException if anything has changed since then
   */
  public void redo(PreparedUndo prepared) {
    requireCurrent(prepared.revision());
    journal.happening(new ChangeAction.Redo(), this::history);
    steps.redo();
    takeOver(prepared);
  }

  private void takeOver(PreparedUndo prepared) {
    pending = prepared.result();
    changed(prepared.moved());
  }

  /** Takes back the latest step; nothing where there is none. */
  public void undo() {
    if (canUndo()) {
      journal.happening(new ChangeAction.Undo(), this::history);
      put(steps.undo(), ChangeStep.Swap::before);
    }
  }

  /** Does the step again that was undone last; nothing where there is none. */
  public void redo() {
    if (canRedo()) {
      journal.happening(new ChangeAction.Redo(), this::history);
      put(steps.redo(), ChangeStep.Swap::after);
    }
  }

  /** Whether nothing has changed since this was worked out. */
  public boolean isCurrent(Settlement settlement) {
    return settlement.revision() == revision;
  }

  /**
   * Forgets rows that are in the database now: they are no longer pending, and no undo brings their
   * changes back. What was done to them meanwhile becomes a step of its own.
   *
   * @param settlement is worked out again if anything has changed meanwhile
   */
  public void settle(Settlement settlement, List<RowChange> later) {
    if (!settlement.keys().isEmpty()) {
      var results = later.stream().map(c -> new ChangeAction.Result(c.key(), c)).toList();
      journal.happening(
          new ChangeAction.Settle(settlement.keys(), results, settlement.given()), this::history);
      boolean isCurrent = isCurrent(settlement);
      take(
          isCurrent ? settlement : Settlement.of(snapshot(), settlement.keys(), settlement.given()),
          results);
    }
  }

  /** The same where no cell refers to rows that were added. */
  public void settle(Set<? extends RowKey> committed, List<RowChange> later) {
    settle(committed, Map.of(), later);
  }

  /** The same for rows of which nothing is worked out yet. */
  public void settle(
      Set<? extends RowKey> committed,
      Map<RowKey.New, ? extends RowKey.Stored> given,
      List<RowChange> later) {
    if (!committed.isEmpty()) {
      settle(Settlement.of(snapshot(), committed, given), later);
    }
  }

  private void take(Settlement settlement, List<ChangeAction.Result> later) {
    pending = settlement.result();
    parents = parents.with(settlement.given());
    steps = settlement.steps();
    changed(settlement.moved());
    if (!later.isEmpty()) {
      push(ChangeStep.replayed("Change during commit", pending.byKey(), later));
    }
  }

  /**
   * Puts what a commit said about rows that are still pending in place of what the last one said;
   * what is wrong with their input stays. Not a step: undo does not bring an old refusal back.
   *
   * @param refusals the problems of each refused row
   */
  public void refuse(Map<? extends RowKey, List<RowProblem>> refusals) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    refusals.forEach((key, problems) -> {
      RowChange change = pending.byKey().get(key);
      if (change != null) {
        List<RowProblem> all = new ArrayList<>(change.withoutRefusals().problems());
        problems.stream().filter(problem -> !all.contains(problem)).forEach(all::add);
        results.put(key, change.withProblems(all));
      }
    });
    ChangeStep remark = ChangeStep.between("", pending.byKey(), results);
    if (!remark.swaps().isEmpty()) {
      journal.happening(new ChangeAction.Remark(remark.results()), this::history);
      remark(remark);
    }
  }

  /** Says something of rows. That a row may be in already holds whatever is undone or redone. */
  private void remark(ChangeStep remark) {
    Map<RowKey, List<RowProblem>> doubts = new HashMap<>();
    for (ChangeStep.Swap swap : remark.swaps()) {
      if (swap.after() instanceof RowChange.Add add && !add.isCommittable()) {
        doubts.put(add.key(), add.problems().stream().filter(add::isDoubt).toList());
      }
    }
    if (doubts.values().stream().anyMatch(problems -> !problems.isEmpty())) {
      steps.map(change -> withAlso(change, doubts.getOrDefault(change.key(), List.of())));
    }
    put(remark, ChangeStep.Swap::after);
  }

  private static RowChange withAlso(RowChange change, List<RowProblem> more) {
    if (change.problems().containsAll(more)) {
      return change;
    }
    return change.withProblems(
        Stream.concat(change.problems().stream(), more.stream()).distinct().toList());
  }

  private void push(ChangeStep step) {
    steps.add(step);
    put(step, ChangeStep.Swap::after);
  }

  private void put(ChangeStep step, Function<ChangeStep.Swap, @Nullable RowChange> side) {
    pending = pending.own();
    changed(pending.put(step, side));
  }

  private void changed(boolean moved) {
    revision++;
    listeners.forEach(listener -> listener.changed(moved));
  }

  /** Hears after pending changes have changed; called on the thread that changed them. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Something changed.
     *
     * @param newRows whether rows to be added came, went or moved, so that row numbers shift
     */
    void changed(boolean newRows);
  }
}
