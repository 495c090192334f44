package app.pallet.commit.writing;

import app.pallet.work.WorkMonitor;
import java.util.concurrent.CancellationException;

/**
 * How far a transaction is. Between two JDBC batches it reports its rows here, and stops if the
 * user has cancelled the commit. Rows that are rolled back are taken off the progress again.
 */
final class TransactionProgress {

  private final WorkMonitor monitor;
  private int open;

  TransactionProgress(WorkMonitor monitor) {
    this.monitor = monitor;
  }

  /**
   * Stops here if the commit was cancelled.
   *
   * @throws CancellationException if so
   */
  void throwIfCancelled() {
    if (monitor.isCancelled()) {
      throw new CancellationException("The commit was cancelled");
    }
  }

  /** Rows were sent to the database. */
  void wrote(int rows) {
    open += rows;
    monitor.worked(rows);
  }

  /** The same without a progress, for rows that are on it already. */
  TransactionProgress silent() {
    return new TransactionProgress(monitor.withoutProgress());
  }

  /** The rows sent since the last transaction stay. */
  void committed() {
    open = 0;
  }

  /** How many rows were sent since the last transaction; for {@link #rolledBackTo}. */
  int mark() {
    return open;
  }

  /** The rows sent since a mark are gone. */
  void rolledBackTo(int mark) {
    monitor.worked(mark - open);
    open = mark;
  }

  /** The rows sent since the last transaction are gone. */
  void rolledBack() {
    rolledBackTo(0);
  }
}
