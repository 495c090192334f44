package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.work.WorkMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the database while rows are committed (decision 0171). */
class LogUpkeepTest {

  private static final int ROWS = 20_000;

  @TempDir Path folder;

  @Test
  void nobody_touches_the_log_any_more_when_the_commit_has_ended() {
    Thread commit = Thread.currentThread();
    AtomicBoolean hasEnded = new AtomicBoolean();
    AtomicBoolean isMoved = new AtomicBoolean();
    try (CommitTask.LogUpkeep upkeep =
        new CommitTask.LogUpkeep(() -> {
          while (!hasEnded.get() && commit.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          isMoved.set(true);
        })) {
      upkeep.committed(ROWS);
    }
    boolean wasMoved = isMoved.get();
    hasEnded.set(true); // a thread that nobody has waited for would go on for ever
    assertThat(wasMoved).isTrue();
  }

  @Test
  void the_log_is_moved_once_at_a_time_and_not_for_a_few_rows() {
    AtomicInteger moved = new AtomicInteger();
    AtomicBoolean mayEnd = new AtomicBoolean();
    try (CommitTask.LogUpkeep upkeep =
        new CommitTask.LogUpkeep(() -> {
          moved.incrementAndGet();
          while (!mayEnd.get()) {
            Thread.onSpinWait();
          }
        })) {
      upkeep.committed(ROWS - 1);
      assertThat(moved).hasValue(0);
      upkeep.committed(1);
      upkeep.committed(ROWS);
      mayEnd.set(true);
    }
    assertThat(moved).hasValue(1);
  }

  @Test
  void what_a_large_commit_wrote_is_in_the_file_itself() throws Exception {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      new CommitTask(
              catalogue.database(),
              catalogue.adds(ROWS),
              new CommitPlan(CommitMode.BATCH, ROWS, TransactionScope.PER_BATCH),
              event -> {})
          .run(WorkMonitor.NONE);

      Path alone = // as it would be if the log were lost
          Files.copy(folder.resolve("catalogue.pallet"), folder.resolve("alone.pallet"));
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + alone);
          Statement statement = connection.createStatement();
          ResultSet count = statement.executeQuery("SELECT count(*) FROM product")) {
        assertThat(count.getInt(1)).isEqualTo(ROWS);
      }
    }
  }
}
