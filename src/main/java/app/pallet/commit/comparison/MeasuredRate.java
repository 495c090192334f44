package app.pallet.commit.comparison;

import app.pallet.commit.CommitMode;
import app.pallet.database.file.ConnectionSettings;
import java.time.Instant;

/**
 * How fast a mode once was, and on what: kept so that later commits can be set against it, always
 * with the time and the number of rows it comes from.
 *
 * @param mode how rows were written
 * @param rows rows that were committed, or tried
 * @param nanos how long it took, in nanoseconds
 * @param settings how the file was written
 * @param measuredAt when
 */
public record MeasuredRate(
    CommitMode mode, int rows, long nanos, ConnectionSettings settings, Instant measuredAt) {

  public MeasuredRate {
    if (rows < 1 || nanos < 1) {
      throw new IllegalArgumentException(rows + " rows in " + nanos + " ns is no rate");
    }
  }

  /** Rows a second. */
  public double rowsPerSecond() {
    return rows / (nanos / 1e9);
  }
}
