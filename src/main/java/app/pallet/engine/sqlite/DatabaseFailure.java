package app.pallet.engine.sqlite;

import app.pallet.schema.TableSchema;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.sqlite.SQLiteErrorCode;

/**
 * What a throwable from the database means. Looks at every cause and every next exception, because
 * Hibernate's exception class is often wrong and drivers hide the reason behind a batch.
 *
 * @param kind what it means
 * @param constraint the rule that was broken, for {@link FailureKind#CONSTRAINT}
 * @param message the database's own words, for the log
 */
public record DatabaseFailure(
    FailureKind kind, Optional<BrokenConstraint> constraint, String message) {

  /** What it means, without the columns of a broken constraint. */
  public static DatabaseFailure of(Throwable failure) {
    return of(failure, Optional.empty());
  }

  /** What it means, with the columns of a broken constraint. */
  public static DatabaseFailure of(Throwable failure, TableSchema schema) {
    return of(failure, Optional.of(schema));
  }

  private static DatabaseFailure of(Throwable failure, Optional<TableSchema> schema) {
    DatabaseFailure best = ofOne(failure, schema);
    for (Throwable cause : chain(failure)) {
      DatabaseFailure found = ofOne(cause, schema);
      if (isSpecific(found.kind)) {
        return found;
      }
      if (best.kind == FailureKind.FATAL) {
        best = found;
      }
    }
    return best;
  }

  private static DatabaseFailure ofOne(Throwable cause, Optional<TableSchema> schema) {
    Optional<BrokenConstraint> constraint =
        cause instanceof SQLException
            ? BrokenConstraint.parse(textOf(cause), schema)
            : Optional.empty();
    return new DatabaseFailure(kindOf(cause), constraint, textOf(cause));
  }

  /** Whether nothing deeper in the chain can say it better; a pool's time-out only wraps. */
  private static boolean isSpecific(FailureKind kind) {
    return kind != FailureKind.FATAL && kind != FailureKind.TIMEOUT;
  }

  private static String textOf(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** The throwable, its causes and their next exceptions, outermost first, each once. */
  private static List<Throwable> chain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> ordered = new ArrayList<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      ordered.add(next);
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      if (next instanceof SQLException sql && sql.getNextException() != null) {
        open.add(sql.getNextException());
      }
    }
    return ordered;
  }

  private static FailureKind kindOf(Throwable cause) {
    return switch (cause) {
      case StaleStateException stale -> FailureKind.STALE;
      case OptimisticLockException stale -> FailureKind.STALE;
      case SQLTimeoutException timeout -> FailureKind.TIMEOUT;
      case SQLTransientConnectionException pool -> FailureKind.TIMEOUT;
      case SQLException sql -> kindOf(sql);
      default -> FailureKind.FATAL;
    };
  }

  private static FailureKind kindOf(SQLException failure) {
    int primary =
        failure.getErrorCode() & 0xff; // the rest of an extended code says more of the same
    return switch (SQLiteErrorCode.getErrorCode(primary)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> FailureKind.RETRY;
      case SQLITE_CONSTRAINT ->
          textOf(failure).contains("cannot store ") ? FailureKind.DATA : FailureKind.CONSTRAINT;
      case SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE -> FailureKind.DATA;
      case SQLITE_INTERRUPT, SQLITE_ABORT -> FailureKind.TIMEOUT;
      case SQLITE_FULL -> FailureKind.FULL;
      case SQLITE_READONLY, SQLITE_PERM -> FailureKind.READ_ONLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> FailureKind.CORRUPT;
      default -> FailureKind.FATAL;
    };
  }
}
