package app.pallet.spreadsheet.matching;

import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a row of a file finds its row of the table: the value of one column, or those of all the
 * columns of the table's key. Equal by value; for any thread.
 *
 * @param columns one, or those of a key of several columns in the order of the key
 */
public record MatchKey(List<Column> columns) {

  private static final char BETWEEN = ',';

  /** Keeps the columns as they are now. */
  public MatchKey {
    columns = List.copyOf(columns);
  }

  /** One column. */
  public static MatchKey of(Column column) {
    return new MatchKey(List.of(column));
  }

  /**
   * The key that a user names: a column, or all columns of the table's key with commas between
   * them.
   *
   * @throws IllegalArgumentException if there is no such column, or if several are not the key
   */
  public static MatchKey named(String text, TableSchema schema) {
    List<Column> named = columns(text, schema).orElseGet(() -> List.of(schema.require(text)));
    List<Column> key = schema.keyColumns();
    if (named.size() == 1) {
      return of(named.getFirst());
    }
    if (named.size() != key.size() || !new HashSet<>(named).equals(new HashSet<>(key))) {
      throw new IllegalArgumentException(
          "Several columns find a row only if they are the table's key, which is " + schema.key());
    }
    return new MatchKey(key);
  }

  /** The columns whose names a text lists; names may hold commas themselves. */
  private static Optional<List<Column>> columns(String text, TableSchema schema) {
    Optional<Column> one = schema.column(text);
    if (one.isPresent()) {
      return one.map(List::of);
    }
    for (Column first : schema.columns()) {
      if (text.startsWith(first.name() + BETWEEN)) {
        Optional<List<Column>> others =
            columns(text.substring(first.name().length() + 1).strip(), schema);
        if (others.isPresent()) {
          List<Column> all = new ArrayList<>(List.of(first));
          all.addAll(others.get());
          return Optional.of(all);
        }
      }
    }
    return Optional.empty();
  }

  /** The only column, or the first of several. */
  public Column first() {
    return columns.getFirst();
  }

  /** Whether it is one column. */
  public boolean isOne() {
    return columns.size() == 1;
  }

  /** As {@link #named} reads it. */
  public String name() {
    return columns.stream().map(Column::name).collect(Collectors.joining(BETWEEN + ""));
  }

  /** As the user reads it. */
  public String label() {
    return columns.stream().map(Column::label).collect(Collectors.joining(" and "));
  }

  /**
   * What a row says of it: the value of the one column, or the {@link RowKey.Parts} of several;
   * null if one of them says nothing. Comparable to those of other rows.
   */
  public @Nullable Object value(RowValues row) {
    if (isOne()) {
      return row.get(first());
    }
    Object[] parts = new Object[columns.size()];
    for (int i = 0; i < parts.length; i++) {
      Object part = part(row.get(columns.get(i)));
      if (part == null) {
        return null;
      }
      parts[i] = part;
    }
    return RowKey.Parts.of(parts);
  }

  /** As databases keep it in a key. */
  private static @Nullable Object part(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean yes -> yes ? 1L : 0L;
      case LocalDate day -> day.toString();
      default -> value;
    };
  }

  /** A value of it as the user reads it, such as {@code 10248, 11}. */
  static String text(Object value) {
    return value instanceof RowKey.Parts parts
        ? parts.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }
}
