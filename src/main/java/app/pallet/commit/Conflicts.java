package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.SqlName;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out why rows matched nothing: changed by someone else, or deleted. */
final class Conflicts {

  private static final int IDS_A_QUERY = 500;

  private final TableSchema schema;

  Conflicts(TableSchema schema) {
    this.schema = schema;
  }

  /**
   * The problem of each row, asked within the transaction in which it matched nothing.
   *
   * @param unmatched edits and deletes
   */
  Map<RowKey, RowProblem> explain(Connection connection, List<RowChange> unmatched)
      throws SQLException {
    Map<RowKey, RowProblem> problems = new LinkedHashMap<>();
    for (List<RowChange> slice : CommitPlan.slices(unmatched, IDS_A_QUERY)) {
      Set<RowKey> there = existing(connection, slice);
      for (RowChange row : slice) {
        problems.put(
            row.key(),
            there.contains(row.key()) ? RefusedRow.changed(row) : RefusedRow.deleted(row));
      }
    }
    return problems;
  }

  private Set<RowKey> existing(Connection connection, List<RowChange> rows) throws SQLException {
    String id = SqlName.quote(schema.id().name());
    String sql =
        "SELECT %s FROM %s WHERE %s IN (%s)"
            .formatted(
                id,
                SqlName.quote(schema.table()),
                id,
                String.join(", ", Collections.nCopies(rows.size(), "?")));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (RowChange row : rows) {
        if (!(row.key() instanceof RowKey.Existing existing)) {
          throw new SQLException(
              "The database took a new row without a word and without adding it");
        }
        query.setLong(index++, existing.id());
      }
      Set<RowKey> found = new HashSet<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(new RowKey.Existing(result.getLong(1)));
        }
      }
      return found;
    }
  }
}
