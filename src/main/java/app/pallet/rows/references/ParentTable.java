package app.pallet.rows.references;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.DatabaseTables;
import app.pallet.engine.Dialect;
import app.pallet.rows.RowReadException;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent.OtherRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that a column refers to, as far as rows can be added to it: what a row needs, whether a
 * row is there, and the adding itself. Blocking; any thread. Knows the table as it was when this
 * was made.
 *
 * <pre>{@code
 * ParentTable categories = ParentTable.of(connection, dialect, refers).orElseThrow();
 * categories.needed(); // CategoryName
 * categories.row(Map.of("CategoryName", "Lamps")); // what a cell holds that refers to it
 * }</pre>
 */
public final class ParentTable {

  private final Dialect dialect;
  private final ReferringColumn refers;
  private final TableSchema schema;

  private ParentTable(Dialect dialect, ReferringColumn refers, TableSchema schema) {
    this.dialect = dialect;
    this.refers = refers;
    this.schema = schema;
  }

  /**
   * The table that a column refers to, looked at over an open connection.
   *
   * @return empty if no row can be added to it
   */
  public static Optional<ParentTable> of(
      Connection connection, Dialect dialect, ReferringColumn refers) throws SQLException {
    return refers.isOwn() || !refers.takesNew()
        ? Optional.empty()
        : DatabaseTables.editable(connection, refers.parent().name())
            .map(schema -> new ParentTable(dialect, refers, schema));
  }

  /**
   * The table that a column refers to, over a connection of its own.
   *
   * @throws RowReadException if the database can't be read
   */
  public static Optional<ParentTable> of(CatalogueDatabase database, ReferringColumn refers) {
    try (Connection connection = database.readers().getConnection()) {
      return of(connection, database.dialect(), refers);
    } catch (SQLException e) {
      throw new RowReadException(database.dialect().failures().read(e), e);
    }
  }

  /** What the table is called. */
  public String name() {
    return schema.table();
  }

  /** The column by which people know its rows: the readable one, else the key. */
  public Column named() {
    return schema.require(refers.readable().orElse(refers.key()).name());
  }

  /** The columns in which a new row needs values: the one that names it comes first. */
  public List<Column> needed() {
    return Stream.concat(
            Stream.of(named()),
            schema.columns().stream()
                .filter(column -> column.role() != ColumnRole.ID && column.isWritable(true))
                .filter(column ->
                    (column.rules().required() && !column.isFilled())
                        || column.name().equals(refers.key().name())))
        .distinct()
        .toList();
  }

  /** Whether the name is all that a new row needs. */
  public boolean needsOnlyName() {
    return needed().equals(List.of(named())) && named().role() != ColumnRole.ID;
  }

  /**
   * What a cell holds that refers to a new row.
   *
   * @param cells texts by names of columns, which were found to be right
   */
  public OtherRow row(Map<String, String> cells) {
    return new OtherRow(cells.getOrDefault(named().name(), ""), cells);
  }

  /**
   * The key of a row of this name, whoever added it.
   *
   * @return empty if there is none, or several
   */
  public Optional<Object> find(Connection connection, OtherRow row) throws SQLException {
    Column name = named();
    String sql =
        "SELECT %s FROM %s WHERE %s = ? LIMIT 2"
            .formatted(
                dialect.quote(refers.key().name()),
                dialect.quote(schema.table()),
                dialect.quote(name.name()));
    List<Object> keys = new ArrayList<>(2);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      dialect.codec(name).bind(query, 1, value(name, row.text()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          keys.add(dialect.codec(refers.column()).read(result, 1));
        }
      }
    }
    return keys.size() == 1 ? Optional.ofNullable(keys.getFirst()) : Optional.empty();
  }

  /**
   * Adds a row in the caller's transaction.
   *
   * @return its key
   * @throws SQLException if the database refuses it
   */
  public Object add(Connection connection, OtherRow row) throws SQLException {
    Map<Column, @Nullable Object> cells = new LinkedHashMap<>();
    for (Map.Entry<String, String> cell : row.ordered().entrySet()) {
      Column column =
          schema
              .column(cell.getKey())
              .orElseThrow(
                  () -> new SQLException(schema.table() + " has no column " + cell.getKey()));
      cells.put(column, value(column, cell.getValue()));
    }
    String sql =
        "INSERT INTO %s (%s) VALUES (%s) RETURNING %s"
            .formatted(
                dialect.quote(schema.table()),
                String.join(
                    ", ", cells.keySet().stream().map(c -> dialect.quote(c.name())).toList()),
                String.join(", ", Collections.nCopies(cells.size(), "?")),
                dialect.quote(refers.key().name()));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int index = 1;
      for (Map.Entry<Column, @Nullable Object> cell : cells.entrySet()) {
        dialect.codec(cell.getKey()).bind(insert, index++, cell.getValue());
      }
      try (ResultSet result = insert.executeQuery()) {
        Object key = result.next() ? dialect.codec(refers.column()).read(result, 1) : null;
        if (key == null) {
          throw new SQLException(schema.table() + " did not take the row");
        }
        return key;
      }
    }
  }

  /**
   * Takes a row back that was added in the same transaction, unless a row refers to it.
   *
   * @param child the table whose rows may refer to it
   * @return whether it is gone
   */
  public boolean remove(Connection connection, Object key, String child) throws SQLException {
    String sql =
        "DELETE FROM %s WHERE %s = ?1 AND NOT EXISTS (SELECT 1 FROM %s WHERE %s = ?1)"
            .formatted(
                dialect.quote(schema.table()),
                dialect.quote(refers.key().name()),
                dialect.quote(child),
                dialect.quote(refers.column().name()));
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      dialect.codec(refers.column()).bind(delete, 1, key);
      return delete.executeUpdate() > 0;
    }
  }

  private static @Nullable Object value(Column column, String text) throws SQLException {
    return switch (CellParser.parse(column, text, CellFormat.PLAIN)) {
      case CellReading.Value(var value) -> value;
      case CellReading.Rejected why ->
          throw new SQLException("%s %s: %s".formatted(column.label(), text, why.message()));
    };
  }
}
