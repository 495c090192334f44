package app.pallet.benchmark;

import app.pallet.commit.CommitPlan;
import app.pallet.database.file.ConnectionSettings;

/**
 * What a benchmark measures.
 *
 * @param rows products of the catalogue, all of which are added
 * @param edits products of them that are edited, and deleted, at most all
 * @param batchSize rows of a batch in Pallet's modes
 * @param settings how SQLite writes the files, for every competitor
 * @param oneByOneRows rows at most of a one-by-one run, which would take minutes with all
 * @param warmUps rounds before those that count
 * @param rounds rounds that count, at least 1
 */
public record BenchmarkOptions(
    int rows,
    int edits,
    int batchSize,
    ConnectionSettings settings,
    int oneByOneRows,
    int warmUps,
    int rounds) {

  /** 100,000 rows, Pallet's defaults, five rounds. */
  public static final BenchmarkOptions DEFAULT =
      new BenchmarkOptions(
          100_000, 100_000, CommitPlan.DEFAULT_BATCH_SIZE, ConnectionSettings.DEFAULT, 2_000, 2, 5);

  public BenchmarkOptions {
    if (rows < 1 || edits < 1 || edits > rows || oneByOneRows < 1 || warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException(
          "Can't measure %d rows, %d edits of them, %d one by one, in %d + %d rounds"
              .formatted(rows, edits, oneByOneRows, warmUps, rounds));
    }
  }

  /** The same with other numbers of rows, and of edits and deletes. */
  public BenchmarkOptions withRows(int newRows, int newEdits) {
    return new BenchmarkOptions(
        newRows, newEdits, batchSize, settings, oneByOneRows, warmUps, rounds);
  }

  /** The same with another batch size. */
  public BenchmarkOptions withBatchSize(int size) {
    return new BenchmarkOptions(rows, edits, size, settings, oneByOneRows, warmUps, rounds);
  }

  /** The same with files that are written in another way. */
  public BenchmarkOptions withSettings(ConnectionSettings other) {
    return new BenchmarkOptions(rows, edits, batchSize, other, oneByOneRows, warmUps, rounds);
  }

  /** The same with other numbers of rounds. */
  public BenchmarkOptions withRounds(int newWarmUps, int newRounds) {
    return new BenchmarkOptions(
        rows, edits, batchSize, settings, oneByOneRows, newWarmUps, newRounds);
  }
}
