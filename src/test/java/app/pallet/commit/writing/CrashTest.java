package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.WorkMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed in the middle of a commit. */
class CrashTest {

  private static final int BATCH = 700;

  @TempDir Path folder;

  /** What the child process runs: commits without end and tells of every batch. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      try (TestCatalogue catalogue = new TestCatalogue(Path.of(arguments[0]))) {
        List<RowChange> rows = catalogue.adds(200_000);
        CommitPlan plan =
            new CommitPlan(CommitMode.valueOf(arguments[1]), BATCH, TransactionScope.PER_BATCH);
        new CommitTask(catalogue.database(), rows, plan, event -> tell(event))
            .run(WorkMonitor.NONE);
      }
    }

    private static void tell(CommitEvent event) {
      if (event instanceof CommitEvent.BatchCommitted batch) {
        System.out.println(batch.number());
        System.out.flush();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BATCH", "ADD_ALL"})
  void leaves_whole_batches_and_a_sound_file(CommitMode mode) throws Exception {
    Process child = start(mode);
    int told;
    try (BufferedReader output = child.inputReader()) {
      do {
        told = Integer.parseInt(Objects.requireNonNull(output.readLine()));
      } while (told < 5);
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);

    try (CatalogueDatabase database =
        CatalogueDatabase.open(folder.resolve("catalogue.pallet"), ConnectionSettings.DEFAULT)) {
      assertThat(ask(database, "PRAGMA integrity_check")).isEqualTo("ok");
      int rows = Integer.parseInt(ask(database, "SELECT count(*) FROM product"));
      assertThat(rows).isGreaterThanOrEqualTo(told * BATCH);
      assertThat(rows % BATCH).isZero();
      assertThat(rows).as("it was in the middle").isLessThan(200_000);
    }
  }

  private Process start(CommitMode mode) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.toString(),
            mode.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String ask(CatalogueDatabase database, String sql) throws SQLException {
    try (Connection connection = database.readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getString(1);
    }
  }
}
