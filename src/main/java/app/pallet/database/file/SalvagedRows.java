package app.pallet.database.file;

import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes rows as they are stored from a damaged catalogue over into a new one. */
final class SalvagedRows implements AutoCloseable {

  private final SalvagedTable table;
  private final List<Column> columns;
  private final int id;
  private final Connection source;
  private final String select;
  private final PreparedStatement insert;
  private long saved;
  private long emptied;
  private long highestId;

  SalvagedRows(Connection source, Connection target, SalvagedTable table) throws SQLException {
    TableSchema schema = table.schema();
    this.table = table;
    this.columns = schema.columns();
    this.id = schema.indexOf(schema.id());
    this.source = source;
    // Not by the names of the columns: one that is damaged can't be said.
    select =
        "SELECT * FROM %s WHERE _rowid_ BETWEEN ? AND ? ORDER BY _rowid_"
            .formatted(SqlName.quote(table.name()));
    insert =
        target.prepareStatement(
            "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
                .formatted(
                    SqlName.quote(schema.table()),
                    columns.stream()
                        .map(column -> SqlName.quote(column.name()))
                        .collect(Collectors.joining(", ")),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))));
  }

  /** Cells of saved products that held what their column can't, and are empty now. */
  long emptied() {
    return emptied;
  }

  /** Products in the new catalogue. */
  long saved() {
    return saved;
  }

  /** The highest id of a product in the new catalogue; 0 for none. */
  long highestId() {
    return highestId;
  }

  /**
   * Takes over the rows of a range of ids, without those whose values can't be theirs.
   *
   * @return false if a page of them is damaged; none is taken over then
   */
  boolean save(long first, long last) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    // The driver gives a statement up that has met a damaged page, so each try has its own.
    try (PreparedStatement statement = source.prepareStatement(select)) {
      statement.setLong(1, first);
      statement.setLong(2, last);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          @Nullable Object[] row = read(result);
          if (row != null) {
            rows.add(row);
          }
        }
      }
    } catch (SQLException e) {
      if (SqliteFailures.READER.read(e).kind() == FailureKind.CORRUPT) {
        return false;
      }
      throw e;
    }
    for (@Nullable Object[] row : rows) {
      write(row);
    }
    return true;
  }

  /**
   * The row's stored values, without those of a kind that their column never stores; null if one of
   * them can't be empty.
   */
  private @Nullable Object @Nullable [] read(ResultSet result) throws SQLException {
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    int unfit = 0;
    for (int i = 0; i < row.length; i++) {
      Column column = columns.get(i);
      Object value = result.getObject(table.positions().get(i));
      boolean whole = value instanceof Long || value instanceof Integer;
      boolean fits = new SqliteCodec(column).isInteger() ? whole : value instanceof String;
      if (value != null && !fits) {
        if (column.rules().required() || column.isReadOnly()) {
          return null;
        }
        value = null;
        unfit++;
      }
      row[i] = value;
    }
    emptied += unfit;
    return row;
  }

  /** A value that breaks a rule of the table, which damage can bring about, loses its row. */
  private void write(@Nullable Object[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      insert.setObject(i + 1, row[i]);
    }
    int written = insert.executeUpdate();
    saved += written;
    if (written > 0 && row[id] instanceof Number number) {
      highestId = Math.max(highestId, number.longValue());
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
