package app.pallet.commit;

import java.util.ArrayList;
import java.util.List;

/**
 * How a commit is to be carried out: the user's three choices beside the commit button.
 *
 * @param mode how rows are written
 * @param batchSize rows of a batch, at least 1. Under {@link TransactionScope#PER_BATCH} it is what
 *     a crash or a cancel can take back at most, and what decides speed on SQLite (decision 0044)
 * @param scope which rows are written together or not at all; {@link CommitMode#ONE_BY_ONE} has a
 *     transaction for each row under {@link TransactionScope#PER_BATCH}, whatever the batch size
 */
public record CommitPlan(CommitMode mode, int batchSize, TransactionScope scope) {

  /** Rows of a batch where the user has not chosen otherwise; measured in decision 0044. */
  public static final int DEFAULT_BATCH_SIZE = 5_000;

  /** The fastest way that loses at most one batch. */
  public static final CommitPlan DEFAULT =
      new CommitPlan(CommitMode.BATCH, DEFAULT_BATCH_SIZE, TransactionScope.PER_BATCH);

  public CommitPlan {
    if (batchSize < 1) {
      throw new IllegalArgumentException("A batch needs at least 1 row, not " + batchSize);
    }
  }

  /** The same plan in another mode. */
  public CommitPlan in(CommitMode other) {
    return new CommitPlan(other, batchSize, scope);
  }

  /** The same plan with batches of another size. */
  public CommitPlan withBatchSize(int size) {
    return new CommitPlan(mode, size, scope);
  }

  /** Rows of one transaction at most, if {@code rows} are to be written. */
  public int transactionSize(int rows) {
    if (scope == TransactionScope.ALL_OR_NOTHING) {
      return Math.max(1, rows);
    }
    return mode == CommitMode.ONE_BY_ONE ? 1 : batchSize;
  }

  /** Cuts a list into views of at most {@code size} elements. */
  public static <T> List<List<T>> slices(List<T> rows, int size) {
    List<List<T>> slices = new ArrayList<>(rows.size() / size + 1);
    for (int from = 0; from < rows.size(); from += size) {
      slices.add(rows.subList(from, Math.min(rows.size(), from + size)));
    }
    return slices;
  }
}
