package app.pallet.database.file;

import app.pallet.engine.Failure;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.work.WorkMonitor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.sqlite.ProgressHandler;

/** Has SQLite look at every page of a file, on a connection of its own, until it is cancelled. */
public final class IntegrityCheck {

  /** Steps of SQLite's machine between two looks at the monitor: a few a millisecond. */
  private static final int STEPS = 10_000;

  private IntegrityCheck() {}

  /**
   * Looks at a file.
   *
   * @throws CancellationException if the monitor says so
   * @throws SQLException if the file can't be read for another reason than damage
   */
  public static IntegrityReport run(SqliteSource source, CheckDepth depth, WorkMonitor monitor)
      throws SQLException {
    monitor.begin("Checking the file", WorkMonitor.UNKNOWN);
    try (Connection connection = source.getConnection()) {
      ProgressHandler.setHandler(
          connection,
          STEPS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return monitor.isCancelled() ? 1 : 0;
            }
          });
      try {
        return new IntegrityReport(findings(connection, depth));
      } finally {
        ProgressHandler.clearHandler(connection);
      }
    } catch (SQLException e) {
      if (monitor.isCancelled()) {
        throw (CancellationException) new CancellationException("check").initCause(e);
      }
      Failure failure = SqliteFailures.READER.read(e);
      if (failure.kind() == FailureKind.CORRUPT) {
        return new IntegrityReport(List.of(failure.message()));
      }
      throw e;
    }
  }

  private static List<String> findings(Connection connection, CheckDepth depth)
      throws SQLException {
    List<String> findings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(depth.sql())) {
      while (result.next()) {
        findings.add(result.getString(1));
      }
    }
    return findings.equals(List.of("ok")) ? List.of() : findings;
  }
}
