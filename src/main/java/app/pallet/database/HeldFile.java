package app.pallet.database;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.FileIdentity;
import app.pallet.database.file.KeptLocks;
import app.pallet.database.file.WriteAheadLog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an open database, and its log: makes sure that they are still the ones that were
 * opened, that SQLite has its locks on them, and that the disk has what was written. Any thread.
 */
final class HeldFile {

  private static final Logger LOG = LoggerFactory.getLogger(HeldFile.class);

  private final Path file;
  private final FileIdentity identity;

  /** Empty with a rollback journal, which is made anew for each transaction. */
  private final Optional<WriteAheadLog> log;

  /**
   * Whoever takes or gives back locks; not the database, which a close keeps while a commit ends.
   */
  private final Object keeping = new Object();

  private volatile Optional<KeptLocks> locks = Optional.empty();

  /** Whether a crash of another program left something in the log, which stays as it is. */
  private final boolean isLeftOver;

  private volatile boolean isWritten;
  private boolean keepsLocks; // guarded by keeping, as is the next one
  private boolean isClosed;

  private HeldFile(
      Path file, FileIdentity identity, Optional<WriteAheadLog> log, boolean isLeftOver) {
    this.isLeftOver = isLeftOver;
    this.file = file;
    this.identity = identity;
    this.log = log;
  }

  /** The file at a path, which was opened a moment ago. */
  static FileIdentity identity(Path file) {
    try {
      return FileIdentity.of(file);
    } catch (IOException e) {
      throw gone(file, e);
    }
  }

  /**
   * A file that is open for writing.
   *
   * @param first a connection to it, which is in use as long as no other one is
   * @param isForeign whether what another program has left in the log stays there until something
   *     is written
   */
  static HeldFile of(Path file, FileIdentity identity, Connection first, boolean isForeign)
      throws SQLException {
    try {
      if (!WriteAheadLog.isThere(first)) {
        return new HeldFile(file, identity, Optional.empty(), false);
      }
      WriteAheadLog log = WriteAheadLog.of(file);
      return new HeldFile(file, identity, Optional.of(log), isForeign && !log.isEmpty());
    } catch (IOException e) {
      throw gone(file, e);
    }
  }

  /** A file that is only read: there is nothing to be lost. */
  static HeldFile ofUntouched(Path file, FileIdentity identity) {
    return new HeldFile(file, identity, Optional.empty(), false);
  }

  /** See {@link CatalogueDatabase#keepLocks}. */
  void keepLocks() {
    synchronized (keeping) {
      if (!keepsLocks && !isClosed && log.isPresent()) {
        keepsLocks = true;
        locks = KeptLocks.on(file);
      }
    }
  }

  /** See {@link CatalogueDatabase#requireWriteLock}. */
  void requireWriteLock() throws SQLException {
    isWritten = true;
    Optional<KeptLocks> kept = locks;
    if (kept.isPresent()) {
      kept.get().requireWriting();
    }
  }

  /** See {@link CatalogueDatabase#requireInPlace}. */
  void requireInPlace() {
    try {
      if (!identity.isAt(file)) {
        throw new CatalogueException(
            file,
            Reason.REPLACED,
            "Another file has taken the place of %s since it was opened; nothing is written to it"
                .formatted(file));
      }
      if (log.isPresent() && !log.get().isInPlace()) {
        throw new CatalogueException(
            file,
            Reason.REPLACED,
            ("Another program has removed the log of %s; nothing is written, because it would be"
                    + " lost. Close the catalogue and open it again")
                .formatted(file));
      }
    } catch (IOException e) {
      throw gone(file, e);
    }
  }

  /** See {@link CatalogueDatabase#force}. */
  void force() {
    if (log.isEmpty()) {
      return;
    }
    requireInPlace();
    try {
      log.get().force();
      requireInPlace(); // another log may have come to its place meanwhile
    } catch (IOException e) {
      throw new CatalogueException(
          file, Reason.FAILED, "The disk does not confirm what was written to " + file, e);
    }
  }

  /** See {@link CatalogueDatabase#checkpoint}. */
  void checkpoint(ConnectionSettings settings) {
    if (log.isEmpty() || !isLogInPlace()) {
      return; // it would put old pages over what another program has written since
    }
    try {
      log.get().merge(settings);
    } catch (SQLException e) {
      LOG.warn("What was committed to {} stays in its log for now", file, e);
    }
  }

  /**
   * Whether SQLite may merge the log when the last connection is closed. If not, Pallet's locks
   * keep it from that.
   */
  boolean mergesLog() {
    return !isLeftAsItWas() && isLogInPlace();
  }

  private boolean isLeftAsItWas() {
    return isLeftOver && !isWritten;
  }

  /** Whether the log is the file's own, or there is none. */
  boolean isLogInPlace() {
    try {
      return log.isEmpty() || (identity.isAt(file) && log.get().isInPlace());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * No locks are taken from now on.
   *
   * @return false if that was said before
   */
  boolean beginClose() {
    if (isLeftAsItWas()) {
      keepLocks();
    }
    synchronized (keeping) {
      boolean first = !isClosed;
      isClosed = true;
      return first;
    }
  }

  /** Lets SQLite merge the log when the last connection is closed. */
  void release() {
    locks.ifPresent(KeptLocks::release);
  }

  /** Gives back what is left of the locks. */
  void endClose() {
    synchronized (keeping) {
      locks.ifPresent(KeptLocks::close);
      locks = Optional.empty();
    }
  }

  private static CatalogueException gone(Path file, IOException cause) {
    return new CatalogueException(
        file,
        Reason.REPLACED,
        file + " was deleted or moved since it was opened; put it back to go on",
        cause);
  }
}
