package app.pallet.rows.keys;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Stops a running query from another thread, even if it runs several statements at once. For
 * reading only: an interrupted write would leave its connection in a state nobody knows.
 */
public final class QueryInterrupt {

  private final List<Statement> running = new ArrayList<>();
  private boolean cancelled;

  /** Something that runs a statement to its end. */
  public interface Query<T> {
    T run() throws SQLException;
  }

  /**
   * Runs a query that {@link #cancel} may end.
   *
   * @throws CancellationException if it was cancelled before or meanwhile
   */
  public <T> T run(Statement statement, Query<T> query) throws SQLException {
    begin(statement);
    try {
      return query.run();
    } catch (SQLException e) {
      if (isCancelled()) {
        throw (CancellationException) new CancellationException("query").initCause(e);
      }
      throw e;
    } finally {
      end(statement);
    }
  }

  /** Ends the query, now or as soon as it would begin. Any thread. */
  public synchronized void cancel() throws SQLException {
    cancelled = true;
    for (Statement statement : running) {
      statement.cancel(); // under the lock, so that it can't hit the connection's next user
    }
  }

  private synchronized void begin(Statement statement) {
    if (cancelled) {
      throw new CancellationException("query");
    }
    running.add(statement);
  }

  private synchronized void end(Statement statement) {
    running.remove(statement);
  }

  /**
   * Ends what runs without a statement.
   *
   * @throws CancellationException if it was cancelled
   */
  public synchronized void check() {
    if (cancelled) {
      throw new CancellationException("query");
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }
}
