package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import java.util.List;

/**
 * Writes rows in a transaction of their own. This is all in which the {@link
 * app.pallet.commit.CommitMode}s differ. Belongs to one commit and one thread; closing it gives its
 * connection back.
 */
interface TransactionWriter extends AutoCloseable {

  /**
   * Writes all rows and commits them, except those in conflict; under {@link
   * app.pallet.commit.TransactionScope#ALL_OR_NOTHING} a single conflict takes everything back.
   *
   * @param part which transaction of the commit it is, from 1; the same again when it is tried
   *     again
   * @param progress told of every few hundred rows, and stops a cancelled commit there
   * @return what became of the rows
   * @throws UnclearOutcomeException if the database failed while it was committing
   * @throws jakarta.persistence.PersistenceException if the database failed or refused a row;
   *     nothing is written then, and the writer can be used again
   * @throws java.util.concurrent.CancellationException if the commit was cancelled; nothing is
   *     written then
   */
  TransactionRows write(int part, List<RowChange> rows, TransactionProgress progress);

  @Override
  void close();
}
