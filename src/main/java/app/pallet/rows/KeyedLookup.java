package app.pallet.rows;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.database.CellStorage;
import app.pallet.database.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A prepared statement that finds very many rows by the values of one column. Keys go in as one
 * JSON array and each row comes out as one, because most of the time of a look-up is spent in
 * handing single cells from Java to SQLite and back. What a row is expected to hold is only
 * compared, since most rows of an import say what the catalogue has already.
 */
final class KeyedLookup implements AutoCloseable {

  /** Keys in one statement where an index finds them: more don't make it quicker. */
  private static final int PORTION = 1_000;

  /** Where each statement must look at every row, there should be few statements. */
  private static final int SCANNING_PORTION = 30_000;

  /** Cells in one array; SQLite's functions take 127 or 1,000 arguments, as it was built. */
  private static final int CELLS = 100;

  /** Characters of a key; more take a little longer. */
  private static final int TYPICAL_KEY = 20;

  private final Column key;
  private final int portion;
  private final ColumnSet columns;
  private final boolean versioned;
  private final PreparedStatement statement;
  private final List<RecentNumbers> numbers;
  private final boolean indexed;
  private ColumnSet latest = ColumnSet.EMPTY;
  private int[] latestPlaces;

  /**
   * Prepares the statement.
   *
   * @param wanted the columns of the table that are read besides the key
   */
  KeyedLookup(Connection connection, TableSchema schema, Column key, Set<Column> wanted)
      throws SQLException {
    this.key = key;
    this.indexed = key.rules().unique() || key.role() == ColumnRole.ID;
    this.portion = indexed ? PORTION : SCANNING_PORTION;
    Set<Column> read = new LinkedHashSet<>(wanted);
    read.add(key);
    this.columns = ColumnSet.of(read);
    this.numbers = read.stream().map(RecentNumbers::new).toList();
    this.latestPlaces = placesIn(latest);
    Optional<Column> version = schema.of(ColumnRole.VERSION);
    this.versioned = version.isPresent();
    List<Column> selected =
        Stream.of(Stream.of(schema.id()), version.stream(), read.stream())
            .flatMap(each -> each)
            .toList();
    this.statement = connection.prepareStatement(sql(schema, key, selected, indexed));
  }

  private static String sql(
      TableSchema schema, Column key, List<Column> selected, boolean indexed) {
    String table = SqlName.quote(schema.table());
    List<String> cells = new ArrayList<>(indexed ? List.of("k.key") : List.of());
    selected.forEach(column -> cells.add("t." + SqlName.quote(column.name())));
    List<String> arrays = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += CELLS) {
      arrays.add(
          cells.subList(from, Math.min(cells.size(), from + CELLS)).stream()
              .collect(Collectors.joining(", ", "json_array(", ")")));
    }
    String keyName = "t." + SqlName.quote(key.name());
    // The index is asked for one key after the other; a table without is gone through once.
    return "SELECT "
        + String.join(", ", arrays)
        + (indexed
            ? " FROM json_each(?) AS k CROSS JOIN " + table + " AS t ON " + keyName + " = k.value"
            : " FROM " + table + " AS t WHERE " + keyName + " IN (SELECT value FROM json_each(?))");
  }

  /**
   * Reads the rows that have one of these keys, in any order; those of a key said twice, twice.
   *
   * @param said holds the keys, and perhaps what the rows may hold: a text that is in the row, too,
   *     is not made anew
   */
  void read(List<RowValues> said, Consumer<Row> consumer) throws SQLException {
    for (int from = 0; from < said.size(); from += portion) {
      List<RowValues> asked = said.subList(from, Math.min(said.size(), from + portion));
      statement.setString(1, json(asked));
      try (ResultSet result = statement.executeQuery()) {
        Cells cells = new Cells(result);
        while (result.next()) {
          consumer.accept(row(cells, asked));
        }
      }
    }
  }

  private String json(List<RowValues> said) {
    StringBuilder text = new StringBuilder(said.size() * TYPICAL_KEY).append('[');
    for (RowValues values : said) {
      Object stored = CellStorage.toStored(key, values.get(key));
      text.append(text.length() == 1 ? "" : ",");
      if (stored instanceof Long number) {
        text.append(number.longValue());
      } else {
        quote(String.valueOf(stored), text.append('"'));
        text.append('"');
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

  private Row row(Cells cells, List<RowValues> said) throws SQLException {
    cells.begin();
    RowValues expected = indexed ? said.get((int) cells.number()) : RowValues.EMPTY;
    long id = cells.number();
    long version = versioned ? cells.number() : RowChange.NO_VERSION;
    int[] places = places(expected.columns());
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.value(i, places[i] < 0 ? null : expected.valueAt(places[i]));
    }
    return new Row(id, version, RowValues.of(columns, values));
  }

  /** The cells of one row of a result after the other. */
  private final class Cells {
    private final ResultSet result;
    private final PackedRow packed = new PackedRow();
    private int next;

    Cells(ResultSet result) {
      this.result = result;
    }

    void begin() {
      next = 0;
    }

    @Nullable Object value(int place, @Nullable Object expected) throws SQLException {
      open();
      if (packed.isNumber()) {
        return numbers.get(place).value(packed.number());
      }
      String known = expected instanceof String text ? packed.take(text) : null;
      return known == null ? CellStorage.fromStored(columns.get(place), packed.next()) : known;
    }

    long number() throws SQLException {
      open();
      return packed.number();
    }

    /** Opens the array that holds the next cell, where it is the first one of it. */
    private void open() throws SQLException {
      if (next % CELLS == 0) {
        packed.open(result.getBytes(next / CELLS + 1));
      }
      next++;
    }
  }

  /** Where some columns have those that are read, -1 for nowhere; mostly the same as before. */
  private int[] places(ColumnSet said) {
    if (!said.equals(latest)) {
      latest = said;
      latestPlaces = placesIn(said);
    }
    return latestPlaces;
  }

  private int[] placesIn(ColumnSet said) {
    return columns.asList().stream().mapToInt(said::indexOf).toArray();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
