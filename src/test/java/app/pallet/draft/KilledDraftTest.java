package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.TableId;
import app.pallet.work.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is killed in the middle of a stream of actions, and all that it said to be on disk is
 * there. {@code -Dpallet.kills=N} for more of them, {@code -Dpallet.kill.seed=N} to begin with a
 * certain one.
 */
final class KilledDraftTest {

  @TempDir private Path folder;

  static LongStream seeds() {
    long first = Long.getLong("pallet.kill.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("pallet.kills", 6));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterAKillEveryActionThatWasSaidToBeOnDiskIsThere(long seed) throws Exception {
    int enough = 1 + new Random(seed).nextInt(400);
    int acknowledged = runUntil(enough, seed);

    Optional<StoredDraft> draft =
        new DraftFolder(folder.resolve("drafts"))
            .find(
                TableId.ofFile(folder.resolve("shop.pallet"), "product"),
                RandomActions.SCHEMA,
                Set.of())
            .draft();
    RandomActions.State found =
        draft
            .map(d -> RandomActions.State.of(d.changes()))
            .orElse(RandomActions.State.EMPTY)
            .unordered();
    draft.ifPresent(StoredDraft::close);

    assertThat(found)
        .as("seed %d, killed after %d actions", seed, acknowledged)
        .isIn(KilledEditor.after(acknowledged, seed), KilledEditor.after(acknowledged + 1, seed));
  }

  @Test
  void aDraftIsNobodyElsesWhileAnotherProcessHasIt() throws Exception {
    Process process = start(1);
    try (BufferedReader said = process.inputReader()) {
      for (int i = 0; i < 20; i++) {
        said.readLine();
      }
      assertThat(
              new DraftFolder(folder.resolve("drafts"))
                  .find(
                      TableId.ofFile(folder.resolve("shop.pallet"), "product"),
                      RandomActions.SCHEMA,
                      Set.of())
                  .draft())
          .isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private int runUntil(int enough, long seed) throws Exception {
    Process process = start(seed);
    int acknowledged = 0;
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null) {
        acknowledged = Integer.parseInt(line);
        if (acknowledged == enough) {
          process.toHandle().destroyForcibly(); // which leaves the stream open
        }
        line = said.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(acknowledged)
        .as("what the process said: %s", Files.readString(folder.resolve("errors")))
        .isGreaterThanOrEqualTo(enough);
    return acknowledged;
  }

  private Process start(long seed) throws IOException {
    return ChildJava.start(
        folder,
        List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
        KilledEditor.class,
        folder.toString(),
        Long.toString(seed));
  }
}
