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
import java.io.StringWriter;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A prepared statement that finds very many rows by the values of one column. Keys go in as one
 * JSON array and each row comes out as one, because most of the time of a look-up is spent in
 * handing single cells from Java to SQLite and back.
 */
final class KeyedLookup implements AutoCloseable {

  /** Keys in one statement where an index finds them: more don't make it quicker. */
  private static final int PORTION = 1_000;

  /** Where each statement must look at every row, there should be few statements. */
  private static final int SCANNING_PORTION = 30_000;

  /** Cells in one array; SQLite's functions take 127 or 1,000 arguments, as it was built. */
  private static final int CELLS = 100;

  private static final JsonFactory JSON = new JsonFactory();

  private final Column key;
  private final int portion;
  private final ColumnSet columns;
  private final boolean versioned;
  private final PreparedStatement statement;
  private final PackedRow packed = new PackedRow();

  /**
   * Prepares the statement.
   *
   * @param wanted the columns of the table that are read besides the key
   */
  KeyedLookup(Connection connection, TableSchema schema, Column key, Set<Column> wanted)
      throws SQLException {
    this.key = key;
    boolean indexed = key.rules().unique() || key.role() == ColumnRole.ID;
    this.portion = indexed ? PORTION : SCANNING_PORTION;
    Set<Column> read = new LinkedHashSet<>(wanted);
    read.add(key);
    this.columns = ColumnSet.of(read);
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
    List<String> arrays = new ArrayList<>();
    for (int from = 0; from < selected.size(); from += CELLS) {
      arrays.add(
          selected.subList(from, Math.min(selected.size(), from + CELLS)).stream()
              .map(column -> "t." + SqlName.quote(column.name()))
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

  /** Reads the rows that have one of these keys, in any order; those of a key said twice, twice. */
  void read(List<Object> keys, Consumer<Row> consumer) throws SQLException {
    for (int from = 0; from < keys.size(); from += portion) {
      statement.setString(1, json(keys.subList(from, Math.min(keys.size(), from + portion))));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          consumer.accept(row(result));
        }
      }
    }
  }

  private String json(List<Object> keys) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.writeStartArray();
      for (Object value : keys) {
        if (CellStorage.toStored(key, value) instanceof Long number) {
          generator.writeNumber(number);
        } else {
          generator.writeString(String.valueOf(CellStorage.toStored(key, value)));
        }
      }
      generator.writeEndArray();
    }
    return text.toString();
  }

  private Row row(ResultSet result) throws SQLException {
    int first = versioned ? 2 : 1;
    long id = 0;
    long version = RowChange.NO_VERSION;
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < first + values.length; i++) {
      if (i % CELLS == 0) {
        packed.open(result.getBytes(i / CELLS + 1));
      }
      Object stored = packed.next();
      if (i >= first) {
        values[i - first] = CellStorage.fromStored(columns.get(i - first), stored);
      } else if (stored instanceof Long number) {
        id = i == 0 ? number : id;
        version = i == 0 ? version : number;
      }
    }
    return new Row(id, version, RowValues.of(columns, values));
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
