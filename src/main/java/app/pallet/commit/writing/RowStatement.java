package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CellStorage;
import app.pallet.schema.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One SQL statement that writes all rows of a kind that say something about the same columns, and
 * what it binds for a row. Made by {@link RowStatements}; holds no connection.
 */
sealed interface RowStatement {

  /** The SQL, with a parameter for everything that differs between rows. */
  String sql();

  /**
   * Binds a row of this statement's kind and columns.
   *
   * @param ids the keys of rows to be added
   * @param now what is stamped on the row, to the millisecond
   */
  void bind(
      PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
      throws SQLException;

  /**
   * Adds rows.
   *
   * @param written the data columns of the rows, which come second, behind the id
   * @param defaults the columns the rows say nothing about and that have a default, which come
   *     third
   * @param stamps columns that hold the moment, which come last
   */
  record Insert(String sql, ColumnSet written, List<Column> defaults, List<Column> stamps)
      implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Add add = (RowChange.Add) row;
      statement.setLong(1, Objects.requireNonNull(ids.get(add.key())).id());
      int index = bindAll(statement, 2, written, add.after());
      for (Column column : defaults) {
        CellStorage.bind(statement, index++, column, column.defaultValue());
      }
      for (Column column : stamps) {
        CellStorage.bind(statement, index++, column, now);
      }
    }
  }

  /**
   * Changes rows that are still what the user saw.
   *
   * @param written the changed columns, which come first
   * @param stamps columns that hold the moment, which come second, before the id
   * @param check how it is known that the row is still the same
   */
  record Update(String sql, ColumnSet written, List<Column> stamps, RowCheck check)
      implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Edit edit = (RowChange.Edit) row;
      int index = bindAll(statement, 1, written, edit.after());
      for (Column column : stamps) {
        CellStorage.bind(statement, index++, column, now);
      }
      statement.setLong(index++, edit.key().id());
      check.bind(statement, index, edit.stamp(), edit.before());
    }
  }

  /**
   * Deletes rows that are still what the user saw.
   *
   * @param check how it is known that the row is still the same
   */
  record Delete(String sql, RowCheck check) implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Delete delete = (RowChange.Delete) row;
      statement.setLong(1, delete.key().id());
      check.bind(statement, 2, delete.stamp(), delete.before());
    }
  }

  /**
   * How a statement knows that a row is still what the user saw. The version alone does not tell:
   * programs that don't know of it change rows without counting.
   *
   * @param versioned whether the table counts versions, and the row's is compared
   * @param columns the columns whose values are compared
   */
  record RowCheck(boolean versioned, ColumnSet columns) {

    void bind(PreparedStatement statement, int first, RowStamp stamp, RowValues before)
        throws SQLException {
      int index = first;
      if (versioned) { // a row whose version nobody knows has none of them
        if (stamp instanceof RowStamp.Counted(long version)) {
          statement.setLong(index++, version);
        } else {
          statement.setNull(index++, Types.BIGINT);
        }
      }
      bindAll(statement, index, columns, before);
    }
  }

  /** Binds the values of columns from an index on, and returns the next one. */
  private static int bindAll(
      PreparedStatement statement, int first, ColumnSet columns, RowValues values)
      throws SQLException {
    int index = first;
    boolean same = values.columns().equals(columns); // nearly always: rows share their set
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      CellStorage.bind(statement, index++, column, same ? values.valueAt(i) : values.get(column));
    }
    return index;
  }
}
