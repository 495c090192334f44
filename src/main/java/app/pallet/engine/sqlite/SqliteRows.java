package app.pallet.engine.sqlite;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.engine.RowsByKey;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds rows by keys of parts in SQLite, some hundred in one statement, over the key's index. */
final class SqliteRows implements RowsByKey {

  /** Keys in one statement. More do not make it quicker. */
  private static final int PORTION = 1_000;

  private final Connection connection;
  private final PartKeys keys;
  private final PackedRows packed;

  SqliteRows(Connection connection, TableSchema schema, PartKeys keys, Collection<Column> wanted) {
    this.connection = connection;
    this.keys = keys;
    this.packed = new PackedRows(schema, null, wanted);
  }

  @Override
  public @Nullable Row[] find(long... handles) throws SQLException {
    return find(Arrays.stream(handles).mapToObj(keys.handles()::keyOf).toList());
  }

  @Override
  public @Nullable Row[] find(List<? extends RowKey.Stored> wanted) throws SQLException {
    @Nullable Row[] found = new @Nullable Row[wanted.size()];
    packed.begin(false);
    look(wanted, keys.keyed(), found);
    if (keys.number().isPresent() && wanted.stream().anyMatch(RowKey.Unkeyed.class::isInstance)) {
      look(wanted, keys.unkeyed(), found);
    }
    return found;
  }

  private void look(List<? extends RowKey.Stored> wanted, String rows, @Nullable Row[] found)
      throws SQLException {
    String sql = "SELECT " + packed.selected(List.of("k.key")) + " FROM " + rows;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int from = 0; from < wanted.size(); from += PORTION) {
        List<? extends RowKey.Stored> portion =
            wanted.subList(from, Math.min(wanted.size(), from + PORTION));
        statement.setString(1, keys.parameter(portion.iterator()));
        try (ResultSet result = statement.executeQuery()) {
          packed.open(result);
          while (packed.next()) {
            int place = from + (int) packed.number();
            Row row = packed.row((Long) null);
            if (row.key().equals(wanted.get(place))) { // what SQLite takes as equal is not always
              found[place] = row;
            }
          }
        }
      }
    }
  }
}
