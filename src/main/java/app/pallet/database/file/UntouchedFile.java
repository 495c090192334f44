package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteFailures;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalogue that is only read: once it is closed, the file and all that is beside it are as they
 * were. It is read where it is, among others who may write it, if SQLite can do so without leaving
 * anything; else from a private copy. Not for a file that this process has open for writing.
 *
 * @param file the catalogue, links followed, as SQLite does
 * @param place where it is read: the file itself or a copy of it
 * @param folder of the copy, which is deleted at the end
 * @param hadLog whether there was a log beside the file
 */
public record UntouchedFile(Path file, Path place, Optional<Path> folder, boolean hadLog)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UntouchedFile.class);

  private static final String LOG_FILE = "-wal";
  private static final String INDEX = "-shm";
  private static final String JOURNAL = "-journal";

  /** How often a copy is begun while another program writes the file. */
  private static final int ATTEMPTS = 20;

  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * A file that can be read.
   *
   * @throws CatalogueException if it is always being written, or can't be copied where it must be
   */
  public static UntouchedFile of(Path path) {
    new CatalogueFile(path).requireReadable();
    Path file = real(path);
    return isReadInPlace(file)
        ? new UntouchedFile(file, file, Optional.empty(), Files.exists(beside(file, LOG_FILE)))
        : copyOf(file);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new CatalogueException(path, Reason.FAILED, path + " can't be read", e);
    }
  }

  /**
   * Whether SQLite leaves nothing behind. It takes up a log without an index, and a journal that a
   * crash left, by writing; and where there is no log yet it makes one.
   */
  private static boolean isReadInPlace(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    boolean logged = Files.exists(beside(file, LOG_FILE));
    boolean indexed = Files.exists(beside(file, INDEX));
    boolean writable = Files.isWritable(file) && (parent == null || Files.isWritable(parent));
    boolean pending = Files.exists(beside(file, JOURNAL));
    return logged == indexed && (writable || logged) && !pending;
  }

  private static UntouchedFile copyOf(Path file) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("pallet-reading");
      UntouchedFile copy =
          new UntouchedFile(file, folder.resolve("copy.pallet"), Optional.of(folder), false);
      copy.copy();
      return copy;
    } catch (IOException e) {
      CatalogueException failure =
          new CatalogueException(
              file,
              Reason.FAILED,
              "%s can't be copied to %s to be read: %s"
                  .formatted(file, folder == null ? "the temporary folder" : folder, e),
              e);
      throw deleted(folder, failure);
    } catch (SQLException e) {
      throw deleted(folder, CatalogueException.of(file, e));
    } catch (CatalogueException e) {
      throw deleted(folder, e);
    }
  }

  /**
   * An empty place for what is read of a file; deleted when it is closed.
   *
   * @throws CatalogueException if there is no room for it
   */
  public static UntouchedFile empty(Path file) {
    try {
      Path folder = Files.createTempDirectory("pallet-reading");
      return new UntouchedFile(file, folder.resolve("copy.db"), Optional.of(folder), false);
    } catch (IOException e) {
      throw new CatalogueException(
          file, Reason.FAILED, file + " can't be copied to the temporary folder to be read", e);
    }
  }

  private void copy() throws IOException, SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Optional<Stamp>> before = stamps();
      for (String ending : new String[] {"", LOG_FILE, JOURNAL}) {
        Files.deleteIfExists(beside(place, ending));
        if (Files.exists(beside(file, ending))) {
          Files.copy(beside(file, ending), beside(place, ending));
          CatalogueFile.makeOwnerOnly(beside(place, ending));
        }
      }
      if (stamps().equals(before)) {
        takeUp();
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new CatalogueException(
        file, Reason.LOCKED, file + " is being written by another program; try again");
  }

  /** Lets SQLite do in the copy what it would have to do in the file: merge a log, roll back. */
  private void takeUp() throws SQLException {
    try (Connection connection =
        SqliteSource.maintaining(place, ConnectionSettings.DEFAULT).getConnection()) {
      CatalogueFile.number(connection, "SELECT count(*) FROM sqlite_master");
    } catch (SQLException e) {
      if (SqliteFailures.READER.read(e).kind()
          != FailureKind.CORRUPT) { // whoever reads it will say so
        throw e;
      }
    }
  }

  /** What changes with a file's content. */
  private record Stamp(FileIdentity identity, long size, FileTime changed) {}

  private List<Optional<Stamp>> stamps() throws IOException {
    return List.of(stamp(file), stamp(beside(file, LOG_FILE)), stamp(beside(file, JOURNAL)));
  }

  private static Optional<Stamp> stamp(Path path) throws IOException {
    return Files.exists(path)
        ? Optional.of(
            new Stamp(FileIdentity.of(path), Files.size(path), Files.getLastModifiedTime(path)))
        : Optional.empty();
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /** To be called when all connections are closed. */
  @Override
  public void close() {
    if (folder.isPresent()) {
      delete(folder.get());
    } else if (!hadLog) {
      removeLog();
    }
  }

  /**
   * Removes the log that SQLite made to read the file. Only a connection that can write does so,
   * and only where it is the last one of all programs. A log with something in it is another
   * program's.
   */
  private void removeLog() {
    try {
      if (stamp(beside(file, LOG_FILE)).filter(log -> log.size() == 0).isEmpty()) {
        return;
      }
      try (Connection last =
          SqliteSource.maintaining(file, ConnectionSettings.DEFAULT).getConnection()) {
        CatalogueFile.number(last, "SELECT count(*) FROM sqlite_master");
      }
    } catch (SQLException | IOException e) {
      LOG.warn("An empty log stays beside {}", file, e);
    }
  }

  private static CatalogueException deleted(@Nullable Path folder, CatalogueException because) {
    if (folder != null) {
      delete(folder);
    }
    return because;
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(each);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
                throws IOException {
              Files.delete(each);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.warn("A copy that was read stays in {}", folder, e);
    }
  }
}
