package app.pallet.change;

import app.pallet.schema.CellReading;
import app.pallet.schema.CellRules;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was pending at one moment, and what becomes of it by a step that is worked out from there.
 * {@link ChangeSet#snapshot} gives one for other threads, which never changes; {@link
 * ChangeSet#current} gives one that is only true until the next change.
 *
 * <pre>{@code
 * PreparedChanges step = changes.snapshot().merged("Fill cells", wanted, Map.of()); // any thread
 * changes.record(step); // the owner's thread
 * }</pre>
 */
public final class PendingSnapshot {

  private final PendingChanges pending;
  private final StepHistory steps;
  private final long revision;
  private final RequiredCells required;
  private final OwnParents parents;
  private final boolean isShared;

  /**
   * Takes over what nobody may change any more while this is used.
   *
   * @param isShared whether other threads use it, so that results are put together in a copy
   */
  PendingSnapshot(
      PendingChanges pending,
      StepHistory steps,
      long revision,
      RequiredCells required,
      OwnParents parents,
      boolean isShared) {
    this.pending = pending;
    this.steps = steps;
    this.revision = revision;
    this.required = required;
    this.parents = parents;
    this.isShared = isShared;
  }

  PendingChanges pending() {
    return pending;
  }

  /** How it came about, to be copied before it is changed. */
  StepHistory steps() {
    return steps;
  }

  /** Whether cells of the table can refer to rows of it that are to be added. */
  boolean refersToItself() {
    return !parents.isEmpty();
  }

  /** Tells this state of the change set from every other. */
  long revision() {
    return revision;
  }

  /** What the steps are called that have led here, the oldest first. */
  public List<String> labels() {
    return steps.done().stream().map(ChangeStep::label).distinct().toList();
  }

  /** The pending change of a row. */
  public Optional<RowChange> get(RowKey key) {
    return Optional.ofNullable(pending.byKey().get(key));
  }

  /** All changes that were pending, in the order in which their rows were first touched. */
  public Collection<RowChange> changes() {
    return pending.byKey().values();
  }

  /**
   * The changes that could be committed then; takes time for what was pending.
   *
   * @param held rows that are left out
   */
  public List<RowChange> committable(Set<? extends RowKey> held) {
    return pending.committable(held);
  }

  /**
   * Where in which files the rows to be changed come from of which something is pending that a file
   * said; rows to be added say it themselves. Takes time for all rows that came from files.
   */
  public Map<RowKey, RowOrigin> origins() {
    return steps.origins(pending.byKey());
  }

  /**
   * A step that merges changes into what is pending.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   * @param origins where in which file they come from, as far as they don't say it themselves
   */
  public PreparedChanges merged(
      String label, Collection<? extends RowChange> wanted, Map<RowKey, RowOrigin> origins) {
    Map<RowKey, RowChange> before = pending.byKey();
    ChangeStep step = step(label, ChangeMerge.merge(before, wanted)).from(origins);
    return prepared(step, new PreparedChanges.Source(List.copyOf(wanted), origins, 0));
  }

  /**
   * A step that merges changes and drops what is pending for other rows.
   *
   * @param label what the user did, as the undo menu says it
   * @param wanted changes in order; a row may come more than once
   * @param dropped rows for which nothing shall be pending any more
   */
  public PreparedChanges merged(
      String label, Collection<? extends RowChange> wanted, Collection<? extends RowKey> dropped) {
    Map<RowKey, @Nullable RowChange> results = ChangeMerge.merge(pending.byKey(), wanted);
    dropped.forEach(key -> results.put(key, null));
    return prepared(step(label, results), PreparedChanges.Source.NONE);
  }

  /**
   * A step that puts changes in the place of what is pending for their rows, without merging, and
   * drops what is pending for other rows. A row to be added goes altogether if it is dropped.
   *
   * @param label what the user did, as the undo menu says it
   */
  public PreparedChanges replaced(
      String label, Collection<? extends RowChange> wanted, Collection<? extends RowKey> dropped) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    wanted.forEach(change -> results.put(change.key(), change));
    dropped.forEach(key -> results.put(key, null));
    return prepared(step(label, results), PreparedChanges.Source.NONE);
  }

  /**
   * A step that drops what is pending for some cells; a row to be deleted is restored whole.
   *
   * @param label what the user did, as the undo menu says it
   */
  public PreparedChanges reverted(
      String label, Map<? extends RowKey, ? extends Collection<Column>> cells) {
    Map<RowKey, @Nullable RowChange> results = new LinkedHashMap<>();
    cells.forEach((key, columns) -> {
      RowChange change = pending.byKey().get(key);
      if (change != null) {
        results.put(key, ChangeMerge.without(change, columns));
      }
    });
    return prepared(step(label, results), PreparedChanges.Source.NONE);
  }

  /**
   * The same changes, worked out again if something else has happened since. Those are left out
   * that change rows which were to be added then and have been committed or taken back since.
   *
   * @param before comes from {@link #merged}
   */
  public PreparedChanges again(PreparedChanges before) {
    if (before.revision() == revision) {
      return before;
    }
    Set<RowKey> adds = before.changedAdds();
    List<RowChange> wanted =
        before.source().wanted().stream()
            .filter(change -> !adds.contains(change.key()) || get(change.key()).isPresent())
            .toList();
    int gone = before.source().wanted().size() - wanted.size();
    Map<RowKey, RowOrigin> origins = before.source().origins();
    ChangeStep step =
        step(before.step().label(), ChangeMerge.merge(pending.byKey(), wanted)).from(origins);
    return prepared(step, new PreparedChanges.Source(wanted, origins, gone));
  }

  /** What is pending without the latest step; empty where there is none. */
  public Optional<PreparedUndo> undone() {
    return steps.last().map(step -> new PreparedUndo(this, step, ChangeStep.Swap::before));
  }

  /** What is pending with the step again that was undone last; empty where there is none. */
  public Optional<PreparedUndo> redone() {
    return steps.next().map(step -> new PreparedUndo(this, step, ChangeStep.Swap::after));
  }

  private ChangeStep step(String label, Map<RowKey, @Nullable RowChange> results) {
    parents.settle(results, pending.byKey());
    return ChangeStep.between(label, pending.byKey(), required.checkAll(results));
  }

  private PreparedChanges prepared(ChangeStep step, PreparedChanges.Source source) {
    return new PreparedChanges(this, step, source, isShared);
  }

  /** Finds the required cells that a row to be added has not got yet, so that it waits for them. */
  static final class RequiredCells {

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
    private RowChange check(RowChange change) {
      if (!(change instanceof RowChange.Add add)) {
        return change;
      }
      List<RowProblem> missing = new ArrayList<>();
      for (Column column : required) {
        boolean isLeftToDatabase = column.isFilled() && !add.after().has(column);
        if (add.after().get(column) == null
            && !isLeftToDatabase
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

  /**
   * What becomes of cells that refer to rows which are to be added to the same table: a name that
   * nobody had becomes that of a row that comes with it, and a row that is taken out leaves those
   * that refer to it with a problem.
   *
   * @param names the columns that refer, each with the one that names the row it refers to
   * @param given the keys of rows that were added since somebody referred to them
   */
  record OwnParents(
      Map<Column, Optional<Column>> names, Map<RowKey.New, ? extends RowKey.Stored> given) {

    /** Nothing was added yet. */
    static OwnParents of(TableSchema schema) {
      Map<Column, Optional<Column>> names = new LinkedHashMap<>();
      for (Column column : schema.ownParents()) {
        schema.references().stream()
            .filter(reference -> reference.columns().equals(List.of(column.name())))
            .findFirst()
            .ifPresent(
                reference -> names.put(column, reference.readable().flatMap(schema::column)));
      }
      return new OwnParents(names, Map.of());
    }

    /** The same after more rows were added. */
    OwnParents with(Map<RowKey.New, ? extends RowKey.Stored> more) {
      if (isEmpty() || more.isEmpty()) {
        return this;
      }
      Map<RowKey.New, RowKey.Stored> all = new HashMap<>(given);
      all.putAll(more);
      return new OwnParents(names, all);
    }

    boolean isEmpty() {
      return names.isEmpty();
    }

    /** Puts right what shall become pending, in place. */
    void settle(Map<RowKey, @Nullable RowChange> results, Map<RowKey, RowChange> pending) {
      if (isEmpty()) {
        return;
      }
      UnaryOperator<Object> put = RowKey.put(given::get);
      results.replaceAll((key, change) -> change == null ? null : change.mapped(put));
      names.forEach((column, name) -> {
        name.ifPresent(named -> findParents(column, named, results, pending));
        leaveOrphans(column, name, results, pending);
      });
    }

    private void findParents(
        Column column,
        Column name,
        Map<RowKey, @Nullable RowChange> results,
        Map<RowKey, RowChange> pending) {
      List<RowChange.Add> unknown =
          results.values().stream()
              .filter(change -> change instanceof RowChange.Add add && isUnknown(add, column))
              .map(RowChange.Add.class::cast)
              .toList();
      if (unknown.isEmpty()) {
        return;
      }
      Map<String, List<RowChange>> byName = new HashMap<>();
      Map<RowKey, @Nullable RowChange> all = new LinkedHashMap<>(pending);
      all.putAll(results);
      for (RowChange change : all.values()) {
        if (change instanceof RowChange.Add add && add.after().get(name) instanceof String called) {
          byName.computeIfAbsent(CellText.trim(called), n -> new ArrayList<>(1)).add(add);
        }
      }
      for (RowChange.Add add : unknown) {
        String text = CellText.trim(add.problemOf(column).orElseThrow().value());
        List<RowChange> called = byName.getOrDefault(text, List.of());
        if (called.size() == 1 && called.getFirst().key() instanceof RowKey.New parent) {
          results.put(
              add.key(),
              new RowChange.Add(
                  add.key(),
                  add.after().with(column, parent.parent()),
                  add.origin(),
                  add.problems().stream().filter(p -> !p.concerns(column)).toList()));
        }
      }
    }

    private static boolean isUnknown(RowChange.Add add, Column column) {
      return add.problemOf(column)
          .filter(problem -> problem.severity() == RowProblem.Severity.ERROR)
          .filter(problem -> PendingParent.isUnknown(problem.message()))
          .isPresent();
    }

    private static void leaveOrphans(
        Column column,
        Optional<Column> name,
        Map<RowKey, @Nullable RowChange> results,
        Map<RowKey, RowChange> pending) {
      boolean anyGone =
          results.entrySet().stream()
              .anyMatch(e -> e.getKey() instanceof RowKey.New && e.getValue() == null);
      if (!anyGone) {
        return;
      }
      Map<RowKey, @Nullable RowChange> all = new LinkedHashMap<>(pending);
      all.putAll(results);
      all.forEach((key, change) -> {
        if (change != null
            && change.after().get(column) instanceof PendingParent.OwnRow parent
            && isGone(parent, results)) {
          String text =
              Optional.ofNullable(pending.get(new RowKey.New(parent.number())))
                  .flatMap(gone -> name.map(n -> CellText.plain(n, gone.after().get(n))))
                  .filter(called -> !called.isBlank())
                  .orElseGet(parent::toString);
          results.put(key, orphan(change, column, text));
        }
      });
    }

    private static boolean isGone(
        PendingParent.OwnRow parent, Map<RowKey, @Nullable RowChange> results) {
      RowKey key = new RowKey.New(parent.number());
      return results.containsKey(key) && results.get(key) == null;
    }

    private static RowChange orphan(RowChange change, Column column, String text) {
      RowChange left =
          switch (change) {
            case RowChange.Add add ->
                new RowChange.Add(
                    add.key(), add.after().without(column), add.origin(), add.problems());
            case RowChange.Edit edit ->
                new RowChange.Edit(
                    edit.key(),
                    edit.before().without(column),
                    edit.after().without(column),
                    edit.stamp(),
                    edit.problems());
            case RowChange.Delete delete -> delete;
          };
      List<RowProblem> problems = new ArrayList<>(left.problems());
      problems.add(
          RowProblem.of(
              left.origin(),
              column,
              text,
              new CellReading.Rejected("Refers to a new row that was taken out again", "")));
      return left.withProblems(problems);
    }
  }
}
