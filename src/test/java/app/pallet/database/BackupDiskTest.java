package app.pallet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.database.CatalogueException.Reason;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups onto a real file system that is too small for them. */
final class BackupDiskTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private Path disk;

  private boolean isMounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "pallet-test", disk.toString());
    assumeTrue(isMounted, "no small file system can be mounted here: it takes root on Linux");
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      assertThat(run("umount", disk.toString())).isTrue();
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
}
