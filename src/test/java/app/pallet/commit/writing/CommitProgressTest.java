package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit says while it runs. */
class CommitProgressTest {

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private long done;

  private final WorkMonitor monitor =
      new WorkMonitor() {
        @Override
        public void begin(String task, long total) {
          said.add(task + " " + total);
        }

        @Override
        public void worked(long units) {
          done += units;
        }

        @Override
        public void message(String text) {
          said.add(text);
        }

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  @Test
  void it_says_when_it_looks_for_rows_and_no_longer_when_it_has_them() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows =
          List.of(
              catalogue.delete(catalogue.filledWith(1).getFirst()),
              catalogue.add("C", "once", "1"),
              catalogue.add("C", "twice", "1"));
      RecordedEvents events = new RecordedEvents();

      CommitReport report =
          new CommitTask(
                  catalogue.database(),
                  rows,
                  new CommitPlan(CommitMode.BATCH, 10, TransactionScope.PER_BATCH),
                  events)
              .run(monitor);

      assertThat(report.committed()).isEqualTo(2);
      assertThat(said)
          .containsExactly(
              "Preparing the commit -1",
              "Committing 3",
              "Looking for the rows that can't be written",
              "");
      assertThat(done).as("rows that are written twice count once").isEqualTo(3);
      assertThat(events.of(CommitEvent.Started.class)).hasSize(1);
      assertThat(events.of(CommitEvent.BatchCommitted.class))
          .allSatisfy(batch -> assertThat(batch.nanos()).isBetween(1L, report.nanos()))
          .hasSize(1);
    }
  }

  @Test
  void it_says_why_it_waits_and_no_longer_when_it_goes_on() throws SQLException {
    ConnectionSettings normal = ConnectionSettings.DEFAULT;
    ConnectionSettings impatient =
        new ConnectionSettings(normal.journalMode(), normal.synchronous(), Duration.ZERO);
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.VERSIONED, impatient);
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.pallet"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      CommitReport report =
          new CommitTask(
                  catalogue.database(),
                  catalogue.adds(2),
                  CommitPlan.DEFAULT,
                  event -> {},
                  CommitIdentity.ofThisUser(InstantSource.system()),
                  new Writers(catalogue.database()),
                  time -> {
                    if (said.getLast().endsWith("attempt 3 follows")) {
                      close(other);
                    }
                  })
              .run(monitor);

      assertThat(report.isComplete()).isTrue();
      assertThat(said.subList(2, said.size()))
          .containsExactly(
              "catalogue.pallet is locked by another program: attempt 2 follows",
              "",
              "catalogue.pallet is locked by another program: attempt 3 follows",
              "");
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
