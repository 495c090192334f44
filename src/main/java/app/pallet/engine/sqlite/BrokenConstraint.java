package app.pallet.engine.sqlite;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule of the product table that a row breaks, read from SQLite's message.
 *
 * @param kind what kind of rule
 * @param columns the columns it is about; empty where the message names none of them
 */
public record BrokenConstraint(Kind kind, List<Column> columns) {

  /** Kinds of rules. */
  public enum Kind {
    /** Another row has the value already. */
    UNIQUE("UNIQUE constraint failed: "),
    /** The value is missing. */
    NOT_NULL("NOT NULL constraint failed: "),
    /** The value is not allowed. */
    CHECK("CHECK constraint failed: ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  public BrokenConstraint {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the message of a failed constraint.
   *
   * @param message of the driver, with SQLite's own message in brackets at its end
   * @param schema of the table, with whose names the message is compared: it can't be split, since
   *     names may hold anything
   */
  static Optional<BrokenConstraint> parse(String message, Optional<TableSchema> schema) {
    return Stream.of(Kind.values())
        .filter(kind -> message.contains(kind.words))
        .min(Comparator.comparingInt(kind -> message.indexOf(kind.words)))
        .map(kind -> new BrokenConstraint(kind, columns(kind, subject(kind, message), schema)));
  }

  private static String subject(Kind kind, String message) {
    int begin = message.indexOf(kind.words) + kind.words.length();
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
    return kind == Kind.CHECK
        ? Stream.of(TableDefinition.Check.values()).map(check -> check.nameFor(column))
        : Stream.of(table.table() + "." + column.name());
  }
}
