package app.pallet.engine.sqlite;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.engine.ValueCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of which each comes out of SQLite as one JSON array, because most of the time of a
 * look-up is spent in handing single cells to Java. What a row is expected to hold is only
 * compared, since most rows of an import say what the catalogue has already. The cells of a row are
 * asked for in order: what was selected before it, its key, the rest of it. Confined to one thread.
 */
final class PackedRows {

  /** Cells in one array. SQLite's functions take 127 or 1,000 arguments, depending on its build. */
  private static final int CELLS = 100;

  private final @Nullable Column key;
  private final ColumnSet columns;
  private final ValueCodec[] codecs;
  private final int keyPlace;
  private final Optional<Column> version;
  private final @Nullable PartKeys parts;
  private final List<String> identity;
  private final @Nullable Object[] values;
  private final PackedRow packed = new PackedRow();
  private @Nullable ResultSet result;
  private int next;
  private boolean isPacked;
  private ColumnSet latest = ColumnSet.EMPTY;
  private int[] latestPlaces;

  /**
   * Rows of a table.
   *
   * @param key the column by which they are looked up; null where it is the rows' own key
   * @param wanted the columns that the rows hold besides the key
   */
  PackedRows(TableSchema schema, @Nullable Column key, Collection<Column> wanted) {
    Set<Column> read = new LinkedHashSet<>(wanted);
    if (key != null) {
      read.add(key);
    }
    this.key = key;
    this.columns = ColumnSet.of(read);
    this.codecs = read.stream().map(SqliteCodec::new).toArray(ValueCodec[]::new);
    this.keyPlace = key == null ? -1 : columns.indexOf(key);
    this.version = schema.of(ColumnRole.VERSION);
    this.parts = schema.hasId() ? null : new PartKeys(schema);
    this.identity = parts == null ? List.of(cell(schema.id())) : parts.cells();
    this.values = new @Nullable Object[columns.size()];
    this.latestPlaces = placesIn(latest);
  }

  /**
   * What is to be selected from a table called {@code t}, as SQL.
   *
   * @param before what is selected before the cells of each row
   */
  String selected(List<String> before) {
    List<String> cells = new ArrayList<>(before);
    if (key != null) {
      cells.add(cell(key));
    }
    cells.addAll(identity);
    version.map(PackedRows::cell).ifPresent(cells::add);
    columns.asList().stream()
        .filter(column -> !column.equals(key))
        .map(PackedRows::cell)
        .forEach(cells::add);
    if (!isPacked) {
      return String.join(", ", cells);
    }
    List<String> arrays = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += CELLS) {
      arrays.add(
          cells.subList(from, Math.min(cells.size(), from + CELLS)).stream()
              .collect(Collectors.joining(", ", "json_array(", ")")));
    }
    return String.join(", ", arrays);
  }

  private static String cell(Column column) {
    return "t." + SqlName.quote(column.name());
  }

  /**
   * Begins to read rows as one JSON array each, or cell by cell. Rows of which nothing is expected
   * come no slower cell by cell, since each of their cells must be made anyway.
   */
  void begin(boolean packs) {
    isPacked = packs;
  }

  /**
   * Reads rows cell by cell from now on, if that is what a failure asks for: JSON holds no bytes,
   * and no key or version that another program left as something else than a whole number.
   *
   * @return whether the rows are to be selected again
   */
  boolean unpack(SQLException failure) {
    boolean isAboutJson =
        failure instanceof SQLDataException
            || String.valueOf(failure.getMessage()).contains("JSON cannot hold BLOB values");
    boolean changes = isPacked && isAboutJson;
    isPacked &= !changes;
    return changes;
  }

  /** Starts with the rows of a result. */
  void open(ResultSet rows) {
    result = rows;
  }

  /** Goes to the next row; false if there is none. */
  boolean next() throws SQLException {
    next = 0;
    return results().next();
  }

  /** The next cell, which is a number. */
  long number() throws SQLException {
    if (!isPacked) {
      return results().getLong(++next);
    }
    openCell();
    return packed.number();
  }

  /**
   * The next cell in its stored form.
   *
   * @param expected what it may be; a text that it is, is returned
   */
  @Nullable Object stored(@Nullable Object expected) throws SQLException {
    if (!isPacked) {
      Object cell = results().getObject(++next);
      return cell instanceof Integer number ? (Object) number.longValue() : cell;
    }
    openCell();
    String known = expected instanceof String text ? packed.take(text) : null;
    return known == null ? packed.next() : known;
  }

  /**
   * The row, once its key was read.
   *
   * @param expected a row with that key, whose values the row holds where they are equal
   */
  Row row(RowValues expected) throws SQLException {
    RowKey.Stored rowKey = rowKey();
    RowStamp stamp = stamp();
    int[] places = places(expected.columns());
    boolean same = expected.columns().equals(columns);
    for (int i = 0; i < values.length; i++) {
      Object wanted = places[i] < 0 ? null : expected.valueAt(places[i]);
      values[i] = i == keyPlace ? wanted : value(i, wanted);
      same &= Objects.equals(values[i], wanted);
    }
    return new Row(rowKey, stamp, same ? expected : RowValues.of(columns, values.clone()));
  }

  /**
   * The row of which nothing is expected, once its key was read.
   *
   * @param keyId its id; null where it is looked up by another key
   */
  Row row(@Nullable Long keyId) throws SQLException {
    RowKey.Stored rowKey = rowKey();
    RowStamp stamp = stamp();
    @Nullable Object[] cells = new @Nullable Object[codecs.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i == keyPlace ? keyId : codecs[i].fromStored(stored(null));
    }
    return new Row(rowKey, stamp, RowValues.of(columns, cells));
  }

  private RowKey.Stored rowKey() throws SQLException {
    return parts == null ? new RowKey.Id(number()) : parts.read(() -> stored(null));
  }

  private RowStamp stamp() throws SQLException {
    return version.isPresent() ? RowStamp.Counted.of(number()) : RowStamp.Seen.BY_VALUES;
  }

  private @Nullable Object value(int place, @Nullable Object expected) throws SQLException {
    Object value = codecs[place].fromStored(stored(expected));
    return Objects.equals(value, expected) ? expected : value;
  }

  /** Opens the array that holds the next cell, where it is the first one of it. */
  private void openCell() throws SQLException {
    if (next % CELLS == 0) {
      packed.open(results().getBytes(next / CELLS + 1));
    }
    next++;
  }

  private ResultSet results() {
    if (result == null) {
      throw new IllegalStateException("No result is open");
    }
    return result;
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
}
