package app.pallet.commit.writing;

import app.pallet.database.CatalogueDatabase;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SharedSessionContract;
import org.hibernate.Transaction;

/**
 * Transactions of Hibernate sessions that always end: with a commit only if everything before went
 * well, else with a rollback. After a failed statement a commit may return quietly and save
 * nothing, or half; and after some failures, such as a full disk or a lock in the way of the
 * beginning, SQLite's driver takes a transaction for open that is not, and would save later rows
 * one by one. A connection on which something failed is therefore thrown away (decision 0043).
 */
final class SessionTransaction {

  private final CatalogueDatabase database;

  SessionTransaction(CatalogueDatabase database) {
    this.database = database;
  }

  /**
   * Writes rows in a transaction and commits it, if the result says so.
   *
   * @throws UnclearOutcomeException if the commit itself fails
   * @throws jakarta.persistence.PersistenceException if the work fails, or SQLite's lock is lost
   *     meanwhile; it is rolled back. The session must be closed after any failure
   */
  TransactionRows write(SharedSessionContract session, Supplier<TransactionRows> work) {
    return attempt(
        session,
        transaction -> {
          TransactionRows result = work.get();
          if (result.isCommitted()) {
            session.doWork(connection -> database.requireWriteLock());
            try {
              transaction.commit();
            } catch (RuntimeException e) {
              throw new UnclearOutcomeException(result, e);
            }
          } else {
            transaction.rollback();
          }
          return result;
        });
  }

  /**
   * Does work in a transaction and commits it.
   *
   * @throws jakarta.persistence.PersistenceException if the work or the commit fails; the session
   *     must be closed
   */
  <T> T run(SharedSessionContract session, Supplier<T> work) {
    return attempt(
        session,
        transaction -> {
          T result = work.get();
          session.doWork(connection -> database.requireWriteLock());
          transaction.commit();
          return result;
        });
  }

  private <T> T attempt(SharedSessionContract session, Function<Transaction, T> work) {
    try {
      return work.apply(session.beginTransaction());
    } catch (RuntimeException | Error e) {
      alsoTry(e, () -> rollBack(session.getTransaction()));
      if (!(e instanceof CancellationException)) {
        alsoTry(e, () -> session.doWork(database::discard));
      }
      throw e;
    }
  }

  private static void rollBack(Transaction transaction) {
    if (transaction.getStatus().canRollback()) {
      transaction.rollback();
    }
  }

  /** Cleans up after a failure, which stays the one that is reported. */
  static void alsoTry(Throwable failure, Runnable cleaning) {
    try {
      cleaning.run();
    } catch (RuntimeException e) { // SQLite has rolled back by itself, or the connection is gone
      failure.addSuppressed(e);
    }
  }
}
