package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pallet.SmallDisk;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.work.WorkMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups onto a real file system that is too small for them. */
final class BackupDiskTest {

  @TempDir private Path folder;

  private @Nullable SmallDisk mounted;

  @SuppressWarnings("NullAway.Init") // before each
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(folder.resolve("disk"), "1m");
    disk = mounted.folder();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) { // else it was skipped
      mounted.close();
    }
  }

  @Test
  void aFullDiskKeepsTheBackupsThereAreAndLeavesNoHalfOne() throws Exception {
    CatalogueBackups backups = CatalogueBackups.in(disk.resolve("backups"));
    Path small = DamagedFile.catalogue(folder.resolve("shop.pallet"), 100);
    backups.make(small, WorkMonitor.NONE);
    Files.delete(small);
    Path large = DamagedFile.catalogue(small, 20_000);

    CatalogueException failure =
        catchThrowableOfType(CatalogueException.class, () -> backups.make(large, WorkMonitor.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.NO_BACKUP);
    assertThat(failure).hasMessageContaining("FULL");
    assertThat(backups.list(large)).hasSize(1);
    assertThat(backups.folderOf(large).toFile().list()).hasSize(1);
  }
}
