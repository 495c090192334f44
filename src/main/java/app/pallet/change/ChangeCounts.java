package app.pallet.change;

/**
 * How many changes are pending.
 *
 * @param adds rows to be added
 * @param edits rows to be changed
 * @param deletes rows to be deleted
 * @param invalid those among them which can't be committed yet
 */
public record ChangeCounts(int adds, int edits, int deletes, int invalid) {

  static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0);

  /** All rows with a pending change. */
  public int total() {
    return adds + edits + deletes;
  }

  /** Rows that would be committed now. */
  public int committable() {
    return total() - invalid;
  }

  /** The counts with this change counted so many times more. */
  ChangeCounts plus(RowChange change, int times) {
    int bad = invalid + (change.isCommittable() ? 0 : times);
    return switch (change) {
      case RowChange.Add add -> new ChangeCounts(adds + times, edits, deletes, bad);
      case RowChange.Edit edit -> new ChangeCounts(adds, edits + times, deletes, bad);
      case RowChange.Delete delete -> new ChangeCounts(adds, edits, deletes + times, bad);
    };
  }
}
