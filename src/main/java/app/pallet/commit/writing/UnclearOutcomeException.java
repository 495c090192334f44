package app.pallet.commit.writing;

import jakarta.persistence.PersistenceException;

/**
 * The database failed while it was committing a transaction, so it is not known whether that took
 * place. The ledger tells.
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
