package app.pallet.database.file;

import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteFailures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue could not be made or opened. The message names the file and says in one sentence what
 * the user can make of it; the file is as it was before.
 */
public final class CatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** The file or folder does not exist. */
    MISSING,
    /** A file is there where a new one was to be made. */
    ALREADY_THERE,
    /** The file is not an SQLite database. */
    NOT_SQLITE,
    /** The file is an SQLite database, but not one of Pallet's. */
    NOT_A_CATALOGUE,
    /** The making of the catalogue was cut off before it had a product table. */
    UNFINISHED,
    /** The file calls itself a catalogue, but holds SQL that Pallet never makes. */
    UNSAFE,
    /** A later Pallet made the file in a way this one doesn't know. */
    NEWER,
    /** File or folder can't be written. */
    READ_ONLY,
    /** No backup copy could be written. */
    NO_BACKUP,
    /** Another program kept the file locked. */
    LOCKED,
    /** The file's content contradicts itself. */
    DAMAGED,
    /** The open file was deleted, moved or replaced by another one. */
    REPLACED,
    /** Anything else; the cause tells. */
    FAILED
  }

  private final transient Path file;
  private final Reason reason;

  /**
   * A failure with what brought it about.
   *
   * @param file the one it is about
   * @param message for the user, one sentence without its point
   */
  public CatalogueException(Path file, Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.file = file;
    this.reason = reason;
  }

  /** A failure that nothing else brought about. */
  public CatalogueException(Path file, Reason reason, String message) {
    this(file, reason, message, null);
  }

  /** The file it is about. */
  public Path file() {
    return file;
  }

  /** Why the catalogue could not be made or opened. */
  public Reason reason() {
    return reason;
  }

  /** Whether a failure to open or read a catalogue means that its file is damaged. */
  public static boolean isDamage(Throwable failure) {
    return failure instanceof CatalogueException exception
        ? exception.reason() == Reason.DAMAGED // else it may be no catalogue at all
        : SqliteFailures.READER.read(failure).kind() == FailureKind.CORRUPT;
  }

  /** What a failure of SQLite means to someone who opens a catalogue. */
  public static CatalogueException of(Path file, Throwable cause) {
    return switch (SqliteFailures.READER.read(cause).kind()) {
      case RETRY ->
          new CatalogueException(
              file, Reason.LOCKED, file + " is locked by another program", cause);
      case READ_ONLY ->
          new CatalogueException(file, Reason.READ_ONLY, file + " can't be written", cause);
      case CORRUPT ->
          new CatalogueException(
              file,
              Reason.DAMAGED,
              "%s is damaged: %s".formatted(file, SqliteFailures.READER.read(cause).message()),
              cause);
      default ->
          new CatalogueException(
              file, Reason.FAILED, file + " can't be opened: " + cause.getMessage(), cause);
    };
  }
}
