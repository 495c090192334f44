package app.pallet.commit;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.file.CatalogueException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a commit did: which rows are in the database now, which were refused and why, and which are
 * still pending. Every row is in exactly one of the four counts, so {@link #committed}, {@link
 * #failed}, {@link #conflicting} and {@link #pending} always add up to {@link #asked}.
 *
 * @param plan how it was carried out
 * @param ending why it ended
 * @param asked rows that were to be committed
 * @param committedKeys the rows that are in the database, as they were called while pending
 * @param newKeys the key in the database of each added row that is committed
 * @param refusals what is wrong with each row that the database refused ({@link
 *     RowProblem.Severity#REFUSED}) or someone else has changed ({@link
 *     RowProblem.Severity#CONFLICT}); they are not written
 * @param nanos from the list of changes to the last transaction's end, in nanoseconds
 */
public record CommitReport(
    CommitPlan plan,
    CommitEnding ending,
    int asked,
    Set<RowKey> committedKeys,
    Map<RowKey.New, RowKey.Stored> newKeys,
    Map<RowKey, List<RowProblem>> refusals,
    long nanos) {

  /** Keeps the collections as they are, behind unmodifiable views: they may hold a million rows. */
  public CommitReport {
    committedKeys = Collections.unmodifiableSet(committedKeys);
    newKeys = Collections.unmodifiableMap(newKeys);
    refusals = Collections.unmodifiableMap(refusals);
    if (committedKeys.size() + refusals.size() > asked) {
      throw new IllegalArgumentException(
          "%d committed and %d refused of %d rows"
              .formatted(committedKeys.size(), refusals.size(), asked));
    }
  }

  /** Rows that are in the database. */
  public int committed() {
    return committedKeys.size();
  }

  /** Rows that the database refused. */
  public int failed() {
    return refusals.size() - conflicting();
  }

  /** Rows that someone else has changed or deleted since they were read. */
  public int conflicting() {
    return (int) refusals.values().stream().filter(CommitReport::isConflict).count();
  }

  /**
   * Rows that were not tried, or were taken back with their transaction through no fault of theirs.
   */
  public int pending() {
    return asked - committedKeys.size() - refusals.size();
  }

  /** Whether every row is in the database. */
  public boolean isComplete() {
    return committed() == asked;
  }

  /**
   * Whether nobody knows yet if the last transaction is in; its rows count as {@link #pending}, and
   * the ledger will tell.
   */
  public boolean isUnclear() {
    return ending instanceof CommitEnding.Stopped stopped
        && stopped.last() == CommitEnding.LastTransaction.UNKNOWN;
  }

  /**
   * The same where it turned out that the disk doesn't confirm what was written: nothing counts as
   * committed until the ledger is asked.
   *
   * @param why what was thrown, with a sentence for the user
   */
  public CommitReport unconfirmed(CatalogueException why) {
    CommitEnding stopped =
        new CommitEnding.Stopped(
            String.valueOf(why.getMessage()), why, CommitEnding.LastTransaction.UNKNOWN);
    return new CommitReport(plan, stopped, asked, Set.of(), Map.of(), refusals, nanos);
  }

  /** How long it took. */
  public Duration duration() {
    return Duration.ofNanos(nanos);
  }

  /** Committed rows a second. */
  public double rowsPerSecond() {
    return nanos <= 0 ? 0 : committed() / (nanos / 1e9);
  }

  private static boolean isConflict(List<RowProblem> problems) {
    return problems.stream().anyMatch(RowProblem::isConflict);
  }
}
