package app.pallet.commit.writing;

import jakarta.persistence.PersistenceException;

/**
 * The database failed in the middle of committing a transaction, so that nobody knows whether it is
 * in. The ledger does.
 */
final class UnclearOutcomeException extends PersistenceException {

  private static final long serialVersionUID = 1L;

  private final transient TransactionRows result;

  /**
   * Says what is unclear.
   *
   * @param result what became of the rows, if the transaction is in
   */
  UnclearOutcomeException(TransactionRows result, Throwable cause) {
    super("The outcome of a transaction is not known", cause);
    this.result = result;
  }

  TransactionRows result() {
    return result;
  }
}
