package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do with rows that matched nothing because someone else has changed or deleted them since
 * they were read. An edit of columns that nobody else touched is written over the newer version;
 * everything else is a conflict. It runs in the transaction in which the rows matched nothing, so
 * nobody can change them meanwhile.
 */
final class Conflicts {

  private static final int IDS_A_QUERY = 500;

  private final TableSchema schema;
  private final ColumnSet data;
  private final List<Column> read;

  Conflicts(TableSchema schema) {
    this.schema = schema;
    this.data = ColumnSet.of(schema.dataColumns());
    this.read =
        Stream.concat(
                Stream.concat(Stream.of(schema.id()), schema.of(ColumnRole.VERSION).stream()),
                data.asList().stream())
            .toList();
  }

  /** Writes rows once more and returns those that matched nothing again. */
  @FunctionalInterface
  interface Again {
    List<RowChange> write(List<RowChange> rows) throws SQLException;
  }

  /** A row as it is now. */
  private record Current(RowStamp stamp, RowValues values) {}

  /**
   * Decides what becomes of rows that matched nothing.
   *
   * @param unmatched edits and deletes
   * @param written told what became of them
   */
  void resolve(
      Connection connection, List<RowChange> unmatched, Again again, TransactionRows written)
      throws SQLException {
    if (unmatched.isEmpty()) {
      return;
    }
    List<RowChange> untouched = compare(connection, unmatched, written);
    if (!untouched.isEmpty()) {
      for (RowChange row : again.write(untouched)) {
        written.refused(RefusedRow.changed(row), row);
      }
    }
  }

  /**
   * Compares rows with what is there. From here to the end of the transaction nobody can change
   * them, so those that are returned may be written by their id alone.
   *
   * @param rows edits and deletes
   * @param written told of those in conflict, and of those that go on from another version
   * @return those the user may write, in their order
   */
  List<RowChange> compare(Connection connection, List<RowChange> rows, TransactionRows written)
      throws SQLException {
    List<RowChange> untouched = new ArrayList<>();
    for (List<RowChange> slice : CommitPlan.slices(rows, IDS_A_QUERY)) {
      Map<RowKey, Current> current = read(connection, slice);
      for (RowChange row : slice) {
        Current now = current.get(row.key());
        if (now == null || !isUntouched(row, now)) {
          written.refused(problem(row, now), row);
        } else if (row instanceof RowChange.Edit edit && !edit.stamp().equals(now.stamp())) {
          RowChange rebased = edit.withStamp(now.stamp());
          written.rebased(rebased);
          untouched.add(rebased);
        } else {
          untouched.add(row);
        }
      }
    }
    return untouched;
  }

  /**
   * Whether the columns of an edit are as they were, whatever the others are; or all columns of a
   * row to be deleted.
   */
  private boolean isUntouched(RowChange row, Current now) {
    return switch (row) {
      case RowChange.Add add -> false;
      case RowChange.Edit edit -> isSame(edit.before(), now.values());
      case RowChange.Delete delete ->
          delete.stamp().canBe(now.stamp()) && isSame(delete.before(), now.values());
    };
  }

  private boolean isSame(RowValues seen, RowValues now) {
    return seen.only(data::contains).differences(now).isEmpty();
  }

  private static RowProblem problem(RowChange row, @Nullable Current now) {
    return switch (row) {
      case RowChange.Add add -> throw new IllegalStateException("Was neither added nor refused");
      case RowChange.Edit edit when now != null -> RefusedRow.changed(edit, now.values());
      case RowChange.Delete delete when now != null -> RefusedRow.changed(delete);
      default -> RefusedRow.deleted(row);
    };
  }

  private Map<RowKey, Current> read(Connection connection, List<RowChange> rows)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s WHERE %s IN (%s)"
            .formatted(
                read.stream().map(c -> SqlName.quote(c.name())).collect(Collectors.joining(", ")),
                SqlName.quote(schema.table()),
                SqlName.quote(schema.id().name()),
                String.join(", ", Collections.nCopies(rows.size(), "?")));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (RowChange row : rows) {
        if (!(row.key() instanceof RowKey.Stored stored)) {
          throw new SQLException(
              "The database took a new row without a word and without adding it");
        }
        query.setLong(index++, stored.id());
      }
      Map<RowKey, Current> found = new HashMap<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.put(new RowKey.Id(result.getLong(1)), current(result));
        }
      }
      return found;
    }
  }

  private Current current(ResultSet result) throws SQLException {
    int index = 2;
    RowStamp stamp =
        schema.of(ColumnRole.VERSION).isPresent()
            ? RowStamp.Counted.of(result.getLong(index++))
            : RowStamp.Seen.BY_VALUES;
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : data.asList()) {
      values.add(CellStorage.read(result, index++, column));
    }
    return new Current(stamp, RowValues.of(data, values.toArray()));
  }
}
