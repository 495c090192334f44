package app.pallet.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** What an engine does in its own way within a transaction. Stateless, for any thread. */
public interface Transactions {

  /** Statements in a transaction. */
  @FunctionalInterface
  interface Statements {
    /** Executes them. */
    void execute() throws SQLException;
  }

  /**
   * Executes statements that write what is gone before the transaction ends, so that the table's
   * rules about single values do not matter to them. Whatever is written afterwards is looked at
   * again, also if a statement fails.
   */
  void withoutChecks(Connection connection, Statements statements) throws SQLException;
}
