package app.pallet.database.file;

import java.time.Duration;

/**
 * How SQLite treats a catalogue while it is open. Chosen by the user or by a benchmark; shown in
 * the log, because the time of one-by-one commits depends on it most.
 *
 * @param journalMode where a transaction's pages go first
 * @param synchronous how often the disk is waited for
 * @param busyTimeout how long a statement waits for another program's lock
 */
public record ConnectionSettings(
    JournalMode journalMode, Synchronous synchronous, Duration busyTimeout) {

  /** SQLite's journal modes that suit a catalogue. */
  public enum JournalMode {
    /** Write-ahead log: readers and the writer don't wait for each other. */
    WAL,
    /** Rollback journal, SQLite's own default. */
    DELETE
  }

  /** SQLite's levels of waiting for the disk that suit a catalogue. */
  public enum Synchronous {
    /** With WAL a power cut may lose the last transactions but damages nothing. */
    NORMAL,
    /** Every transaction is on the disk before its commit returns. */
    FULL
  }

  /** What the editor uses unless told otherwise. */
  public static final ConnectionSettings DEFAULT =
      new ConnectionSettings(JournalMode.WAL, Synchronous.NORMAL, Duration.ofSeconds(5));

  /** The same with another journal mode. */
  public ConnectionSettings with(JournalMode mode) {
    return new ConnectionSettings(mode, synchronous, busyTimeout);
  }

  public ConnectionSettings {
    if (busyTimeout.isNegative() || busyTimeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("busy timeout " + busyTimeout);
    }
  }
}
