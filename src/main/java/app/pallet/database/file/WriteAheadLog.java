package app.pallet.database.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
