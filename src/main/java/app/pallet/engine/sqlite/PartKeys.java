package app.pallet.engine.sqlite;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.KeySql;
import app.pallet.engine.NumberedHandles;
import app.pallet.engine.PartHandles;
import app.pallet.engine.RowHandles;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Keys of texts, numbers or several columns, as SQLite stores them, whatever the columns' types
 * say. A key finds a row only if each value is the very same: beside the comparison of the column,
 * which an index answers, stands one letter by letter, since a column may take other letters as
 * equal.
 */
final class PartKeys implements KeySql {

  private final String table;
  private final List<Column> columns;
  private final List<String> names;
  private final Optional<String> number;
  private final PartHandles handles;
  private final Optional<NumberedHandles> numbered;

  PartKeys(TableSchema schema) {
    table = SqlName.quote(schema.table());
    columns = schema.keyColumns();
    names = columns.stream().map(column -> SqlName.quote(column.name())).toList();
    number = schema.rowNumber().map(SqlName::quote);
    handles = new PartHandles(columns.size());
    numbered = number.map(rowid -> new NumberedHandles());
  }

  /**
   * The key of a row.
   *
   * @param stored what its key columns hold, as the driver gives it
   * @param rowNumber by which the row is known if its key can't be told exactly
   */
  private RowKey.Stored key(@Nullable Object[] stored, long rowNumber) {
    Object[] parts = new Object[stored.length];
    for (int i = 0; i < parts.length; i++) {
      boolean isBytes = stored[i] instanceof byte[];
      Object part = isBytes == holdsBytes(i) ? part(stored[i]) : null;
      if (part == null) {
        return new RowKey.Unkeyed(rowNumber);
      }
      parts[i] = part;
    }
    return RowKey.Parts.of(parts);
  }

  /** A value of a key column; null if it does not tell rows apart exactly. */
  private static @Nullable Object part(@Nullable Object stored) {
    return switch (stored) {
      case String text -> isExact(text) ? text : null;
      case Integer whole -> whole.longValue();
      case Long whole -> whole;
      case Double real when real.isInfinite() || real.isNaN() -> null;
      case Double real when real == Math.rint(real) -> new BigDecimal(real); // every digit of it
      case Double real -> new BigDecimal(real.toString());
      case byte[] bytes -> new UnreadableValue(Form.BYTES, HexFormat.of().formatHex(bytes));
      case null, default -> null;
    };
  }

  private boolean holdsBytes(int part) {
    return columns.get(part).storage() == Column.Storage.BYTES;
  }

  private static boolean isAscii(byte[] text) {
    for (byte letter : text) {
      if (letter < 0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes that are no text come out of the driver as one and the same sign. */
  private static boolean isExact(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= Character.MIN_SURROGATE
          && (c == '\uFFFD' || Character.isSurrogate(c))
          && (c == '\uFFFD' || !StandardCharsets.UTF_8.newEncoder().canEncode(text))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public RowHandles handles() {
    return handles;
  }

  @Override
  public String isRow() {
    return names.stream()
        .map(name -> "%1$s = ? AND %1$s = ? COLLATE BINARY".formatted(name))
        .collect(Collectors.joining(" AND "));
  }

  @Override
  public int bind(PreparedStatement statement, int index, RowKey.Stored key) throws SQLException {
    if (!(key instanceof RowKey.Parts parts) || parts.values().size() != columns.size()) {
      throw new SQLException("No row of table " + table + " is written by the key " + key);
    }
    int next = index;
    for (Object value : parts.values()) {
      for (int twice = 0; twice < 2; twice++) {
        switch (value) {
          case Long whole -> statement.setLong(next++, whole);
          case BigDecimal real -> statement.setDouble(next++, real.doubleValue());
          case UnreadableValue bytes ->
              statement.setBytes(next++, HexFormat.of().parseHex(bytes.text()));
          default -> statement.setString(next++, value.toString());
        }
      }
    }
    return next;
  }

  /**
   * The key's columns. Of a single one texts and other values come apart: texts can then be taken
   * as bytes, three times as quick, and are nearly all there is.
   */
  @Override
  public String selected() {
    Stream<String> values =
        columns.size() > 1
            ? names.stream()
            : Stream.of(
                "iif(typeof(%1$s) = 'text', %1$s, NULL)".formatted(names.getFirst()),
                "iif(typeof(%1$s) = 'text', NULL, %1$s)".formatted(names.getFirst()));
    return Stream.concat(number.stream(), values).collect(Collectors.joining(", "));
  }

  /** The cells of {@link #selected}, of a table called {@code t}. */
  List<String> cells() {
    return Stream.concat(number.stream(), names.stream()).map("t."::concat).toList();
  }

  @Override
  public long handle(ResultSet result, int index) throws SQLException {
    int first = index + (number.isPresent() ? 1 : 0);
    @Nullable Object[] stored = new @Nullable Object[columns.size()];
    if (stored.length == 1) {
      byte[] text = result.getBytes(first);
      if (text != null && !holdsBytes(0) && isAscii(text)) {
        return handles.of(text);
      }
      stored[0] = text == null ? result.getObject(first + 1) : result.getString(first);
    } else {
      for (int i = 0; i < stored.length; i++) {
        stored[i] = result.getObject(first + i);
      }
    }
    RowKey.Stored key = key(stored, 0);
    return handles.of(
        key instanceof RowKey.Unkeyed && number.isPresent()
            ? new RowKey.Unkeyed(result.getLong(index))
            : key);
  }

  /**
   * The key of a row, cell by cell.
   *
   * @param cells gives the next of {@link #cells}
   */
  RowKey.Stored read(Cells cells) throws SQLException {
    long rowNumber =
        number.isPresent() && cells.next() instanceof Number read ? read.longValue() : 0;
    @Nullable Object[] stored = new @Nullable Object[columns.size()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = cells.next();
    }
    return key(stored, rowNumber);
  }

  /** Gives one cell after the other. */
  @FunctionalInterface
  interface Cells {
    @Nullable Object next() throws SQLException;
  }

  @Override
  public String order() {
    return number.orElseGet(() -> String.join(", ", names));
  }

  @Override
  public Optional<String> number() {
    return number;
  }

  @Override
  public String follows(String parameter) {
    return "(%s) > (SELECT %s FROM json_each(%s))"
        .formatted(String.join(", ", names), values(i -> value("", i)), parameter);
  }

  @Override
  public Optional<NumberedHandles> numbered() {
    return numbered;
  }

  @Override
  public Optional<RowKey.Stored> keyOf(RowChange.Add add) {
    @Nullable Object[] stored = new @Nullable Object[columns.size()];
    for (int i = 0; i < stored.length; i++) {
      Column column = columns.get(i);
      Object value = add.after().has(column) ? add.after().get(column) : column.defaultValue();
      stored[i] = new SqliteCodec(column).toStored(value);
    }
    return Optional.of(key(stored, 0)).filter(RowKey.Parts.class::isInstance);
  }

  @Override
  public String parameter(LongStream sought) {
    return parameter(sought.mapToObj(handles::keyOf).iterator());
  }

  /** A JSON array: of each key its value or an array of them, or an object for a row without. */
  String parameter(Iterator<? extends RowKey.Stored> keys) {
    StringBuilder json = new StringBuilder("[");
    while (keys.hasNext()) {
      json.append(json.length() == 1 ? "" : ",");
      switch (keys.next()) {
        case RowKey.Parts parts when columns.size() == 1 -> append(parts.values().getFirst(), json);
        case RowKey.Parts parts -> {
          json.append('[');
          for (int i = 0; i < parts.values().size(); i++) {
            append(parts.values().get(i), json.append(i == 0 ? "" : ","));
          }
          json.append(']');
        }
        case RowKey.Unkeyed(long rowNumber) -> json.append("{\"n\":").append(rowNumber).append('}');
        case RowKey.Id id -> throw new IllegalArgumentException(table + " has no row " + id);
      }
    }
    return json.append(']').toString();
  }

  private static void append(Object part, StringBuilder json) {
    switch (part) {
      case Long whole -> json.append(whole.longValue());
      case BigDecimal real -> json.append(Double.toString(real.doubleValue()));
      default -> {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(part.toString(), json);
        json.append('"');
      }
    }
  }

  @Override
  public String contains(String parameter) {
    String sought =
        "(SELECT %s FROM json_each(%s) WHERE type <> 'object')"
            .formatted(values(i -> value("", i)), parameter);
    String keyed =
        "((%s) IN %s AND (%s) IN %s)"
            .formatted(
                String.join(", ", names),
                sought,
                names.stream()
                    .map(name -> name + " COLLATE BINARY")
                    .collect(Collectors.joining(", ")),
                sought);
    return number
        .map(rowid ->
            "(%s OR %s IN (SELECT value ->> 'n' FROM json_each(%s) WHERE type = 'object'))"
                .formatted(keyed, rowid, parameter))
        .orElse(keyed);
  }

  @Override
  public String rows() {
    return number.isEmpty()
        ? keyed()
        : "(SELECT t.* FROM %s UNION ALL SELECT t.* FROM %s) AS t"
            .formatted(keyed().replace("?", "?1"), unkeyed().replace("?", "?1"));
  }

  /** The rows of a set that have keys; an {@code OR} would make SQLite look at every row. */
  String keyed() {
    String match =
        IntStream.range(0, names.size())
            .mapToObj(i ->
                "t.%1$s = %2$s AND t.%1$s = %2$s COLLATE BINARY"
                    .formatted(names.get(i), value("k.", i)))
            .collect(Collectors.joining(" AND "));
    return "json_each(?) AS k CROSS JOIN %s AS t ON k.type <> 'object' AND %s"
        .formatted(table, match);
  }

  /** The rows of a set that have none. */
  String unkeyed() {
    return "json_each(?) AS k CROSS JOIN %s AS t ON k.type = 'object' AND t.%s = k.value ->> 'n'"
        .formatted(table, number.orElseThrow());
  }

  /** The rows of a set of row numbers. */
  String numberedRows() {
    return "json_each(?) AS k CROSS JOIN %s AS t ON t.%s = k.value"
        .formatted(table, number.orElseThrow());
  }

  /** The rows whose numbers lie between two, in their order. */
  String numberedRange() {
    return "%1$s AS t WHERE t.%2$s BETWEEN ? AND ? ORDER BY t.%2$s"
        .formatted(table, number.orElseThrow());
  }

  private String values(Function<Integer, String> each) {
    return IntStream.range(0, names.size()).boxed().map(each).collect(Collectors.joining(", "));
  }

  private String value(String prefix, int part) {
    String value = names.size() == 1 ? prefix + "value" : prefix + "value ->> " + part;
    return holdsBytes(part) ? "unhex(" + value + ")" : value;
  }
}
