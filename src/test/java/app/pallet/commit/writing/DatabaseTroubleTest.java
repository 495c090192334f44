package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEnding.Stopped;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trouble that is no row's fault: the commit stops and says so, or waits for it to pass. */
class DatabaseTroubleTest {

  private static final ConnectionSettings IMPATIENT =
      new ConnectionSettings(
          ConnectionSettings.DEFAULT.journalMode(),
          ConnectionSettings.DEFAULT.synchronous(),
          Duration.ZERO);

  @TempDir Path folder;

  private static CommitReport run(
      TestCatalogue catalogue, List<RowChange> rows, CommitPlan plan, CommitListener listener) {
    return new CommitTask(catalogue.database(), rows, plan, listener).run(WorkMonitor.NONE);
  }

  private static CommitReport runPausing(
      TestCatalogue catalogue, CommitListener listener, Backoff.Pause pause, WorkMonitor monitor) {
    return new CommitTask(
            catalogue.database(),
            catalogue.adds(10),
            CommitPlan.DEFAULT,
            listener,
            CommitIdentity.ofThisUser(InstantSource.system()),
            new Writers(catalogue.database()),
            pause)
        .run(monitor);
  }

  private Connection lock() throws SQLException {
    Connection other =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.pallet"));
    try (Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
    }
    return other;
  }

  @ParameterizedTest
  @EnumSource
  void a_full_disk_stops_the_commit_and_keeps_finished_batches(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack("PRAGMA max_page_count = 60");

      CommitReport report =
          run(
              catalogue,
              catalogue.adds(10_000),
              new CommitPlan(mode, 100, TransactionScope.PER_BATCH),
              CommitListener.NONE);

      assertThat(report.ending())
          .isInstanceOfSatisfying(
              Stopped.class,
              stopped ->
                  assertThat(stopped.reason()).isEqualTo("The disk with catalogue.pallet is full"));
      assertThat(report.committed()).isPositive().isLessThan(10_000);
      assertThat(report.failed()).isZero();
      assertThat(catalogue.count()).isEqualTo(report.committed());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_connection_is_sound_after_a_full_disk(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack("PRAGMA max_page_count = 60");
      List<RowChange> rows = catalogue.adds(10_000);
      CommitPlan plan = new CommitPlan(mode, 5_000, TransactionScope.ALL_OR_NOTHING);
      CommitReport first = run(catalogue, rows, plan, CommitListener.NONE);
      assertThat(first.pending()).isEqualTo(10_000);
      assertThat(catalogue.count()).isZero();

      CommitReport report = catalogue.commit(rows, plan);

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.count()).isEqualTo(10_000);
    }
  }

  @Test
  void a_catalogue_that_cannot_be_written_stops_the_commit() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack("PRAGMA query_only = 1");

      CommitReport report =
          run(catalogue, catalogue.adds(3), CommitPlan.DEFAULT, CommitListener.NONE);

      assertThat(report.ending())
          .isInstanceOfSatisfying(
              Stopped.class,
              stopped ->
                  assertThat(stopped.reason()).isEqualTo("catalogue.pallet can't be written"));
      assertThat(report.pending()).isEqualTo(3);
    }
  }

  @Test
  void a_lock_that_goes_away_only_delays_the_commit() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.VERSIONED, IMPATIENT);
        Connection other = lock()) {
      RecordedEvents events = new RecordedEvents();
      RecordedWork work = new RecordedWork();

      CommitReport report =
          runPausing(
              catalogue,
              events,
              time -> {
                if (events.of(CommitEvent.Retried.class).size() == 2) {
                  close(other);
                }
              },
              work);

      assertThat(report.ending()).isEqualTo(new CommitEnding.Finished());
      assertThat(events.of(CommitEvent.Retried.class))
          .extracting(CommitEvent.Retried::pause)
          .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
      assertThat(work.said().subList(2, 6))
          .containsExactly(
              "catalogue.pallet is locked by another program: attempt 2 follows",
              "",
              "catalogue.pallet is locked by another program: attempt 3 follows",
              "");
    }
  }

  @Test
  void a_lock_that_stays_stops_the_commit_after_some_attempts() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.VERSIONED, IMPATIENT);
        Connection other = lock()) {
      RecordedEvents events = new RecordedEvents();

      CommitReport report = runPausing(catalogue, events, time -> {}, WorkMonitor.NONE);

      assertThat(other.isClosed()).isFalse();
      assertThat(events.of(CommitEvent.Retried.class)).hasSize(29);
      assertThat(report.ending())
          .isInstanceOfSatisfying(
              Stopped.class,
              stopped ->
                  assertThat(stopped.reason())
                      .isEqualTo("catalogue.pallet is locked by another program"));
      assertThat(report.pending()).isEqualTo(10);
    }
  }

  @Test
  void a_cancel_is_heard_while_waiting_for_a_lock() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.VERSIONED, IMPATIENT);
        Connection other = lock()) {
      SampledMonitor monitor = new SampledMonitor();
      RecordedEvents events = new RecordedEvents();

      CommitReport report = runPausing(catalogue, events, time -> monitor.cancel(), monitor);

      assertThat(other.isClosed()).isFalse();
      assertThat(events.of(CommitEvent.Retried.class)).hasSize(1);
      assertThat(report.ending()).isEqualTo(new CommitEnding.Cancelled());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_is_replaced_in_mid_commit_gets_nothing_and_all_its_rows_stay_pending(
      CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CommitReport report =
          run(
              catalogue,
              catalogue.adds(1_000),
              new CommitPlan(mode, 100, TransactionScope.PER_BATCH),
              event -> {
                if (event instanceof CommitEvent.BatchCommitted batch && batch.number() == 3) {
                  move(folder.resolve("catalogue.pallet"), folder.resolve("moved.pallet"));
                }
              });

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::pending)
          .containsExactly(300, 700);
      assertThat(report.ending())
          .isInstanceOfSatisfying(
              Stopped.class,
              stopped -> assertThat(stopped.reason()).contains("was deleted or moved"));
      assertThat(catalogue.count()).as("what the open file holds").isEqualTo(300);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_program_that_holds_the_lock_is_named() throws Exception {
    assumeThat(Path.of("/proc/locks")).exists();
    assumeThat(Path.of("/usr/bin/python3")).exists();
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.VERSIONED, IMPATIENT)) {
      Process python =
          new ProcessBuilder(
                  "/usr/bin/python3",
                  "-c",
                  """
                  import sqlite3, sys
                  c = sqlite3.connect(sys.argv[1], isolation_level=None)
                  c.execute('BEGIN IMMEDIATE')
                  print('locked', flush=True)
                  sys.stdin.read()
                  """,
                  folder.resolve("catalogue.pallet").toString())
              .start();
      RecordedEvents events = new RecordedEvents();
      try (BufferedReader output = python.inputReader()) {
        assertThat(output.readLine()).isEqualTo("locked");
        CommitReport report =
            runPausing(catalogue, events, time -> python.destroy(), WorkMonitor.NONE);
        assertThat(report.isComplete()).isTrue();
      } finally {
        python.destroyForcibly();
      }
      assertThat(events.of(CommitEvent.Retried.class).getFirst().reason())
          .matches(
              "catalogue.pallet is locked by python3[.0-9]* \\(process " + python.pid() + "\\)");
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
