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

  /** All rows with a pending change. */
  public int total() {
    return adds + edits + deletes;
  }

  /** Rows that would be committed now. */
  public int committable() {
    return total() - invalid;
  }
}
