package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft on a real file system that runs full. */
final class SmallDiskTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private Path disk;

  private boolean isMounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "pallet-test", disk.toString());
    assumeTrue(isMounted, "no small file system can be mounted here: it takes root on Linux");
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) { // there is no such program
      return false;
    }
  }

  private static RowChange edit(long id) {
    return new RowChange.Edit(
        new RowKey.Existing(id),
        RowValues.of(RandomActions.NAME, "old"),
        RowValues.of(RandomActions.NAME, "x".repeat(2_000)),
        1,
        List.of());
  }

  @Test
  void aFullDiskLosesNothingThatWasSavedAndTheRestIsSavedOnceThereIsRoom() throws Exception {
    DraftFolder drafts = new DraftFolder(disk.resolve("drafts"));
    Path catalogue = folder.resolve("shop.pallet");
    Path ballast = Files.write(disk.resolve("ballast"), new byte[64 * 1024]);
    DraftSession session = drafts.begin(catalogue, Runnable::run, Duration.ofHours(1));
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    changes.setJournal(session);
    long saved = 0;
    for (; session.status() instanceof DraftStatus.Saved; saved++) {
      changes.record("Edit", List.of(edit(saved)));
    }
    changes.record("Edit", List.of(edit(saved)));

    assertThat(session.status())
        .isEqualTo(
            new DraftStatus.Failing("The disk with " + disk.resolve("drafts") + " is full", 2));
    Files.delete(ballast);
    session.retry(changes.history());
    session.close();

    assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    try (StoredDraft draft =
        drafts.find(catalogue, RandomActions.SCHEMA, Set.of()).draft().orElseThrow()) {
      assertThat(draft.counts().total()).isEqualTo((int) saved + 1);
      assertThat(draft.damagedBytes()).isZero();
    }
  }
}
