package app.pallet.workspace.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.references.GroupTree;
import app.pallet.work.ChildJava;
import app.pallet.workspace.OpenCatalogue;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that adds rows below rows which it has just added is killed (SIGKILL) at any moment.
 * Afterwards every row is below the one it was put under, and none is there twice. {@code
 * -Dpallet.sweep=N} for more runs.
 */
final class KilledTreeTest {

  private static final int MOST_NANOS = 8_000_000;

  @TempDir private Path folder;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("pallet.sweep", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRowIsBelowItsParent(int seed) throws Exception {
    GroupTree tree = GroupTree.in(folder);
    int done = killed(seed);
    try (OpenCatalogue groups = KilledTree.open(folder)) {
      groups
          .workspace
          .draft()
          .find(draft -> groups.workspace.draft().restore(draft, restored -> {}));
      if (groups.workspace.changes().counts().committable() > 0) {
        groups.commit();
      }
    }
    Map<String, String> wanted = new TreeMap<>(Map.of("Root", "", "Old", "Root"));
    IntStream.rangeClosed(1, done).forEach(n -> wanted.put("g" + n, KilledTree.above(n)));
    Map<String, String> wantedNext = new TreeMap<>(wanted);
    wantedNext.put("g" + (done + 1), KilledTree.above(done + 1));
    assertThat(tree.stored()).as("seed %d after %d groups", seed, done).isIn(wanted, wantedNext);
    assertThat(RawTable.ask(tree.file(), "PRAGMA foreign_key_check")).isEmpty();
  }

  /** Runs it, kills it at some moment, and answers how many groups it had said to be on disk. */
  private int killed(int seed) throws Exception {
    Random random = new Random(seed);
    int lines = 2 + random.nextInt(40);
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"),
            KilledTree.class,
            folder.toString());
    int done = 0;
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      for (int read = 1; line != null; read++) {
        done = Integer.parseInt(line.substring("done ".length()));
        if (read == lines) {
          LockSupport.parkNanos(random.nextInt(MOST_NANOS)); // somewhere within what comes next
          process.toHandle().destroyForcibly(); // which leaves the stream open
        }
        line = said.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor())
        .as("ended by SIGKILL; it said: %s", Files.readString(folder.resolve("errors")))
        .isEqualTo(128 + 9);
    return done;
  }
}
