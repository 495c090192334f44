package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.SmallDisk;
import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.TableId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft on a real file system that runs full. */
final class SmallDiskTest {

  @TempDir private Path folder;

  private @Nullable SmallDisk mounted;

  @SuppressWarnings("NullAway.Init") // before each
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(folder.resolve("disk"), "256k");
    disk = mounted.folder();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) { // else it was skipped
      mounted.close();
    }
  }

  private static RowChange edit(long id) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(RandomActions.NAME, "old"),
        RowValues.of(RandomActions.NAME, "x".repeat(2_000)),
        RowStamp.Counted.of(1),
        List.of());
  }

  @Test
  void aFullDiskLosesNothingThatWasSavedAndTheRestIsSavedOnceThereIsRoom() throws Exception {
    DraftFolder drafts = new DraftFolder(disk.resolve("drafts"));
    Path catalogue = folder.resolve("shop.pallet");
    Path ballast = Files.write(disk.resolve("ballast"), new byte[64 * 1024]);
    DraftSession session =
        drafts.begin(TableId.ofFile(catalogue, "product"), Runnable::run, Duration.ofHours(1));
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
        drafts
            .find(TableId.ofFile(catalogue, "product"), RandomActions.SCHEMA, Set.of())
            .draft()
            .orElseThrow()) {
      assertThat(draft.counts().total()).isEqualTo((int) saved + 1);
      assertThat(draft.damagedBytes()).isZero();
    }
  }
}
