package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.output.OutputFile;
import app.pallet.output.RefusedOutputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A file that is to be a catalogue: makes an empty one, and finds out what it is without changing a
 * byte of it or beside it.
 *
 * @param path where it is
 */
public record CatalogueFile(Path path) {

  /** Marks an SQLite file as Pallet's: the letters PALT. */
  static final int APPLICATION_ID = 0x50414c54;

  /** The format this Pallet writes: the version of the latest migration. */
  static final int FORMAT = 2;

  /** SQLite's smallest page; a shorter file can't be a database. */
  private static final int SMALLEST_PAGE = 512;

  /** What a usable file holds. */
  public enum Content {
    /** Nothing yet. */
    EMPTY,
    /** A catalogue whose making was cut off, is going on, or that an older Pallet made. */
    OUTDATED,
    /** A catalogue of the current format. */
    CURRENT,
    /** Tables of another program. */
    FOREIGN
  }

  /**
   * Makes an empty file that only its owner can read, where files have owners.
   *
   * @return false if there is a file already
   * @throws RefusedOutputException if SQLite keeps the log of another file there
   */
  public boolean createIfMissing() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new CatalogueException(path, Reason.MISSING, "There is no folder " + folder);
    }
    try {
      if (Files.notExists(path)) {
        OutputFile.at(path).requireAllowed();
      }
      Files.createFile(path, ownerOnly());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new CatalogueException(
          path, Reason.READ_ONLY, "No file can be made in the folder " + folder, e);
    }
  }

  /** Lets nobody but its owner read a file that is there, where files have owners. */
  static void makeOwnerOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  private Path folder() {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path : folder;
  }

  /**
   * Finds out what the file holds.
   *
   * @throws CatalogueException if it can't be used as a catalogue
   */
  public Content inspect() {
    requireReadable();
    if (!Files.isWritable(path) || !Files.isWritable(folder())) {
      try (UntouchedFile untouched = UntouchedFile.of(path)) {
        inspectToRead(untouched.place()); // somebody else's database is one all the same
      }
    }
    requireWritable();
    return inspectToRead(path);
  }

  /**
   * Finds out what any database holds, another program's, too.
   *
   * @throws CatalogueException if it can't be read, or calls itself a catalogue and is none
   */
  public Content inspectAny() {
    requireReadable();
    return look(path);
  }

  /**
   * The same if it is only to be read.
   *
   * @param place where it is read, the file itself or a copy
   */
  public Content inspectAnyToRead(Path place) {
    return look(place);
  }

  /**
   * Finds out what the file holds, if it is only to be read.
   *
   * @param place where it is read, the file itself or a copy
   * @throws CatalogueException if it can't be used as a catalogue
   */
  public Content inspectToRead(Path place) {
    Content content = look(place);
    if (content == Content.FOREIGN) {
      throw new CatalogueException(
          path,
          Reason.NOT_A_CATALOGUE,
          path
              + " is an SQLite database, but no Pallet catalogue; pallet tables lists what it"
              + " holds");
    }
    return content;
  }

  private Content look(Path place) {
    try {
      long size = Files.size(path);
      if (size == 0) {
        return Content.EMPTY;
      }
      if (size < SMALLEST_PAGE) {
        throw notSqlite(null);
      }
    } catch (IOException e) {
      throw new CatalogueException(path, Reason.FAILED, path + " can't be read", e);
    }
    try {
      Content content = inspect(SqliteSource.inspecting(place));
      // What stands in a log beside the file is seen only by a connection that takes locks.
      return Files.exists(place.resolveSibling(place.getFileName() + "-wal"))
          ? inspect(SqliteSource.reading(place, ConnectionSettings.DEFAULT))
          : content;
    } catch (SQLException e) {
      // Someone may be writing just now: the same question again, this time waiting for its turn.
      return inspectPatiently(place, e);
    }
  }

  /**
   * Makes sure that there is a file that can be written.
   *
   * @throws CatalogueException if there is none
   */
  public void requireWritable() {
    requireReadable();
    if (!Files.isWritable(path)) {
      throw new CatalogueException(
          path, Reason.READ_ONLY, path + " is read-only; make it writable or copy it");
    }
    if (!Files.isWritable(folder())) {
      throw new CatalogueException(
          path, Reason.READ_ONLY, "The folder of " + path + " is read-only; copy the file");
    }
  }

  /**
   * Makes sure that there is a file that can be read.
   *
   * @throws CatalogueException if there is none
   */
  void requireReadable() {
    if (!Files.exists(path)) {
      throw new CatalogueException(path, Reason.MISSING, "There is no file " + path);
    }
    if (Files.isDirectory(path)) {
      throw new CatalogueException(path, Reason.NOT_SQLITE, path + " is a folder");
    }
    if (!Files.isReadable(path)) {
      throw new CatalogueException(path, Reason.FAILED, path + " can't be read");
    }
  }

  private Content inspectPatiently(Path place, SQLException first) {
    if (SqliteFailures.READER.read(first).message().contains("SQLITE_NOTADB")) {
      throw notSqlite(first);
    }
    try {
      return inspect(SqliteSource.reading(place, ConnectionSettings.DEFAULT));
    } catch (SQLException e) {
      throw CatalogueException.of(path, e);
    }
  }

  private Content inspect(SqliteSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
        return Content.FOREIGN;
      }
      int format = number(connection, "PRAGMA user_version");
      if (format > FORMAT) {
        throw new CatalogueException(
            path,
            Reason.NEWER,
            "%s was made by a newer Pallet: its format is %d, this Pallet knows up to %d"
                .formatted(path, format, FORMAT));
      }
      SchemaGuard.check(path, connection);
      return format == FORMAT ? Content.CURRENT : Content.OUTDATED;
    }
  }

  private CatalogueException notSqlite(@org.jspecify.annotations.Nullable Throwable cause) {
    return new CatalogueException(
        path,
        Reason.NOT_SQLITE,
        path + " is not an SQLite database, so it is not a Pallet catalogue",
        cause);
  }

  /** The one number a statement answers with. */
  public static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getInt(1);
    }
  }
}
