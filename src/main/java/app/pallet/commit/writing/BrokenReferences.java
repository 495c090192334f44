package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.Referrer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a transaction whose foreign keys lead nowhere, or to which others refer that
 * stay. A database only says that there is one, and where it may look as late as at the end of the
 * transaction, not even of which row. Works on the connection of the transaction.
 */
final class BrokenReferences {

  private final Connection connection;
  private final Dialect dialect;
  private final TableSchema schema;

  BrokenReferences(Connection connection, CatalogueDatabase database) {
    this.connection = connection;
    this.dialect = database.dialect();
    this.schema = database.schema();
  }

  /** The rows at fault among some, with the reasons. */
  Map<RowKey, RowProblem> among(List<RowChange> rows) throws SQLException {
    Map<RowKey, RowProblem> broken = new LinkedHashMap<>();
    for (Reference reference : schema.references()) {
      if (reference.target() == Target.FOUND) {
        addOrphans(rows, reference, broken);
      }
    }
    List<RowChange> leaving = rows.stream().filter(row -> row instanceof RowChange.Delete).toList();
    if (!leaving.isEmpty()) {
      for (Referrer referrer : dialect.referrers(connection, schema.table())) {
        Action action = referrer.reference().onDelete();
        if (action == Action.NO_ACTION || action == Action.RESTRICT) {
          addNeeded(leaving, referrer, broken);
        }
      }
    }
    return broken;
  }

  private void addOrphans(List<RowChange> rows, Reference reference, Map<RowKey, RowProblem> broken)
      throws SQLException {
    List<Column> columns = columns(reference.columns());
    if (columns.size() < reference.columns().size()) {
      return;
    }
    String sql = any(reference.parent().name(), reference.parentColumns());
    Map<List<Object>, Boolean> known = new HashMap<>();
    try (PreparedStatement parent = connection.prepareStatement(sql)) {
      for (RowChange row : rows) {
        Optional<List<Object>> values = wanted(row, columns);
        if (values.isPresent() && !isThere(parent, values.get(), known)) {
          Column first = columns.getFirst();
          String text =
              columns.stream()
                  .map(column -> CellText.plain(column, row.after().get(column)))
                  .collect(Collectors.joining(", "));
          broken.putIfAbsent(row.key(), RefusedRow.orphaned(row, first, text, reference));
        }
      }
    }
  }

  /** What a row is to refer to; empty if it says nothing of it, or is to refer to nothing. */
  private Optional<List<Object>> wanted(RowChange row, List<Column> columns) {
    return row instanceof RowChange.Delete
        ? Optional.empty()
        : stored(columns, column -> row.after().get(column));
  }

  private void addNeeded(List<RowChange> rows, Referrer referrer, Map<RowKey, RowProblem> broken)
      throws SQLException {
    List<Column> columns = columns(referrer.reference().parentColumns());
    if (columns.size() < referrer.reference().columns().size()) {
      return;
    }
    String sql = any(referrer.table().name(), referrer.reference().columns());
    Map<List<Object>, Boolean> known = new HashMap<>();
    try (PreparedStatement child = connection.prepareStatement(sql)) {
      for (RowChange row : rows) {
        Optional<List<Object>> values = stored(columns, column -> had(row, column));
        if (values.isPresent() && isThere(child, values.get(), known)) {
          broken.putIfAbsent(row.key(), RefusedRow.neededBy(row, referrer));
        }
      }
    }
  }

  /** What a stored row holds in a column, as far as its change knows. */
  private @Nullable Object had(RowChange row, Column column) {
    int place = schema.key().names().indexOf(column.name());
    return switch (row.key()) {
      case RowKey.Id(long id) when place == 0 -> id;
      case RowKey.Parts parts when place >= 0 -> parts.values().get(place);
      default -> row.before().get(column);
    };
  }

  private List<Column> columns(List<String> names) {
    List<Column> columns = new ArrayList<>();
    names.forEach(name ->
        schema.columns().stream()
            .filter(column -> column.name().equalsIgnoreCase(name))
            .findFirst()
            .ifPresent(columns::add));
    return columns;
  }

  private interface Cells {
    @Nullable Object get(Column column);
  }

  private Optional<List<Object>> stored(List<Column> columns, Cells cells) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      Object value = dialect.codec(column).toStored(cells.get(column));
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  private String any(String table, List<String> columns) {
    return columns.stream()
        .map(column -> dialect.quote(column) + " = ?")
        .collect(
            Collectors.joining(
                " AND ", "SELECT 1 FROM " + dialect.quote(table) + " WHERE ", " LIMIT 1"));
  }

  private static boolean isThere(
      PreparedStatement statement, List<Object> values, Map<List<Object>, Boolean> known)
      throws SQLException {
    Boolean before = known.get(values);
    if (before != null) {
      return before;
    }
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    try (ResultSet result = statement.executeQuery()) {
      boolean found = result.next();
      known.put(values, found);
      return found;
    }
  }
}
