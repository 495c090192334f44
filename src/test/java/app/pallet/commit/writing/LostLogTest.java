package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.ChildJava;
import app.pallet.work.WorkMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something in the process looks into the catalogue and the files beside it, as a file dialog does,
 * while other programs read and write the catalogue, and the process is killed. Whatever was said
 * to be committed, by whom ever, is there.
 */
final class LostLogTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final int MOST_NANOS = 30_000_000;

  @TempDir private Path folder;

  static LongStream seeds() {
    long first = Long.getLong("pallet.fault.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("pallet.faults", 4));
  }

  /** What the child process runs: looks, lets others read and write, commits, and tells. */
  static final class Child {

    private static final int BATCH = 50;

    private Child() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Random random = new Random(Long.parseLong(arguments[1]));
      try (TestCatalogue catalogue = new TestCatalogue(folder)) {
        catalogue.database().keepLocks();
        for (int round = 0; round < 200; round++) {
          lookInto(folder, random);
          if (random.nextBoolean()) {
            other(folder, "SELECT count(*) FROM product");
          }
          if (random.nextInt(3) == 0) {
            String sku = "other-" + round;
            other(
                folder, "INSERT INTO product (sku, name, version) VALUES ('" + sku + "', 'n', 0)");
            say(sku);
          }
          commit(catalogue, "r" + round, 1 + random.nextInt(3 * BATCH), folder, random);
        }
      }
    }

    private static void commit(
        TestCatalogue catalogue, String prefix, int rows, Path folder, Random random) {
      List<RowChange> adds = catalogue.adds(prefix, rows);
      CommitPlan plan = new CommitPlan(CommitMode.BATCH, BATCH, TransactionScope.PER_BATCH);
      WorkMonitor looking = // within a transaction, too
          random.nextInt(4) == 0
              ? new LookingMonitor(() -> lookInto(folder, random))
              : WorkMonitor.NONE;
      CommitReport report =
          new CommitTask(catalogue.database(), adds, plan, CommitListener.NONE).run(looking);
      adds.stream()
          .filter(add -> report.committedKeys().contains(add.key()))
          .forEach(add -> say(String.valueOf(add.after().get(TestCatalogue.SKU))));
      if (report.ending() instanceof CommitEnding.Stopped stopped) {
        say("stopped " + stopped.reason());
      }
    }

    private static void say(String line) {
      System.out.println(line);
      System.out.flush();
    }
  }

  private static void lookInto(Path folder, Random random) {
    for (String suffix : List.of("", "-wal", "-shm")) {
      if (random.nextInt(3) > 0) {
        try (InputStream in = Files.newInputStream(folder.resolve("catalogue.pallet" + suffix))) {
          in.read();
        } catch (NoSuchFileException e) {
          throw new IllegalStateException("It is gone", e);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static String other(Path folder, String sql) throws IOException {
    Process python =
        new ProcessBuilder(
                PYTHON,
                "-c",
                "import sqlite3,sys;c=sqlite3.connect(sys.argv[1],timeout=30);"
                    + "r=c.execute(sys.argv[2]).fetchone();c.commit();print(r[0] if r else '')",
                folder.resolve("catalogue.pallet").toString(),
                sql)
            .redirectErrorStream(true)
            .start();
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasSaidToBeCommittedIsThereAfterAKill(long seed) throws Exception {
    assumeThat(Path.of(PYTHON)).exists();
    Random random = new Random(seed);
    int lines = 40 + random.nextInt(600);
    Set<String> said = new TreeSet<>();
    Process child = start(seed);
    try (BufferedReader output = child.inputReader()) {
      String line = output.readLine();
      for (int read = 1; line != null; read++) {
        assertThat(line).as("seed %d", seed).doesNotStartWith("stopped");
        said.add(line);
        if (read == lines) {
          LockSupport.parkNanos(random.nextInt(MOST_NANOS));
          child.toHandle().destroyForcibly();
        }
        line = output.readLine();
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor())
        .as("ended by SIGKILL; it said: %s", Files.readString(folder.resolve("errors")))
        .isEqualTo(128 + 9);

    try (CatalogueDatabase database =
        CatalogueDatabase.open(folder.resolve("catalogue.pallet"), ConnectionSettings.DEFAULT)) {
      assertThat(texts(database, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(texts(database, "SELECT sku FROM product")).as("seed %d", seed).containsAll(said);
    }
  }

  /** The lock for writing is lost, and another program commits, in the middle of a transaction. */
  @Test
  void aTransactionThatLosesItsLockIsWrittenAgainBehindTheOthers() {
    assumeThat(Path.of(PYTHON)).exists();
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.database().keepLocks();
      RecordedEvents events = new RecordedEvents();
      LookingMonitor once =
          new LookingMonitor(() -> {
            try (InputStream in = Files.newInputStream(folder.resolve("catalogue.pallet-shm"))) {
              in.read();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            try {
              other(folder, "INSERT INTO product (sku, name, version) VALUES ('o', 'n', 0)");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });

      CommitReport report =
          catalogue.commit(
              catalogue.adds("B", 300),
              new CommitPlan(CommitMode.BATCH, 1_000, TransactionScope.PER_BATCH),
              events,
              once);

      assertThat(report.committed()).isEqualTo(300);
      assertThat(events.of(CommitEvent.Retried.class)).isNotEmpty();
      assertThat(catalogue.count()).isEqualTo(301);
    }
  }

  /** Looks at something once, at the first rows that were sent to the database. */
  private static final class LookingMonitor implements WorkMonitor {
    private final Runnable look;
    private boolean looked;

    LookingMonitor(Runnable look) {
      this.look = look;
    }

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {
      if (!looked && units > 0) {
        looked = true;
        look.run();
      }
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  private Process start(long seed) throws IOException {
    return ChildJava.start(
        folder,
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
        Child.class,
        folder.toString(),
        Long.toString(seed));
  }

  private static List<String> texts(CatalogueDatabase database, String sql) throws SQLException {
    try (Connection connection = database.readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new java.util.ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    }
  }
}
