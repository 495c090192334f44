package app.pallet.commit;

import java.util.function.Supplier;
import org.hibernate.SharedSessionContract;
import org.hibernate.Transaction;

/**
 * A transaction of a Hibernate session that always ends: with a commit only if everything before
 * went well, else with a rollback. After a failed statement a commit may return quietly and save
 * nothing, or half.
 */
final class SessionTransaction {

  private SessionTransaction() {}

  /**
   * Does work in a transaction and ends it as the work's result says.
   *
   * @throws jakarta.persistence.PersistenceException if the work or the commit fails; rolled back
   */
  static TransactionResult run(
      SharedSessionContract session, Supplier<TransactionResult> work, Checkpoint checkpoint) {
    Transaction transaction = session.beginTransaction();
    try {
      TransactionResult result = work.get();
      switch (result.ending()) {
        case COMMITTED -> {
          transaction.commit();
          checkpoint.committed();
        }
        case ROLLED_BACK -> {
          transaction.rollback();
          checkpoint.rolledBack();
        }
      }
      return result;
    } catch (RuntimeException | Error e) {
      checkpoint.rolledBack();
      rollBack(transaction, e);
      throw e;
    }
  }

  private static void rollBack(Transaction transaction, Throwable reason) {
    try {
      if (transaction.getStatus().canRollback()) {
        transaction.rollback();
      }
    } catch (RuntimeException e) { // SQLite has rolled back by itself, or the connection is gone
      reason.addSuppressed(e);
    }
  }
}
