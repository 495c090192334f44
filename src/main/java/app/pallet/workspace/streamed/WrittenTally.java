package app.pallet.workspace.streamed;

import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitReport;
import java.util.Objects;
import java.util.Optional;

/** Adds up what the commits of portions have written. Confined to one thread. */
final class WrittenTally {

  private long committed;
  private long failed;
  private long conflicting;
  private Optional<CommitEnding.Stopped> stop = Optional.empty();

  /** Counts what was written of a portion. */
  void add(CommitReport report) {
    committed += report.committed();
    failed += report.failed();
    conflicting += report.conflicting();
    if (report.ending() instanceof CommitEnding.Stopped stopped) {
      stop = Optional.of(stopped);
    }
  }

  /** Notes why no more rows could be read. What was committed before stays committed. */
  void stopped(RuntimeException why) {
    String reason = Objects.requireNonNullElse(why.getMessage(), why.toString());
    stop =
        Optional.of(
            new CommitEnding.Stopped(
                "%s. The %,d rows that were committed before stay so"
                    .formatted(reason.replaceFirst("\\.$", ""), committed),
                why,
                CommitEnding.LastTransaction.ROLLED_BACK));
  }

  /** Rows written so far. */
  long committed() {
    return committed;
  }

  /** Rows that the database refused so far. */
  long failed() {
    return failed;
  }

  /** Rows that someone else had changed. */
  long conflicting() {
    return conflicting;
  }

  /** Why the database could not go on. */
  Optional<CommitEnding.Stopped> stop() {
    return stop;
  }
}
