package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CatalogueFile.Content;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a catalogue, or another program's database, page by page with SQLite's backup interface
 * while it stays in use. The copy stands under its name once it is complete, sound and on the disk,
 * or not at all.
 */
final class BackupCopy {

  /** Pages copied between two reports of progress: 16 MB. */
  private static final int PAGES = 4_096;

  private static final int RETRY_MILLISECONDS = 50;
  private static final int RETRIES = 100;

  private final Path catalogue;
  private final Path target;

  BackupCopy(Path catalogue, Path target) {
    this.catalogue = catalogue;
    this.target = target;
  }

  /**
   * Makes the copy.
   *
   * @throws CatalogueException {@link Reason#NO_BACKUP} if there is none now, {@link
   *     Reason#DAMAGED} if the catalogue is damaged, so its copy would be worth nothing, and what
   *     opening it would throw
   */
  void make(WorkMonitor monitor) {
    boolean isForeign = new CatalogueFile(catalogue).inspectAny() == Content.FOREIGN;
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      new CatalogueFile(part).createIfMissing();
      copy(part, monitor);
      if (!isForeign) { // the rows of other programs may break their own rules
        check(part, monitor);
      }
      force(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    } catch (SQLException e) {
      throw failure(SqliteFailures.READER.read(e).message(), e);
    } catch (IOException e) {
      throw failure(e.toString(), e);
    } finally {
      deleteRest(part);
    }
  }

  private void copy(Path part, WorkMonitor monitor) throws SQLException {
    monitor.begin("Backing up " + catalogue.getFileName(), WorkMonitor.UNKNOWN);
    SqliteSource source = SqliteSource.reading(catalogue, ConnectionSettings.DEFAULT);
    try (SQLiteConnection connection = source.connectPatiently();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT count(*) FROM sqlite_master").close(); // fixes the moment
      long[] copied = {0};
      int result =
          connection
              .getDatabase()
              .backup(
                  "main",
                  part.toString(),
                  (remaining, pages) -> {
                    if (copied[0] == 0) {
                      monitor.begin("Backing up " + catalogue.getFileName(), pages);
                    }
                    monitor.worked((long) pages - remaining - copied[0]);
                    copied[0] = (long) pages - remaining;
                  },
                  RETRY_MILLISECONDS,
                  RETRIES,
                  PAGES);
      connection.rollback();
      SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(result);
      if (code != SQLiteErrorCode.SQLITE_OK && code != SQLiteErrorCode.SQLITE_DONE) {
        throw new SQLException(code.toString(), "", code.code);
      }
    }
  }

  private void check(Path part, WorkMonitor monitor) throws SQLException {
    IntegrityReport report =
        IntegrityCheck.run(SqliteSource.inspecting(part), CheckDepth.QUICK, monitor);
    if (!report.isSound()) {
      throw new CatalogueException(
          catalogue,
          Reason.DAMAGED,
          "%s is damaged, so no backup was made: %s"
              .formatted(catalogue, report.findings().getFirst()));
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A renamed file is on the disk once its folder is, where folders can be opened. */
  private static void forceFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Nobody has these open: the copy is either whole under its name or given up. */
  private void deleteRest(Path part) {
    try {
      for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
        Files.deleteIfExists(Path.of(part + suffix));
      }
    } catch (IOException e) {
      throw failure("the rest of it can't be deleted: " + e, e);
    }
  }

  private CatalogueException failure(String why, Throwable cause) {
    return CatalogueBackups.failure(catalogue, target, why, Optional.of(cause));
  }
}
