package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What rows of an open catalogue are called to the user. Blocking; any thread. */
final class RowNames {

  private static final Logger LOG = LoggerFactory.getLogger(RowNames.class);

  private static final int IDS_A_QUERY = 500;

  private final CatalogueDatabase database;
  private final TableSchema schema;
  private final List<Column> naming;

  /** Names of the rows of an open catalogue. */
  public RowNames(CatalogueDatabase database) {
    this.database = database;
    this.schema = database.schema();
    this.naming = RowName.columns(schema);
  }

  /** The names of changed rows: as the catalogue has them, and new ones as they are to be. */
  public Map<RowKey, String> of(Collection<? extends RowChange> changes) {
    Map<RowKey, String> names = new HashMap<>();
    Map<RowKey, RowChange> unknown = new HashMap<>();
    for (RowChange change : changes) {
      if (change instanceof RowChange.Add add) {
        names.put(
            add.key(), named(add.after()).orElseGet(() -> "the new row " + add.key().number()));
      } else {
        unknown.put(change.key(), change);
      }
    }
    names.putAll(stored(List.copyOf(unknown.keySet())));
    unknown.forEach((key, change) ->
        names.computeIfAbsent(
            key, gone -> named(change.before()).orElse("a product that is no longer there")));
    return names;
  }

  private Optional<String> named(RowValues values) {
    return RowName.of(
        schema, column -> values.has(column) ? CellText.plain(column, values.get(column)) : "");
  }

  /** The names of rows as the catalogue has them; those that are not there have none. */
  public Map<RowKey, String> stored(List<? extends RowKey> keys) {
    Map<RowKey, String> names = new HashMap<>();
    try (Connection connection = database.readers().getConnection()) {
      for (int from = 0; from < keys.size(); from += IDS_A_QUERY) {
        read(connection, keys.subList(from, Math.min(keys.size(), from + IDS_A_QUERY)), names);
      }
    } catch (SQLException e) { // what is said of a row matters more than what it is called
      LOG.warn("The names of {} rows could not be read", keys.size(), e);
    }
    return names;
  }

  private void read(Connection connection, List<? extends RowKey> keys, Map<RowKey, String> names)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s WHERE %s IN (%s)"
            .formatted(
                Stream.concat(Stream.of(schema.id()), naming.stream())
                    .map(column -> SqlName.quote(column.name()))
                    .collect(Collectors.joining(", ")),
                SqlName.quote(schema.table()),
                SqlName.quote(schema.id().name()),
                String.join(", ", Collections.nCopies(keys.size(), "?")));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (RowKey key : keys) {
        query.setLong(index++, key instanceof RowKey.Id(long id) ? id : -1);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          names.put(new RowKey.Id(result.getLong(1)), name(result));
        }
      }
    }
  }

  private String name(ResultSet row) throws SQLException {
    for (int i = 0; i < naming.size(); i++) {
      String text = row.getString(i + 2);
      if (text != null && !text.isBlank()) {
        return naming.get(i).label() + " " + text;
      }
    }
    return "a product without " + schema.match().label();
  }
}
