package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.schema.ProductSchema;
import app.pallet.work.WorkMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When backups are made, which are kept, and what is in them, whatever the clock does. */
class CatalogueBackupsTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private Path file;
  private Path root;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private CatalogueBackups backups;

  @BeforeEach
  void create() throws SQLException {
    file = DamagedFile.catalogue(folder.resolve("shop.pallet"), 2_000);
    root = folder.resolve("data/backups");
    backups = new CatalogueBackups(root, 3, () -> now, ZoneOffset.UTC);
  }

  @Test
  void aBackupIsAWholeCatalogueOfItsMomentAndItsOwnersAlone() throws Exception {
    try (CatalogueDatabase database = open(file);
        Connection writer = database.writer().getConnection();
        Statement statement = writer.createStatement()) {
      statement.execute("UPDATE product SET name = 'committed'"); // still in the log
      writer.setAutoCommit(false);
      statement.execute("UPDATE product SET name = 'not committed'");
      List<Long> copied = new ArrayList<>();

      Backup backup =
          backups.make(
              file,
              new WorkMonitor() {
                @Override
                public void begin(String task, long total) {}

                @Override
                public void worked(long units) {
                  copied.add(units);
                }

                @Override
                public void message(String text) {}

                @Override
                public boolean isCancelled() {
                  return false;
                }
              });

      writer.rollback();
      writer.setAutoCommit(true);
      assertThat(backup.file())
          .isEqualTo(backups.folderOf(file).resolve("20260301T090000Z-000001.pallet"));
      assertThat(copied).isNotEmpty().allMatch(pages -> pages > 0);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.folderOf(file))))
          .isEqualTo("rwx------");
      Path copy = folder.resolve("restored.pallet");
      CatalogueBackups.restore(backup, copy);
      assertThat(names(copy)).containsExactly("committed");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
      assertThat(backups.folderOf(file).toFile().list()).hasSize(1);
    }
  }

  @Test
  void theLatestFewAreKept() {
    for (int day = 0; day < 5; day++) {
      backups.make(file, WorkMonitor.NONE);
      now = now.plus(DAY);
    }

    assertThat(numbers()).containsExactly(5L, 4L, 3L);
  }

  @Test
  void oneIsDueOnceADayWhereTheUserIs() {
    backups =
        new CatalogueBackups(root, 3, () -> now, ZoneId.of("Pacific/Auckland")); // 13 hours ahead
    assertThat(backups.isDue(file)).isTrue();
    backups.make(file, WorkMonitor.NONE);

    now = now.plusSeconds(60);
    assertThat(backups.isDue(file)).isFalse();
    now = Instant.parse("2026-03-01T11:01:00Z"); // midnight there
    assertThat(backups.isDue(file)).isTrue();
  }

  @Test
  void aClockSetBackCostsNoneOfTheLatestBackups() {
    for (int day = 0; day < 3; day++) {
      backups.make(file, WorkMonitor.NONE);
      now = now.plus(DAY);
    }
    now = now.minus(Duration.ofDays(400));

    assertThat(backups.isDue(file)).isTrue();
    Backup made = backups.make(file, WorkMonitor.NONE);

    assertThat(backups.list(file).getFirst()).isEqualTo(made);
    assertThat(numbers()).containsExactly(4L, 3L, 2L);
    assertThat(backups.isDue(file)).isFalse();
    now = now.plus(Duration.ofDays(400)); // and put right again
    assertThat(backups.isDue(file)).isTrue();
    backups.make(file, WorkMonitor.NONE);
    assertThat(backups.isDue(file)).isFalse();
    assertThat(numbers()).containsExactly(5L, 4L, 3L);
  }

  @Test
  void twoInOneSecondAreTwo() {
    backups.make(file, WorkMonitor.NONE);
    backups.make(file, WorkMonitor.NONE);

    assertThat(numbers()).containsExactly(2L, 1L);
  }

  @Test
  void cataloguesOfTheSameNameHaveTheirOwn() throws SQLException {
    Path elsewhere = folder.resolve("elsewhere");
    assertThat(elsewhere.toFile().mkdir()).isTrue();
    Path other = DamagedFile.catalogue(elsewhere.resolve("shop.pallet"), 5);
    backups.make(file, WorkMonitor.NONE);

    assertThat(backups.list(other)).isEmpty();
    assertThat(backups.folderOf(other).getFileName().toString()).startsWith("shop.pallet-");
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws Exception {
    Backup backup = backups.make(file, WorkMonitor.NONE);
    Path note = Files.writeString(backup.file().resolveSibling("note.txt"), "keep");
    Path rest = Files.writeString(backup.file().resolveSibling("20260101T000000Z-9.part"), "x");

    for (int i = 0; i < 4; i++) {
      backups.make(file, WorkMonitor.NONE);
    }

    assertThat(note).exists();
    assertThat(rest).exists();
    assertThat(numbers()).hasSize(3);
  }

  @Test
  void aDamagedCatalogueDoesNotPushSoundBackupsOut() throws Exception {
    backups.make(file, WorkMonitor.NONE);
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(2, 3));

    CatalogueException failure =
        catchThrowableOfType(CatalogueException.class, () -> backups.make(file, WorkMonitor.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(numbers()).containsExactly(1L);
    assertThat(backups.folderOf(file).toFile().list()).hasSize(1);
  }

  @Test
  void aFolderThatCanNotBeMadeIsSaid() throws Exception {
    Files.createDirectories(root.getParent());
    Files.writeString(root, "a file stands where the folder should be");

    CatalogueException failure =
        catchThrowableOfType(CatalogueException.class, () -> backups.make(file, WorkMonitor.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.NO_BACKUP);
    assertThat(failure).hasMessageContaining("No backup of " + file);
  }

  @Test
  void aRestoredBackupReplacesNothing() {
    Backup backup = backups.make(file, WorkMonitor.NONE);

    CatalogueException failure =
        catchThrowableOfType(
            CatalogueException.class, () -> CatalogueBackups.restore(backup, file));

    assertThat(failure.reason()).isEqualTo(Reason.ALREADY_THERE);
  }

  @Test
  void anOlderCatalogueIsBackedUpBeforeItIsBroughtUpToDate() throws Exception {
    try (CatalogueDatabase database = open(file);
        Connection writer = database.writer().getConnection();
        Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA user_version = 0");
    }
    List<Backup> made = new ArrayList<>();

    CatalogueDatabase.openOrCreate(
            file,
            ProductSchema.create(),
            ConnectionSettings.DEFAULT,
            outdated -> made.add(backups.make(outdated, WorkMonitor.NONE)))
        .close();
    CatalogueDatabase.openOrCreate(
            file,
            ProductSchema.create(),
            ConnectionSettings.DEFAULT,
            outdated -> made.add(made.getFirst()))
        .close();

    assertThat(made).hasSize(1);
    try (Connection connection = SqliteSource.inspecting(made.getFirst().file()).getConnection()) {
      assertThat(CatalogueFile.number(connection, "PRAGMA user_version")).isZero();
    }
  }

  private List<Long> numbers() {
    return backups.list(file).stream().map(Backup::number).toList();
  }

  private static List<String> names(Path copy) throws SQLException {
    List<String> names = new ArrayList<>();
    try (CatalogueDatabase database = open(copy);
        Connection reader = database.readers().getConnection();
        Statement statement = reader.createStatement();
        var result = statement.executeQuery("SELECT DISTINCT name FROM product")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  private static CatalogueDatabase open(Path file) {
    return CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
  }
}
