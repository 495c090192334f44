package app.pallet.commit.writing;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.CellText;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What rows of an open catalogue are called to the user. Blocking; any thread. */
final class RowNames {

  private static final Logger LOG = LoggerFactory.getLogger(RowNames.class);

  private final CatalogueDatabase database;
  private final TableSchema schema;

  /** Names of the rows of an open catalogue. */
  public RowNames(CatalogueDatabase database) {
    this.database = database;
    this.schema = database.schema();
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
            key, gone -> named(change.before()).orElse("a row that is no longer there")));
    return names;
  }

  private Optional<String> named(RowValues values) {
    return RowName.of(
        schema, column -> values.has(column) ? CellText.plain(column, values.get(column)) : "");
  }

  /** The names of rows as the catalogue has them; those that are not there have none. */
  public Map<RowKey, String> stored(List<? extends RowKey> keys) {
    Map<RowKey, String> names = new HashMap<>();
    List<RowKey.Stored> known =
        keys.stream()
            .filter(RowKey.Stored.class::isInstance)
            .map(RowKey.Stored.class::cast)
            .toList();
    try (Connection connection = database.readers().getConnection()) {
      for (Row row : database.rows(connection, RowName.columns(schema)).find(known)) {
        if (row != null) {
          names.put(
              row.key(), named(row.values()).orElse("a row without " + schema.match().label()));
        }
      }
    } catch (SQLException e) { // what is said of a row matters more than what it is called
      LOG.warn("The names of {} rows could not be read", keys.size(), e);
    }
    return names;
  }
}
