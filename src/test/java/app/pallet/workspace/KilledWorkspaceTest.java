package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.work.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process is killed (SIGKILL) at any moment of typing, pasting, writing its draft and committing;
 * afterwards every product is as the user made it, pending or committed, and none is there twice.
 * {@code -Dpallet.faults=N} for more runs, {@code -Dpallet.fault.seed=N} to begin with a certain
 * one. Each run is noted in {@code target/faults.csv}.
 */
final class KilledWorkspaceTest {

  private static final Path NOTES = Path.of("target", "faults.csv");

  private static final int MOST_NANOS = 8_000_000;
  private static final long ASLEEP_NANOS = 2_000_000_000;
  private static final int NEVER = -1;

  @TempDir private Path folder;

  static LongStream seeds() {
    long first = Long.getLong("pallet.fault.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("pallet.faults", 16));
  }

  /** A quarter of them. */
  static LongStream someSeeds() {
    return seeds().filter(seed -> seed % 4 < 2).limit((seeds().count() + 3) / 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostAndNothingIsThereTwice(long seed) throws Exception {
    FaultedCatalogue.create(folder);
    Killed killed = run(seed, 1 + new Random(seed).nextInt(220), NEVER);

    List<String> found = FaultedCatalogue.audit(folder);

    assertThat(found)
        .as("seed %d, killed in '%s' after %d actions", seed, killed.phase(), killed.done())
        .isIn(
            List.of(
                ShopModel.after(killed.done(), seed), ShopModel.after(killed.done() + 1, seed)));
    note(seed, killed, found.size());
  }

  /** The same in a table of another program, where no ledger tells what a commit wrote. */
  @ParameterizedTest
  @MethodSource("someSeeds")
  void nothingIsLostInATableOfAnotherProgram(long seed) throws Exception {
    FaultedCatalogue.createForeign(folder, seed % 2 == 0 ? "wal" : "delete");
    Killed killed = run(seed, 1 + new Random(seed).nextInt(220), NEVER);

    List<String> found = FaultedCatalogue.audit(folder);

    assertThat(found)
        .as("seed %d, killed in '%s' after %d actions", seed, killed.phase(), killed.done())
        .isIn(
            List.of(
                ShopModel.after(killed.done(), seed), ShopModel.after(killed.done() + 1, seed)));
    note(seed, killed, found.size());
  }

  /** Sleep and wake-up, as a process sees them: it stands still in the middle of what it did. */
  @ParameterizedTest
  @ValueSource(longs = {301, 302, 303})
  void nothingIsLostWhenTheComputerSleeps(long seed) throws Exception {
    FaultedCatalogue.create(folder);
    int asleep = 1 + new Random(seed).nextInt(120);

    Killed killed = run(seed, asleep + 60, asleep);

    assertThat(FaultedCatalogue.audit(folder))
        .as("seed %d, asleep after line %d, killed after %d actions", seed, asleep, killed.done())
        .isIn(
            List.of(
                ShopModel.after(killed.done(), seed), ShopModel.after(killed.done() + 1, seed)));
  }

  /**
   * When the process was killed.
   *
   * @param phase what it had said last
   * @param done how many actions it had said to be on disk
   */
  private record Killed(String phase, int done) {}

  /**
   * Runs until it has said so many lines, and kills it at some moment after that.
   *
   * @param asleep the line after which it stands still for a while, or {@link #NEVER}
   */
  private Killed run(long seed, int lines, int asleep) throws Exception {
    Process process = start(seed);
    String phase = "start";
    int done = 0;
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      for (int read = 1; line != null; read++) {
        if (line.startsWith("done ")) {
          done = Integer.parseInt(line.substring(5));
        }
        phase = line.startsWith("done ") ? "typing" : line;
        if (read == asleep) {
          LockSupport.parkNanos(new Random(seed).nextInt(MOST_NANOS));
          signal(process, "STOP");
          LockSupport.parkNanos(ASLEEP_NANOS);
          signal(process, "CONT");
        }
        if (read == lines) {
          LockSupport.parkNanos(new Random(seed).nextInt(MOST_NANOS)); // somewhere within the phase
          process
              .toHandle()
              .destroyForcibly(); // which leaves the stream open, to be read to its end
        }
        line = said.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor())
        .as("ended by SIGKILL; it said: %s", Files.readString(folder.resolve("errors")))
        .isEqualTo(128 + 9);
    return new Killed(phase, done);
  }

  private static void signal(Process process, String name) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
        .isZero();
  }

  private static void note(long seed, Killed killed, int products) throws IOException {
    Files.createDirectories(NOTES.getParent());
    Files.writeString(
        NOTES,
        "%d,%s,%d,%d%n".formatted(seed, killed.phase(), killed.done(), products),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Process start(long seed) throws IOException {
    return ChildJava.start(
        folder,
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
        KilledWorkspace.class,
        folder.toString(),
        Long.toString(seed));
  }
}
