package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.RowsByKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do with rows that matched nothing because someone else has changed or deleted them since
 * they were read. An edit of columns that nobody else touched is written over the newer version;
 * everything else is a conflict. It runs in the transaction in which the rows matched nothing, so
 * nobody can change them meanwhile.
 */
final class Conflicts {

  private static final int KEYS_A_QUERY = 500;

  private final CatalogueDatabase database;
  private final ColumnSet data;

  Conflicts(CatalogueDatabase database) {
    this.database = database;
    this.data = ColumnSet.of(database.schema().dataColumns());
  }

  /** Writes rows once more and returns those that matched nothing again. */
  @FunctionalInterface
  interface Again {
    List<RowChange> write(List<RowChange> rows) throws SQLException;
  }

  /**
   * Decides what becomes of rows that matched nothing.
   *
   * @param unmatched rows of any kind
   * @param written told what became of them
   */
  void resolve(
      Connection connection, List<RowChange> unmatched, Again again, TransactionRows written)
      throws SQLException {
    if (unmatched.isEmpty()) {
      return;
    }
    List<RowChange> stored = new ArrayList<>();
    for (RowChange row : unmatched) {
      if (row instanceof RowChange.Add) {
        written.refused(RefusedRow.unwritten(row), row);
      } else {
        stored.add(row);
      }
    }
    List<RowChange> untouched = compare(connection, stored, written);
    if (!untouched.isEmpty()) {
      for (RowChange row : again.write(untouched)) {
        written.refused(RefusedRow.unwritten(row), row); // nobody else can have changed it
      }
    }
  }

  /**
   * Compares rows with what is there. From here to the end of the transaction nobody can change
   * them, so those that are returned may be written by their key alone.
   *
   * @param rows edits and deletes
   * @param written told of those in conflict, and of those that go on from another version
   * @return those the user may write, in their order
   */
  List<RowChange> compare(Connection connection, List<RowChange> rows, TransactionRows written)
      throws SQLException {
    List<RowChange> untouched = new ArrayList<>();
    RowsByKey stored = database.rows(connection, data.asList());
    for (List<RowChange> slice : CommitPlan.slices(rows, KEYS_A_QUERY)) {
      @Nullable Row[] current = stored.find(keys(slice));
      for (int i = 0; i < current.length; i++) {
        RowChange row = slice.get(i);
        Row now = current[i];
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
  private boolean isUntouched(RowChange row, Row now) {
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

  private static RowProblem problem(RowChange row, @Nullable Row now) {
    return switch (row) {
      case RowChange.Add add -> throw new IllegalStateException("Was neither added nor refused");
      case RowChange.Edit edit when now != null -> RefusedRow.changed(edit, now.values());
      case RowChange.Delete delete when now != null -> RefusedRow.changed(delete);
      default -> RefusedRow.deleted(row);
    };
  }

  private static List<RowKey.Stored> keys(List<RowChange> rows) throws SQLException {
    List<RowKey.Stored> keys = new ArrayList<>(rows.size());
    for (RowChange row : rows) {
      if (!(row.key() instanceof RowKey.Stored stored)) {
        throw new SQLException("The database took a new row without a word and without adding it");
      }
      keys.add(stored);
    }
    return keys;
  }
}
