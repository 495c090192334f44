package app.pallet.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The log beside a catalogue into which SQLite writes what is committed, before it goes into the
 * file itself. Unless {@code synchronous} is FULL nobody waits for the disk at a commit, so a power
 * cut could take the last ones with it.
 */
final class WriteAheadLog {

  private WriteAheadLog() {}

  /**
   * Waits until all of it is on the disk. Unlike the catalogue, on whose locks SQLite relies, the
   * log may be opened and closed beside SQLite: no locks are held on it.
   *
   * @throws IOException if the disk doesn't confirm it, or the log is no longer there
   */
  static void force(Path catalogue) throws IOException {
    Path log = catalogue.resolveSibling(catalogue.getFileName() + "-wal");
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
  }
}
