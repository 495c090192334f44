package app.pallet.engine.sqlite;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowValues;
import app.pallet.engine.KeyLookup;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.text.CodePointOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Finds rows by many keys in SQLite. Keys that come in order and lie close together, as those of a
 * page or of a file that was exported before, are read as a range. Other keys go in as one JSON
 * array. In a column without an index every row is looked at once.
 */
public final class SqliteKeyLookup implements KeyLookup {

  /** Keys in one statement where an index finds them. More do not make it quicker. */
  private static final int PORTION = 1_000;

  /** Where each statement must look at every row, there should be few statements. */
  private static final int SCANNING_PORTION = 30_000;

  /** Rows in a range for each key that is asked for: with more, the keys are quicker alone. */
  private static final int DENSITY = 2;

  /** Keys at the beginning that tell whether all lie close together. */
  private static final int TRIED = 64;

  /** Characters of a key; more take a little longer. */
  private static final int TYPICAL_KEY = 20;

  private final Connection connection;
  private final Column key;
  private final boolean indexed;
  private final PackedRows packed;
  private final String tableName;
  private final String table;
  private final String keyName;

  /** How keys are compared; empty for the column's own way. */
  private final String collation;

  /**
   * A look-up on a connection, which stays the caller's.
   *
   * @param wanted the columns of the table that are read besides the key
   */
  public SqliteKeyLookup(
      Connection connection, TableSchema schema, Column key, Collection<Column> wanted) {
    this(connection, schema, key, wanted, "");
  }

  /** By the values of a unique column, compared as one of its keys does. */
  SqliteKeyLookup(
      Connection connection, TableSchema schema, Column key, SqliteCollation collation) {
    this(connection, schema, key, List.of(), key.type().isText() ? " COLLATE " + collation : "");
  }

  private SqliteKeyLookup(
      Connection connection,
      TableSchema schema,
      Column key,
      Collection<Column> wanted,
      String collation) {
    this.collation = collation;
    this.connection = connection;
    this.key = key;
    this.indexed = key.rules().unique() || key.role() == ColumnRole.ID;
    this.packed = new PackedRows(schema, key, wanted);
    this.tableName = schema.table();
    this.table = SqlName.quote(tableName);
    this.keyName = "t." + SqlName.quote(key.name());
  }

  @Override
  public FoundRows find(List<RowValues> said) throws SQLException {
    @Nullable Object[] keys = new @Nullable Object[said.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new SqliteCodec(key).toStored(said.get(i).get(key));
    }
    Found found = found(keys, said);
    return new FoundRows(found.rows, found.ambiguous);
  }

  /**
   * The rows that have these ids; only for a look-up by the column of the ids.
   *
   * @return rows at the places of their ids, null for one that is not there
   */
  public @Nullable Row[] find(long... ids) throws SQLException {
    if (key.role() != ColumnRole.ID) {
      throw new IllegalStateException("Rows are looked up by " + key + " and not by their ids");
    }
    @Nullable Object[] keys = Arrays.stream(ids).boxed().toArray();
    return found(keys, null).rows;
  }

  private Found found(@Nullable Object[] keys, @Nullable List<RowValues> said) throws SQLException {
    packed.begin(said != null);
    try {
      return look(new Found(keys, said));
    } catch (SQLException e) {
      if (!packed.unpack(e)) {
        throw e;
      }
      return look(new Found(keys, said));
    }
  }

  private Found look(Found found) throws SQLException {
    if (!indexed) {
      scan(found);
    } else if (found.isAscending() && isOrderedByCodePoints() && isDense(found)) {
      lookUp(found, readRange(found));
    } else {
      lookUp(found, 0);
    }
    return found;
  }

  /**
   * Whether the database keeps the keys in the order in which they are compared here. A column may
   * take letters of either case as equal; in a range of its keys some would be missed.
   */
  private boolean isOrderedByCodePoints() throws SQLException {
    if (new SqliteCodec(key).isInteger()) {
      return true;
    }
    if (!key.type().isText() || holdsBytes()) {
      return false; // numbers with and without a fraction, days, and bytes
    }
    String sql =
        """
        SELECT coalesce(min(x.coll = 'BINARY'), FALSE)
        FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS x
        WHERE x.key AND x.name = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tableName);
      statement.setString(2, key.name());
      try (ResultSet result = statement.executeQuery()) {
        return result.getBoolean(1);
      }
    }
  }

  /** What is asked for, and what was found of it so far. */
  private final class Found {
    private final @Nullable List<RowValues> said;
    private final @Nullable Object[] keys;
    private final @Nullable Row[] rows;
    private final BitSet ambiguous = new BitSet(0);

    Found(@Nullable Object[] keys, @Nullable List<RowValues> said) {
      this.said = said;
      this.keys = keys;
      this.rows = new @Nullable Row[keys.length];
    }

    /** The row that the result stands at, whose key is the one at a place. */
    Row read(int place) throws SQLException {
      return said == null
          ? packed.row((Long) Objects.requireNonNull(keys[place]))
          : packed.row(said.get(place));
    }

    /** Notes a row that has the key at a place. */
    void put(int place, Row row) {
      Row other = rows[place];
      if (other == null) {
        rows[place] = row;
      } else if (!other.key().equals(row.key())) {
        ambiguous.set(place);
      }
    }

    /** Whether the keys come as the database orders them, each once. */
    boolean isAscending() {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == null || (i > 0 && compare(keys[i - 1], keys[i]) >= 0)) {
          return false;
        }
      }
      return keys.length > 0;
    }
  }

  private static int compare(@Nullable Object first, @Nullable Object second) {
    return first instanceof Long number && second instanceof Long other
        ? Long.compare(number, other)
        : CodePointOrder.TEXTS.compare(String.valueOf(first), String.valueOf(second));
  }

  /** Whether few rows that nobody asked for lie between the first keys. */
  private boolean isDense(Found found) throws SQLException {
    int tried = Math.min(TRIED, found.keys.length);
    if (found.keys[0] instanceof Long first
        && found.keys[tried - 1] instanceof Long last
        && last - first < (long) tried * DENSITY) {
      return true; // there is no room for others
    }
    String rows = "SELECT 1 FROM " + table + " AS t WHERE " + keyName + " BETWEEN ? AND ? LIMIT ?";
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT count(*) FROM (" + rows + ")")) {
      statement.setObject(1, found.keys[0]);
      statement.setObject(2, found.keys[tried - 1]);
      statement.setInt(3, tried * DENSITY + 1);
      try (ResultSet result = statement.executeQuery()) {
        return result.getInt(1) <= tried * DENSITY;
      }
    }
  }

  /**
   * Goes along the rows of a range and the keys that are asked for, both in the same order.
   *
   * @return the place of the first key that is beyond what was read
   */
  private int readRange(Found found) throws SQLException {
    int last = found.keys.length - 1;
    int most = found.keys.length * DENSITY;
    String range = " WHERE " + keyName + " BETWEEN ? AND ? ORDER BY " + keyName + " LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(select(List.of(), "") + range)) {
      statement.setObject(1, found.keys[0]);
      statement.setObject(2, found.keys[last]);
      statement.setInt(3, most);
      int place = 0;
      int read = 0;
      try (ResultSet result = statement.executeQuery()) {
        packed.open(result);
        for (; packed.next(); read++) {
          Object held = packed.stored(found.keys[place]);
          while (place < last && compare(found.keys[place], held) < 0) {
            place++;
          }
          if (compare(found.keys[place], held) == 0) {
            found.put(place, found.read(place));
          }
        }
      }
      return read < most ? found.keys.length : place;
    }
  }

  /** The index is asked for one key after the other, from a place on. */
  private void lookUp(Found found, int first) throws SQLException {
    if (first == found.keys.length) {
      return;
    }
    String keys = "json_each(?) AS k CROSS JOIN ";
    try (PreparedStatement statement =
        connection.prepareStatement(
            select(List.of("k.key"), keys)
                + " ON "
                + keyName
                + collation
                + " = "
                + value("k.value"))) {
      for (int from = first; from < found.keys.length; from += PORTION) {
        statement.setString(1, json(found.keys, from, PORTION));
        try (ResultSet result = statement.executeQuery()) {
          packed.open(result);
          while (packed.next()) {
            int place = from + (int) packed.number();
            packed.stored(found.keys[place]);
            found.put(place, found.read(place));
          }
        }
      }
    }
  }

  /** Goes through all rows. */
  private void scan(Found found) throws SQLException {
    Map<Object, List<Integer>> places = HashMap.newHashMap(found.keys.length);
    for (int i = 0; i < found.keys.length; i++) {
      Object asked = found.keys[i];
      if (asked != null) {
        places.computeIfAbsent(PlainNumber.comparable(asked), k -> new ArrayList<>(1)).add(i);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            select(List.of(), "")
                + " WHERE "
                + keyName
                + " IN (SELECT "
                + value("value")
                + " FROM json_each(?))")) {
      for (int from = 0; from < found.keys.length; from += SCANNING_PORTION) {
        statement.setString(1, json(found.keys, from, SCANNING_PORTION));
        try (ResultSet result = statement.executeQuery()) {
          packed.open(result);
          while (packed.next()) {
            Object held = packed.stored(null);
            List<Integer> wanted = held == null ? null : places.get(PlainNumber.comparable(held));
            if (wanted != null) {
              Row row = found.read(wanted.getFirst());
              wanted.forEach(place -> found.put(place, row));
            }
          }
        }
      }
    }
  }

  private boolean holdsBytes() {
    return key.storage() == Column.Storage.BYTES;
  }

  private String value(String value) {
    return holdsBytes() ? "unhex(" + value + ")" : value;
  }

  private String select(List<String> before, String joined) {
    return "SELECT " + packed.selected(before) + " FROM " + joined + table + " AS t";
  }

  /** Values as a JSON array, whole numbers as such and everything else as texts. */
  static String json(@Nullable Object[] keys, int from, int most) {
    int to = Math.min(keys.length, from + most);
    StringBuilder text = new StringBuilder((to - from) * TYPICAL_KEY).append('[');
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",");
      if (keys[i] instanceof String key) {
        quote(key, text.append('"'));
        text.append('"');
      } else if (keys[i] instanceof byte[] bytes) {
        text.append('"').append(HexFormat.of().formatHex(bytes)).append('"');
      } else {
        text.append(keys[i]); // a number, or null for none
      }
    }
    return text.append(']').toString();
  }

  /** Jackson makes room for the longest text that could come of it, so it is asked seldom. */
  private static void quote(String text, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        JsonStringEncoder.getInstance().quoteAsString(text, into);
        return;
      }
    }
    into.append(text);
  }
}
