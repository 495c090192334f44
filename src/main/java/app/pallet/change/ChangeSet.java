package app.pallet.change;

import app.pallet.schema.CellReading;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All changes that are pending for a catalogue, at most one for each row, with unlimited undo and
 * redo. Every operation costs time and memory for the rows it touches, never for the catalogue.
 *
 * <p>Confined to one thread (in the window: the FX thread). Other threads work on a {@link
 * #snapshot}.
 */
public final class ChangeSet {

  private final List<Listener> listeners = new ArrayList<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private final TableSchema schema;
  private final RequiredCells required;
  private PendingChanges pending = new PendingChanges();
  private StepHistory steps = new StepHistory();
  private ChangeJournal journal = ChangeJournal.NONE;
  private long revision;

  /** An empty change set for a table. */
  public ChangeSet(TableSchema schema) {
    this.schema = schema;
    required = new RequiredCells(schema);
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
      case ChangeAction.Settle(var keys, var later) -> take(Settlement.of(snapshot(), keys), later);
      case ChangeAction.Remark(var results) ->
          put(ChangeStep.replayed("", pending.byKey(), results), ChangeStep.Swap::after);
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
    return new PendingSnapshot(pending.share(), steps.copy(), revision);
  }

  /**
   * Merges a large input with what was pending when the snapshot was taken, so that recording it
   * takes little of the owner's time. Any thread.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   * @param origins where in which file they come from, as far as they don't say it themselves
   */
  public PreparedChanges prepare(
      PendingSnapshot snapshot,
      String label,
      Collection<? extends RowChange> wanted,
      Map<RowKey, RowOrigin> origins) {
    Map<RowKey, RowChange> before = snapshot.pending().byKey();
    ChangeStep step = step(label, before, ChangeMerge.merge(before, wanted)).from(origins);
    return new PreparedChanges(snapshot, step, List.copyOf(wanted), origins);
  }

  /**
   * Whether nothing has changed since these were prepared, so that they are recorded as they are.
   */
  public boolean isCurrent(PreparedChanges prepared) {
    return prepared.revision() == revision;
  }

  /**
   * Records prepared changes as one step; merges them again if anything changed meanwhile.
   *
   * @return how many were left out because they change rows that were to be added then and have
   *     been committed or taken back since
   */
  public int record(PreparedChanges prepared) {
    if (!isCurrent(prepared)) {
      Set<RowKey> adds = prepared.changedAdds();
      List<RowChange> wanted =
          prepared.wanted().stream()
              .filter(change -> !adds.contains(change.key()) || get(change.key()).isPresent())
              .toList();
      var results = ChangeMerge.merge(pending.byKey(), wanted);
      perform(step(prepared.step().label(), pending.byKey(), results).from(prepared.origins()));
      return prepared.wanted().size() - wanted.size();
    }
    if (!prepared.step().swaps().isEmpty()) {
      journal.happening(prepared.action(), this::history);
      steps.add(prepared.step());
      pending = prepared.result();
      changed(prepared.moved());
    }
    return 0;
  }

  /** The same as {@link #record(String, Collection, Collection)} that drops nothing. */
  public void record(String label, Collection<? extends RowChange> wanted) {
    record(label, wanted, List.of());
  }

  /**
   * Records changes and drops what is pending for other rows, all as one step.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   * @param dropped rows for which nothing shall be pending any more
   */
  public void record(
      String label, Collection<? extends RowChange> wanted, Collection<? extends RowKey> dropped) {
    Map<RowKey, @Nullable RowChange> results = ChangeMerge.merge(pending.byKey(), wanted);
    dropped.forEach(key -> results.put(key, null));
    perform(step(label, pending.byKey(), results));
  }

  /** Drops the pending changes of these rows as one step. A row to be added goes altogether. */
  public void revert(String label, Collection<? extends RowKey> keys) {
    replace(label, List.of(), keys);
  }

  /**
   * Puts changes in the place of what is pending for their rows, without merging, and drops what is
   * pending for other rows, all as one step.
   *
   * @param label what the user did, as the undo menu says it
   */
  public void replace(
      String label, Collection<? extends RowChange> wanted, Collection<? extends RowKey> dropped) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    wanted.forEach(change -> results.put(change.key(), change));
    dropped.forEach(key -> results.put(key, null));
    perform(step(label, pending.byKey(), results));
  }

  /** Drops all pending changes as one step. */
  public void revertAll(String label) {
    revert(label, List.copyOf(pending.byKey().keySet()));
  }

  /** Drops what is pending for these cells as one step; a deleted row is restored. */
  public void revertCells(String label, Map<? extends RowKey, ? extends Collection<Column>> cells) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    cells.forEach((key, columns) -> {
      RowChange change = pending.byKey().get(key);
      if (change != null) {
        results.put(key, ChangeMerge.without(change, columns));
      }
    });
    perform(step(label, pending.byKey(), results));
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

  /** The row that the next undo is about, the first of several. */
  public Optional<RowKey> undoRow() {
    return steps.last().map(step -> step.swaps().getFirst().key());
  }

  /** The row that the next redo is about, the first of several. */
  public Optional<RowKey> redoRow() {
    return steps.next().map(step -> step.swaps().getFirst().key());
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
      journal.happening(new ChangeAction.Settle(settlement.keys(), results), this::history);
      boolean isCurrent = isCurrent(settlement);
      take(isCurrent ? settlement : Settlement.of(snapshot(), settlement.keys()), results);
    }
  }

  /** The same for rows of which nothing is worked out yet. */
  public void settle(Set<? extends RowKey> committed, List<RowChange> later) {
    if (!committed.isEmpty()) {
      settle(Settlement.of(snapshot(), committed), later);
    }
  }

  private void take(Settlement settlement, List<ChangeAction.Result> later) {
    pending = settlement.result();
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
        all.addAll(problems);
        results.put(key, change.withProblems(all));
      }
    });
    ChangeStep remark = ChangeStep.between("", pending.byKey(), results);
    if (!remark.swaps().isEmpty()) {
      journal.happening(new ChangeAction.Remark(remark.results()), this::history);
      put(remark, ChangeStep.Swap::after);
    }
  }

  private ChangeStep step(
      String label, Map<RowKey, RowChange> before, Map<RowKey, @Nullable RowChange> results) {
    return ChangeStep.between(label, before, required.checkAll(results));
  }

  private void perform(ChangeStep step) {
    if (!step.swaps().isEmpty()) {
      journal.happening(step.action(), this::history);
      push(step);
    }
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

  /** Finds the required cells that a row to be added has not got yet, so that it waits for them. */
  private static final class RequiredCells {

    private final List<Column> required;

    RequiredCells(TableSchema schema) {
      required = schema.dataColumns().stream().filter(c -> c.rules().required()).toList();
    }

    /** Checks what shall become pending, in place; nothing where a row is to be dropped. */
    Map<RowKey, @Nullable RowChange> checkAll(Map<RowKey, @Nullable RowChange> results) {
      results.replaceAll((key, change) -> change == null ? null : check(change));
      return results;
    }

    /**
     * The same change, with a problem for each required cell that has neither value nor problem.
     */
    RowChange check(RowChange change) {
      if (!(change instanceof RowChange.Add add)) {
        return change;
      }
      List<RowProblem> missing = new ArrayList<>();
      for (Column column : required) {
        if (add.after().get(column) == null
            && add.problemOf(column).isEmpty()
            && CellRules.check(column, null) instanceof CellReading.Rejected why) {
          missing.add(RowProblem.of(add.origin(), column, "", why));
        }
      }
      if (missing.isEmpty()) {
        return add;
      }
      missing.addAll(add.problems());
      return add.withProblems(missing);
    }
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
