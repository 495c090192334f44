package app.pallet.change;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
 * <p>Confined to one thread (in the window: the FX thread). A commit works on the immutable list
 * that {@link #committable} gives.
 */
public final class ChangeSet {

  private final Deque<ChangeStep> undo = new ArrayDeque<>();
  private final Deque<ChangeStep> redo = new ArrayDeque<>();
  private final List<ChangeListener> listeners = new ArrayList<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private final RequiredCells required;
  private PendingChanges pending = new PendingChanges();
  private long revision;

  /** An empty change set for a table. */
  public ChangeSet(TableSchema schema) {
    required = new RequiredCells(schema);
  }

  /**
   * Takes over all that is pending in another change set, and its undo and redo, for the same table
   * with more columns. The other one must not be used any more.
   */
  public ChangeSet(TableSchema schema, ChangeSet previous) {
    this(schema);
    undo.addAll(previous.undo);
    redo.addAll(previous.redo);
    lastNumber.set(previous.lastNumber.get());
    pending = previous.pending;
    revision = previous.revision + 1;
  }

  /** Lets a listener hear of every later change. */
  public void addListener(ChangeListener listener) {
    listeners.add(listener);
  }

  /** A key for a row to be added, never given before. Any thread. */
  public RowKey.New nextKey() {
    return new RowKey.New(lastNumber.incrementAndGet());
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
    return changes().stream().filter(RowChange::isCommittable).toList();
  }

  /** How many changes are pending. */
  public ChangeCounts counts() {
    return pending.tally().counts();
  }

  /** Whether nothing is pending. */
  public boolean isEmpty() {
    return pending.byKey().isEmpty();
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

  /** What is pending now, for {@link #prepare}; takes time for what is pending. */
  public PendingSnapshot snapshot() {
    return new PendingSnapshot(pending.copy(), revision);
  }

  /**
   * Merges a large input with what was pending when the snapshot was taken, so that recording it
   * takes little of the owner's time. Any thread.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   */
  public PreparedChanges prepare(
      PendingSnapshot snapshot, String label, Collection<? extends RowChange> wanted) {
    Map<RowKey, RowChange> before = snapshot.pending().byKey();
    ChangeStep step = ChangeStep.between(label, before, checked(merge(before, wanted)));
    return new PreparedChanges(snapshot, step, List.copyOf(wanted));
  }

  /** Records prepared changes as one step; merges them again if anything changed meanwhile. */
  public void record(PreparedChanges prepared) {
    if (prepared.revision() != revision) {
      record(prepared.step().label(), prepared.wanted());
    } else if (!prepared.step().swaps().isEmpty()) {
      redo.clear();
      undo.push(prepared.step());
      pending = prepared.result();
      changed(prepared.moved());
    }
  }

  /**
   * Records changes as one step, each merged with what is already pending for its row.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   */
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
    Map<RowKey, @Nullable RowChange> results = merge(pending.byKey(), wanted);
    dropped.forEach(key -> results.put(key, null));
    perform(label, results);
  }

  /** Drops the pending changes of these rows as one step. A row to be added goes altogether. */
  public void revert(String label, Collection<? extends RowKey> keys) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    keys.forEach(key -> results.put(key, null));
    perform(label, results);
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
    perform(label, results);
  }

  /** Whether there is a step to undo. */
  public boolean canUndo() {
    return !undo.isEmpty();
  }

  /** Whether there is a step to redo. */
  public boolean canRedo() {
    return !redo.isEmpty();
  }

  /** What the next undo takes back, as the user reads it. */
  public Optional<String> undoLabel() {
    return Optional.ofNullable(undo.peek()).map(ChangeStep::label);
  }

  /** What the next redo does again, as the user reads it. */
  public Optional<String> redoLabel() {
    return Optional.ofNullable(redo.peek()).map(ChangeStep::label);
  }

  /** Takes back the latest step; nothing where there is none. */
  public void undo() {
    if (!undo.isEmpty()) {
      ChangeStep step = undo.pop();
      redo.push(step);
      put(step, ChangeStep.Swap::before);
    }
  }

  /** Does the step again that was undone last; nothing where there is none. */
  public void redo() {
    if (!redo.isEmpty()) {
      ChangeStep step = redo.pop();
      undo.push(step);
      put(step, ChangeStep.Swap::after);
    }
  }

  /**
   * Forgets rows that are in the database now: they are no longer pending, and no undo brings their
   * changes back.
   */
  public void settle(Set<? extends RowKey> committed) {
    if (committed.isEmpty()) {
      return;
    }
    settle(undo, committed);
    settle(redo, committed);
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    committed.forEach(key -> results.put(key, null));
    put(ChangeStep.between("", pending.byKey(), results), ChangeStep.Swap::after);
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
    put(ChangeStep.between("", pending.byKey(), results), ChangeStep.Swap::after);
  }

  private static void settle(Deque<ChangeStep> steps, Set<? extends RowKey> committed) {
    List<ChangeStep> left =
        steps.stream()
            .map(step -> step.without(committed::contains))
            .filter(step -> !step.swaps().isEmpty())
            .toList();
    steps.clear();
    steps.addAll(left);
  }

  private static Map<RowKey, @Nullable RowChange> merge(
      Map<RowKey, RowChange> pending, Collection<? extends RowChange> wanted) {
    Map<RowKey, @Nullable RowChange> results = LinkedHashMap.newLinkedHashMap(wanted.size());
    for (RowChange change : wanted) {
      RowKey key = change.key();
      RowChange current = results.containsKey(key) ? results.get(key) : pending.get(key);
      results.put(key, ChangeMerge.merge(current, change));
    }
    return results;
  }

  private Map<RowKey, @Nullable RowChange> checked(Map<RowKey, @Nullable RowChange> results) {
    results.replaceAll((key, change) -> change == null ? null : required.check(change));
    return results;
  }

  private void perform(String label, Map<RowKey, @Nullable RowChange> results) {
    ChangeStep step = ChangeStep.between(label, pending.byKey(), checked(results));
    if (!step.swaps().isEmpty()) {
      redo.clear();
      undo.push(step);
      put(step, ChangeStep.Swap::after);
    }
  }

  private void put(ChangeStep step, Function<ChangeStep.Swap, @Nullable RowChange> side) {
    changed(pending.put(step, side));
  }

  private void changed(boolean moved) {
    revision++;
    listeners.forEach(listener -> listener.changed(moved));
  }
}
