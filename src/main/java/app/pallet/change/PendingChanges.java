package app.pallet.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is pending at one moment: at most one change for each row. What a window asks all the time
 * is kept beside it: how many changes there are, which have problems, which rows are to be added.
 * Putting in a step takes time only for the rows of that step. It belongs to one thread until it is
 * shared. After that it never changes, and {@link #own} gives a copy to go on with.
 */
final class PendingChanges {

  private final Map<RowKey, RowChange> changes;
  private final Map<RowKey, RowChange> withProblems;
  private final NewRows newRows;
  private final Tally tally;
  private boolean isShared;

  PendingChanges() {
    changes = new LinkedHashMap<>();
    withProblems = new LinkedHashMap<>();
    newRows = new NewRows();
    tally = new Tally();
  }

  private PendingChanges(PendingChanges other) {
    changes = new LinkedHashMap<>(other.changes);
    withProblems = new LinkedHashMap<>(other.withProblems);
    newRows = new NewRows(other.newRows);
    tally = new Tally(other.tally);
  }

  private PendingChanges(PendingChanges other, Set<RowKey> gone) {
    changes = LinkedHashMap.newLinkedHashMap(Math.max(0, other.changes.size() - gone.size()));
    withProblems = new LinkedHashMap<>(other.withProblems);
    withProblems.keySet().removeIf(gone::contains);
    newRows = new NewRows(other.newRows, gone);
    tally = new Tally();
    other.changes.forEach((key, change) -> {
      if (!gone.contains(key)) {
        changes.put(key, change);
        tally.add(change, 1);
      }
    });
  }

  /** A copy that changes independently; takes time for everything that is pending. */
  PendingChanges copy() {
    return new PendingChanges(this);
  }

  /**
   * A copy without some rows that changes independently; takes time for everything that is pending.
   */
  PendingChanges without(Set<RowKey> rows) {
    return new PendingChanges(this, rows);
  }

  /** This object, which never changes from now on, for other threads. */
  PendingChanges share() {
    isShared = true;
    return this;
  }

  /** One that may be changed: this object, or a copy if it is shared. */
  PendingChanges own() {
    return isShared ? copy() : this;
  }

  /** The pending change of each row, in the order in which the rows were first touched. */
  Map<RowKey, RowChange> byKey() {
    return Collections.unmodifiableMap(changes);
  }

  /** Those with problems, in the order in which they got them. */
  Collection<RowChange> withProblems() {
    return Collections.unmodifiableCollection(withProblems.values());
  }

  /**
   * An immutable list of those that can be committed.
   *
   * @param held rows that are left out
   */
  List<RowChange> committable(Set<? extends RowKey> held) {
    boolean holdsAny = !held.isEmpty();
    return changes.values().stream()
        .filter(change -> change.isCommittable() && !(holdsAny && held.contains(change.key())))
        .toList();
  }

  /** Puts others in the place of changes; of the same rows, and with as many problems. */
  void map(UnaryOperator<RowChange> others) {
    changes.replaceAll((key, change) -> others.apply(change));
    withProblems.replaceAll((key, change) -> others.apply(change));
  }

  NewRows newRows() {
    return newRows;
  }

  Tally tally() {
    return tally;
  }

  /**
   * Puts one side of a step in.
   *
   * @return whether rows to be added came or went
   */
  boolean put(ChangeStep step, Function<ChangeStep.Swap, @Nullable RowChange> side) {
    List<RowKey.New> added = new ArrayList<>();
    Set<RowKey.New> removed = new HashSet<>();
    for (ChangeStep.Swap swap : step.swaps()) {
      RowChange change = side.apply(swap);
      RowChange old = replace(swap.key(), change);
      if (swap.key() instanceof RowKey.New number && (old == null) != (change == null)) {
        (change == null ? removed : added).add(number);
      }
    }
    return update(added, removed);
  }

  private boolean update(List<RowKey.New> added, Set<RowKey.New> removed) {
    boolean moved = !added.isEmpty() || !removed.isEmpty();
    if (moved) {
      newRows.update(added, removed);
    }
    return moved;
  }

  private @Nullable RowChange replace(RowKey key, @Nullable RowChange change) {
    RowChange old = change == null ? changes.remove(key) : changes.put(key, change);
    tally.add(old, -1);
    tally.add(change, 1);
    if (change != null && !change.problems().isEmpty()) {
      withProblems.put(key, change);
    } else if (old != null && !old.problems().isEmpty()) {
      withProblems.remove(key);
    }
    return old;
  }

  /** Counts pending changes as they come and go, without looking at the others. */
  static final class Tally {

    private int adds;
    private int edits;
    private int deletes;
    private int invalid;
    private int problems;

    Tally() {}

    Tally(Tally other) {
      adds = other.adds;
      edits = other.edits;
      deletes = other.deletes;
      invalid = other.invalid;
      problems = other.problems;
    }

    /** Counts a change so many times more; null is none. */
    void add(@Nullable RowChange change, int times) {
      switch (change) {
        case null -> {
          return;
        }
        case RowChange.Add add -> adds += times;
        case RowChange.Edit edit -> edits += times;
        case RowChange.Delete delete -> deletes += times;
      }
      problems += times * change.problems().size();
      if (!change.isCommittable()) {
        invalid += times;
      }
    }

    ChangeCounts counts() {
      return new ChangeCounts(adds, edits, deletes, invalid);
    }

    int problems() {
      return problems;
    }
  }

  /**
   * The rows to be added in the order of their numbers, with constant-time access by place. A row
   * that comes back by undo is put where its number belongs.
   */
  static final class NewRows {

    private static final Comparator<RowKey.New> BY_NUMBER =
        Comparator.comparingLong(RowKey.New::number);

    private final List<RowKey.New> keys;

    NewRows() {
      keys = new ArrayList<>();
    }

    NewRows(NewRows other) {
      keys = new ArrayList<>(other.keys);
    }

    /** The same rows but some. */
    NewRows(NewRows other, Set<RowKey> gone) {
      keys = new ArrayList<>(Math.max(0, other.keys.size() - gone.size()));
      for (RowKey.New key : other.keys) {
        if (!gone.contains(key)) {
          keys.add(key);
        }
      }
    }

    int size() {
      return keys.size();
    }

    RowKey.New get(int index) {
      return keys.get(index);
    }

    int indexOf(RowKey.New key) {
      return Math.max(-1, Collections.binarySearch(keys, key, BY_NUMBER));
    }

    /** Takes in and gives up many rows at once, in time about linear in the rows there are. */
    void update(List<RowKey.New> added, Set<RowKey.New> removed) {
      if (!removed.isEmpty()) {
        keys.removeIf(removed::contains);
      }
      keys.addAll(added);
      keys.sort(BY_NUMBER); // linear where the rows are in order already, as they nearly always are
    }
  }
}
