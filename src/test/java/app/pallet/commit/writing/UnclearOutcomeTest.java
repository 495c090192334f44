package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.work.WorkMonitor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is lost while COMMIT is on its way. */
class UnclearOutcomeTest {

  private static final CommitPlan PLAN =
      new CommitPlan(CommitMode.BATCH, 10, TransactionScope.PER_BATCH);

  @TempDir Path folder;

  /** When the connection is lost. */
  private enum Loss {
    BEFORE_COMMIT,
    AFTER_COMMIT,
    /** Never: the file is moved away while it is being written. */
    OF_THE_FILE
  }

  /** A connection that is lost at its second commit. */
  private Connection losing(Connection connection, Loss loss) {
    int[] commits = {0};
    return (Connection)
        Proxy.newProxyInstance(
            UnclearOutcomeTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean lost = method.getName().equals("commit") && ++commits[0] == 2;
              if (lost && loss == Loss.BEFORE_COMMIT) {
                connection.rollback();
                throw new SQLException("connection lost", "08006");
              }
              try {
                if (lost && loss == Loss.OF_THE_FILE) {
                  Files.move(folder.resolve("catalogue.pallet"), folder.resolve("moved.pallet"));
                }
                Object result = method.invoke(connection, arguments);
                if (lost && loss == Loss.AFTER_COMMIT) {
                  throw new SQLException("connection lost", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private CommitReport commit(TestCatalogue catalogue, List<RowChange> rows, Loss loss)
      throws SQLException {
    try (Connection connection = catalogue.database().writer().getConnection()) {
      Connection losing = losing(connection, loss);
      Writers writers =
          new Writers(
              catalogue.database(),
              () ->
                  catalogue
                      .database()
                      .sessionFactory()
                      .withStatelessOptions()
                      .connection(losing)
                      .openStatelessSession(),
              InstantSource.system());
      return new CommitTask(
              catalogue.database(),
              rows,
              PLAN,
              CommitListener.NONE,
              CommitIdentity.ofThisUser(InstantSource.system()),
              writers,
              time -> {})
          .run(WorkMonitor.NONE);
    }
  }

  @Test
  void of_a_commit_that_took_place_is_known_from_the_ledger() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows = catalogue.adds(35);

      CommitReport report = commit(catalogue, rows, Loss.AFTER_COMMIT);

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.count()).isEqualTo(35);
      assertThat(report.newKeys()).hasSize(35);
    }
  }

  @Test
  void of_a_commit_that_did_not_is_known_too_and_its_rows_stay_pending() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CommitReport report = commit(catalogue, catalogue.adds(35), Loss.BEFORE_COMMIT);

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed, CommitReport::pending)
          .containsExactly(10, 0, 25);
      assertThat(report.ending())
          .isInstanceOfSatisfying(
              CommitEnding.Stopped.class,
              stopped ->
                  assertThat(stopped.last()).isEqualTo(CommitEnding.LastTransaction.ROLLED_BACK));
      assertThat(catalogue.count()).isEqualTo(10);
    }
  }

  @Test
  void of_a_commit_into_a_file_that_was_moved_away_is_left_to_the_ledger() throws Exception {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CommitReport report = commit(catalogue, catalogue.adds(35), Loss.OF_THE_FILE);

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed, CommitReport::pending)
          .containsExactly(10, 0, 25);
      assertThat(report.isUnclear()).isTrue();

      Files.move(folder.resolve("moved.pallet"), folder.resolve("catalogue.pallet"));
      CommitHistory history = new CommitHistory(catalogue.database());
      assertThat(history.commits()).singleElement().extracting(PastCommit::rows).isEqualTo(20L);
    }
  }
}
