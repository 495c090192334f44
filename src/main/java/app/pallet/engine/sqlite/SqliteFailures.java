package app.pallet.engine.sqlite;

import app.pallet.engine.BrokenConstraint;
import app.pallet.engine.BrokenConstraint.Kind;
import app.pallet.engine.Failure;
import app.pallet.engine.FailureKind;
import app.pallet.engine.Failures;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.sqlite.SQLiteErrorCode;

/** What the failures of SQLite, and of Hibernate and the pool above it, mean. */
public final class SqliteFailures implements Failures {

  /** A refused row, as the driver words it. */
  private static final Pattern REFUSED =
      Pattern.compile("\\[SQLITE_CONSTRAINT\\w*] [^(]*\\((.*)\\)", Pattern.DOTALL);

  /** There is nothing in one that another one does not have. */
  public static final Failures READER = new SqliteFailures();

  private SqliteFailures() {}

  @Override
  public Failure read(Throwable failure, Optional<TableSchema> schema) {
    Failure best = ofOne(failure, schema);
    for (Throwable cause : chain(failure)) {
      Failure found = ofOne(cause, schema);
      if (isSpecific(found.kind())) {
        return found;
      }
      if (best.kind() == FailureKind.FATAL) {
        best = found;
      }
    }
    return best;
  }

  private static Failure ofOne(Throwable cause, Optional<TableSchema> schema) {
    Optional<BrokenConstraint> constraint =
        cause instanceof SQLException ? constraint(textOf(cause), schema) : Optional.empty();
    return new Failure(kindOf(cause), constraint, told(textOf(cause)));
  }

  /** What the user reads: SQLite's own words alone, without what the driver puts around them. */
  private static String told(String text) {
    Matcher refused = REFUSED.matcher(text);
    return refused.matches() ? refused.group(1) : text;
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
      case SQLITE_ERROR ->
          textOf(failure).contains("integer overflow") ? FailureKind.DATA : FailureKind.FATAL;
      case SQLITE_INTERRUPT, SQLITE_ABORT -> FailureKind.TIMEOUT;
      case SQLITE_FULL -> FailureKind.FULL;
      case SQLITE_READONLY, SQLITE_PERM -> FailureKind.READ_ONLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> FailureKind.CORRUPT;
      default -> FailureKind.FATAL;
    };
  }

  /**
   * Reads the message of a failed constraint.
   *
   * @param message of the driver, with SQLite's own message in brackets at its end
   * @param schema of the table, with whose names the message is compared: it can't be split, since
   *     names may hold anything
   */
  private static Optional<BrokenConstraint> constraint(
      String message, Optional<TableSchema> schema) {
    return Stream.of(Kind.values())
        .filter(kind -> message.contains(words(kind)))
        .min(Comparator.comparingInt(kind -> message.indexOf(words(kind))))
        .map(kind -> new BrokenConstraint(kind, columns(kind, subject(kind, message), schema)));
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case UNIQUE -> "UNIQUE constraint failed: ";
      case NOT_NULL -> "NOT NULL constraint failed: ";
      case CHECK -> "CHECK constraint failed: ";
      case FOREIGN_KEY -> "FOREIGN KEY constraint failed"; // SQLite does not say which
    };
  }

  private static String subject(Kind kind, String message) {
    int begin = message.indexOf(words(kind)) + words(kind).length();
    return message.substring(begin, message.length() - (message.endsWith(")") ? 1 : 0));
  }

  private static List<Column> columns(Kind kind, String subject, Optional<TableSchema> schema) {
    return schema.stream()
        .flatMap(table ->
            table.columns().stream().filter(c -> names(kind, table, c).anyMatch(subject::equals)))
        .toList();
  }

  /** What SQLite may call a rule of a column. */
  private static Stream<String> names(Kind kind, TableSchema table, Column column) {
    return switch (kind) {
      case CHECK -> Stream.of(TableDefinition.Check.values()).map(check -> check.nameFor(column));
      case UNIQUE, NOT_NULL -> Stream.of(table.table() + "." + column.name());
      case FOREIGN_KEY -> Stream.of();
    };
  }
}
