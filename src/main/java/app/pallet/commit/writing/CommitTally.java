package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps count of what is committed and what is not, tells the listener, and writes the report. */
final class CommitTally {

  private final CommitPlan plan;
  private final int asked;
  private final CommitListener listener;
  private final Set<RowKey> committed;
  private final RowNames names;
  private final Map<RowKey.New, RowKey.Stored> newKeys;
  private final Map<RowKey, List<RowProblem>> refusals = new LinkedHashMap<>();
  private final long beganNanos = System.nanoTime();
  private OpenBatch batch = OpenBatch.NONE;
  private int batches;

  /** What was written since the listener last heard of a batch; one-by-one commits gather here. */
  private record OpenBatch(int tried, int rows, int transactions, long nanos) {
    static final OpenBatch NONE = new OpenBatch(0, 0, 0, 0);

    OpenBatch plus(int triedRows, int writtenRows, long time) {
      return new OpenBatch(tried + triedRows, rows + writtenRows, transactions + 1, nanos + time);
    }
  }

  CommitTally(CommitPlan plan, List<RowChange> rows, CommitListener listener, RowNames names) {
    this.names = names;
    this.plan = plan;
    this.asked = rows.size();
    this.listener = listener;
    this.committed = HashSet.newHashSet(asked);
    int adds = 0;
    for (RowChange row : rows) {
      adds += row instanceof RowChange.Add ? 1 : 0;
    }
    this.newKeys = HashMap.newHashMap(adds);
  }

  /** The keys of the rows that were added so far; grows as others are. */
  Map<RowKey.New, RowKey.Stored> newKeys() {
    return newKeys;
  }

  /**
   * Takes the result of a transaction in.
   *
   * @param nanos how long it took, with all attempts
   */
  void add(TransactionRows result, long nanos) {
    refuse(result);
    if (!result.isCommitted()) {
      return;
    }
    boolean all = result.problems().isEmpty();
    for (RowChange row : result.all()) {
      if (all || !result.problems().containsKey(row.key())) {
        committed.add(row.key());
        if (row instanceof RowChange.Add add) {
          newKeys.put(add.key(), result.ids().get(add.key()));
        }
      }
    }
    tellAltered(result);
    result.addedParents().forEach(what -> listener.happened(new CommitEvent.ParentAdded(what)));
    int tried = result.all().size();
    batch = batch.plus(tried, tried - result.problems().size(), nanos);
    if (batch.tried() >= plan.batchSize()) {
      tellBatch();
    }
  }

  private void tellAltered(TransactionRows result) {
    if (result.altered().isEmpty()) {
      return;
    }
    Map<RowKey, String> called =
        names.of(
            result.all().stream().filter(row -> result.altered().containsKey(row.key())).toList());
    result
        .altered()
        .forEach((key, what) ->
            listener.happened(
                new CommitEvent.RowAltered(key, called.getOrDefault(key, "a row"), what)));
  }

  private void refuse(TransactionRows result) {
    if (result.problems().isEmpty()) {
      return;
    }
    Map<RowKey, String> called =
        names.of(
            result.all().stream().filter(row -> result.problems().containsKey(row.key())).toList());
    result
        .problems()
        .forEach((key, problem) -> {
          refusals.put(key, List.of(problem));
          String name = called.getOrDefault(key, "a row");
          listener.happened(
              problem.isConflict()
                  ? new CommitEvent.Conflict(key, name, problem)
                  : new CommitEvent.RowFailed(key, name, problem));
        });
  }

  private void tellBatch() {
    if (batch.rows() > 0) {
      listener.happened(
          new CommitEvent.BatchCommitted(
              ++batches, batch.rows(), batch.transactions(), batch.nanos()));
    }
    batch = OpenBatch.NONE;
  }

  /** Closes the books and tells the listener. */
  CommitReport finish(CommitEnding ending) {
    long nanos = System.nanoTime() - beganNanos;
    tellBatch();
    CommitReport report =
        new CommitReport(plan, ending, asked, committed, newKeys, refusals, nanos);
    listener.happened(new CommitEvent.Finished(report));
    return report;
  }
}
