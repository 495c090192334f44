package app.pallet.workspace.checks;

/**
 * Limits beyond which a commit asks first. The user chooses them, and the settings keep them.
 *
 * @param pricePercent a commit asks if a price falls or rises by more than this many percent
 * @param changedPercent a commit asks if more than this many percent of the products are changed or
 *     deleted
 * @param changedRows a commit does not ask about changes of fewer products than this
 * @param deletedRows a commit asks if more than this many products are deleted
 */
public record GuardLimits(int pricePercent, int changedPercent, int changedRows, int deletedRows) {

  /**
   * Limits that ask rarely, but notice a slip such as a lost decimal sign or the file of another
   * shop.
   */
  public static final GuardLimits DEFAULT = new GuardLimits(50, 30, 100, 0);

  /** Limits that never ask. */
  public static final GuardLimits NONE =
      new GuardLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public GuardLimits {
    if (pricePercent < 1 || changedPercent < 1 || changedRows < 0 || deletedRows < 0) {
      throw new IllegalArgumentException(
          "limits of %d %%, %d %%, %d and %d rows"
              .formatted(pricePercent, changedPercent, changedRows, deletedRows));
    }
  }
}
