package app.pallet.change;

import org.jspecify.annotations.Nullable;

/** Counts pending changes as they come and go, without looking at the others. */
final class ChangeTally {

  private int adds;
  private int edits;
  private int deletes;
  private int invalid;
  private int problems;

  ChangeTally() {}

  ChangeTally(ChangeTally other) {
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
