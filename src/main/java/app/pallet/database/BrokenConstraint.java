package app.pallet.database;

import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule of the product table that a row breaks, read from SQLite's message.
 *
 * @param kind what kind of rule
 * @param columns the columns it is about; empty where the message names none of the schema
 */
public record BrokenConstraint(Kind kind, List<Column> columns) {

  /** Kinds of rules. */
  public enum Kind {
    /** Another row has the value already. */
    UNIQUE,
    /** The value is missing. */
    NOT_NULL,
    /** The value is not allowed. */
    CHECK
  }

  private static final List<Prefix> PREFIXES =
      List.of(
          new Prefix(Kind.UNIQUE, "UNIQUE constraint failed: "),
          new Prefix(Kind.NOT_NULL, "NOT NULL constraint failed: "),
          new Prefix(Kind.CHECK, "CHECK constraint failed: "));

  private record Prefix(Kind kind, String text) {}

  public BrokenConstraint {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the message of a failed constraint.
   *
   * @param message of the driver, with SQLite's own message in it
   * @param columns those of the table; names are compared, never split, since they may hold
   *     anything
   */
  static Optional<BrokenConstraint> parse(String message, List<Column> columns) {
    for (Prefix prefix : PREFIXES) {
      int at = message.indexOf(prefix.text);
      if (at >= 0) {
        String rest = message.substring(at + prefix.text.length());
        return Optional.of(new BrokenConstraint(prefix.kind, named(prefix.kind, rest, columns)));
      }
    }
    return Optional.empty();
  }

  private static List<Column> named(Kind kind, String rest, List<Column> columns) {
    String subject = rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
    return columns.stream()
        .filter(column ->
            kind == Kind.CHECK
                ? checkNames(column).anyMatch(subject::equals)
                : subject.endsWith("." + column.name()))
        .max((a, b) -> Integer.compare(a.name().length(), b.name().length()))
        .stream()
        .toList();
  }

  private static Stream<String> checkNames(Column column) {
    return Stream.of(TableDefinition.Check.values()).map(check -> check.nameFor(column));
  }
}
