package app.pallet.workspace.checks;

/**
 * From where on a commit asks first. Chosen by the user, kept in the settings.
 *
 * @param pricePercent a price that falls or rises by more than so many percent is asked about
 * @param changedPercent asks if more than so many percent of the catalogue's products are changed
 *     or deleted
 * @param changedRows but never for fewer products than this
 * @param deletedRows asks if more than so many products are deleted
 */
public record GuardLimits(int pricePercent, int changedPercent, int changedRows, int deletedRows) {

  /** What asks rarely and notices a slip: a decimal sign lost, a file of another shop. */
  public static final GuardLimits DEFAULT = new GuardLimits(50, 30, 100, 0);

  /** What never asks. */
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
