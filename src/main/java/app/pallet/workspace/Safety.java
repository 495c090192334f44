package app.pallet.workspace;

import app.pallet.database.CatalogueBackups;

/**
 * How careful Pallet is with a catalogue; chosen by the user, kept in the settings.
 *
 * @param limits from where on a commit asks first
 * @param backupsKept backups of each catalogue that are kept, at least 1
 */
public record Safety(GuardLimits limits, int backupsKept) {

  /** What a first start begins with. */
  public static final Safety DEFAULT = new Safety(GuardLimits.DEFAULT, CatalogueBackups.KEPT);

  public Safety {
    if (backupsKept < 1) {
      throw new IllegalArgumentException("At least 1 backup must be kept, not " + backupsKept);
    }
  }
}
