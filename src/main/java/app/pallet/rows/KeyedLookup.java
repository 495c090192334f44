package app.pallet.rows;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowValues;
import app.pallet.engine.sqlite.CellStorage;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Finds very many rows by the values of one column. Keys that come in order and lie close together,
 * as in a file that was exported before, are read as a range; other keys go in as one JSON array;
 * in a column without an index every row is looked at once. Confined to one thread.
 */
final class KeyedLookup {

  /** Keys in one statement where an index finds them: more don't make it quicker. */
  private static final int PORTION = 1_000;

  /** Where each statement must look at every row, there should be few statements. */
  private static final int SCANNING_PORTION = 30_000;

  /** Rows in a range for each key that is asked for: with more, the keys are quicker alone. */
  private static final int DENSITY = 2;

  /** Keys at the beginning that tell whether all lie close together. */
  private static final int TRIED = 64;

  /** Characters of a key; more take a little longer. */
  private static final int TYPICAL_KEY = 20;

  private static final CodePointOrder TEXT_ORDER = new CodePointOrder();

  private final Connection connection;
  private final Column key;
  private final boolean indexed;
  private final PackedRows packed;
  private final String table;
  private final String keyName;

  /**
   * A look-up on a connection, which stays the caller's.
   *
   * @param wanted the columns of the table that are read besides the key
   */
  KeyedLookup(Connection connection, TableSchema schema, Column key, Collection<Column> wanted) {
    this.connection = connection;
    this.key = key;
    this.indexed = key.rules().unique() || key.role() == ColumnRole.ID;
    this.packed = new PackedRows(schema, key, wanted);
    this.table = SqlName.quote(schema.table());
    this.keyName = "t." + SqlName.quote(key.name());
  }

  /**
   * The rows that have the keys of other rows.
   *
   * @param said holds the keys, and perhaps what the rows may hold: where a row holds the same, it
   *     is the same object
   */
  FoundRows find(List<RowValues> said) throws SQLException {
    Found found = new Found(said);
    if (!indexed) {
      scan(found);
    } else if (found.isAscending() && isDense(found)) {
      lookUp(found, readRange(found));
    } else {
      lookUp(found, 0);
    }
    return new FoundRows(found.rows, found.ambiguous);
  }

  /** What is asked for, and what was found of it so far. */
  private final class Found {
    private final List<RowValues> said;
    private final @Nullable Object[] keys;
    private final @Nullable Row[] rows;
    private final BitSet ambiguous = new BitSet(0);

    Found(List<RowValues> said) {
      this.said = said;
      this.keys = new @Nullable Object[said.size()];
      this.rows = new @Nullable Row[said.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = CellStorage.toStored(key, said.get(i).get(key));
      }
    }

    /** Notes a row that has the key at a place. */
    void put(int place, Row row) {
      Row other = rows[place];
      if (other == null) {
        rows[place] = row;
      } else if (other.id() != row.id()) {
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
        : TEXT_ORDER.compare(String.valueOf(first), String.valueOf(second));
  }

  /** Whether few rows that nobody asked for lie between the first keys. */
  private boolean isDense(Found found) throws SQLException {
    int tried = Math.min(TRIED, found.keys.length);
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
            found.put(place, packed.row(found.said.get(place)));
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
            select(List.of("k.key"), keys) + " ON " + keyName + " = k.value")) {
      for (int from = first; from < found.keys.length; from += PORTION) {
        statement.setString(1, json(found.keys, from, PORTION));
        try (ResultSet result = statement.executeQuery()) {
          packed.open(result);
          while (packed.next()) {
            int place = from + (int) packed.number();
            packed.stored(found.keys[place]);
            found.put(place, packed.row(found.said.get(place)));
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
        places.computeIfAbsent(asked, k -> new ArrayList<>(1)).add(i);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            select(List.of(), "") + " WHERE " + keyName + " IN (SELECT value FROM json_each(?))")) {
      for (int from = 0; from < found.keys.length; from += SCANNING_PORTION) {
        statement.setString(1, json(found.keys, from, SCANNING_PORTION));
        try (ResultSet result = statement.executeQuery()) {
          packed.open(result);
          while (packed.next()) {
            List<Integer> wanted = places.get(packed.stored(null));
            if (wanted != null) {
              Row row = packed.row(found.said.get(wanted.getFirst()));
              wanted.forEach(place -> found.put(place, row));
            }
          }
        }
      }
    }
  }

  private String select(List<String> before, String joined) {
    return "SELECT " + packed.selected(before) + " FROM " + joined + table + " AS t";
  }

  private static String json(@Nullable Object[] keys, int from, int most) {
    int to = Math.min(keys.length, from + most);
    StringBuilder text = new StringBuilder((to - from) * TYPICAL_KEY).append('[');
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",");
      if (keys[i] instanceof String key) {
        quote(key, text.append('"'));
        text.append('"');
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
