package app.pallet.database.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The log beside an open catalogue into which SQLite writes what is committed, before it goes into
 * the file itself, and the log's index. Unless {@code synchronous} is FULL nobody waits for the
 * disk at a commit, so a power cut could take the last ones with it. Immutable, for any thread.
 *
 * @param catalogue the file
 * @param log which file the log was when the catalogue was opened
 * @param index which file its index was then
 */
public record WriteAheadLog(Path catalogue, FileIdentity log, FileIdentity index) {

  private static final String LOG = "-wal";

  /** How the index's name ends. */
  static final String INDEX = "-shm";

  /**
   * The log of a catalogue that a connection has read.
   *
   * @throws IOException if there is none
   */
  public static WriteAheadLog of(Path catalogue) throws IOException {
    return new WriteAheadLog(
        catalogue,
        FileIdentity.of(beside(catalogue, LOG)),
        FileIdentity.of(beside(catalogue, INDEX)));
  }

  /**
   * Whether a file has a log: a file system that shares no memory gets none, whatever was asked.
   * After this SQLite has its locks, for it has read.
   */
  public static boolean isThere(Connection connection) throws SQLException {
    CatalogueFile.number(connection, "SELECT count(*) FROM sqlite_schema");
    try (Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA main.journal_mode")) {
      return mode.next() && mode.getString(1).equals("wal");
    }
  }

  /**
   * Moves what was committed from the log into the file, so that the log begins anew. A reader in
   * the midst of a query keeps the latest part in the log. Waits for nobody.
   */
  public void merge(ConnectionSettings settings) throws SQLException {
    try (Connection connection = SqliteSource.maintaining(catalogue, settings).getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)").close();
    }
  }

  /**
   * Whether there is nothing in it.
   *
   * @throws IOException if the system doesn't say
   */
  public boolean isEmpty() throws IOException {
    return Files.size(beside(catalogue, LOG)) == 0;
  }

  private static Path beside(Path catalogue, String ending) {
    return catalogue.resolveSibling(catalogue.getFileName() + ending);
  }

  /**
   * Whether log and index are still the files they were. Else another program has deleted them, and
   * what is committed goes into a file without a name, which nobody will read. Reads no content.
   *
   * @throws IOException if the system doesn't say
   */
  public boolean isInPlace() throws IOException {
    try {
      return log.isAt(beside(catalogue, LOG)) && index.isAt(beside(catalogue, INDEX));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Waits until all of it is on the disk. Unlike the catalogue, on whose locks SQLite relies, the
   * log may be opened and closed beside SQLite: no locks are held on it.
   *
   * @throws IOException if the disk doesn't confirm it, or the log is no longer there
   */
  public void force() throws IOException {
    try (FileChannel channel = FileChannel.open(beside(catalogue, LOG), StandardOpenOption.WRITE)) {
      channel.force(false);
    }
  }
}
