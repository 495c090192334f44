package app.pallet.workspace.checks;

import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.database.file.CatalogueBackups;
import java.time.Duration;

/**
 * How careful Pallet is with a catalogue. The user chooses it, and the settings keep it.
 *
 * @param limits limits beyond which a commit asks first
 * @param backupsKept number of backups that are kept of each catalogue, at least 1
 * @param historyDays age in days beyond which commits are forgotten, at least 1
 * @param historyMegabytes size in megabytes beyond which the oldest commits are forgotten, at least
 *     1
 */
public record Safety(GuardLimits limits, int backupsKept, int historyDays, int historyMegabytes) {

  private static final long MEGABYTE = 1 << 20;

  /** The values of the first start. */
  public static final Safety DEFAULT =
      new Safety(
          GuardLimits.DEFAULT,
          CatalogueBackups.KEPT,
          (int) HistoryLimits.DEFAULT.age().toDays(),
          (int) (HistoryLimits.DEFAULT.bytes() / MEGABYTE));

  public Safety {
    if (backupsKept < 1) {
      throw new IllegalArgumentException("At least 1 backup must be kept, not " + backupsKept);
    }
    if (historyDays < 1 || historyMegabytes < 1) {
      throw new IllegalArgumentException(
          "A history of %d days, %d MB".formatted(historyDays, historyMegabytes));
    }
  }

  /** How much of the history of commits is kept. */
  public HistoryLimits history() {
    return new HistoryLimits(Duration.ofDays(historyDays), historyMegabytes * MEGABYTE);
  }

  /** The same with commits that never ask. */
  public Safety askingNothing() {
    return new Safety(GuardLimits.NONE, backupsKept, historyDays, historyMegabytes);
  }
}
