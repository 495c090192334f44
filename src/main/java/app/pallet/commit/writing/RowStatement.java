package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.engine.ValueCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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
   * @param withId whether the key is a whole number that is given out, which comes first
   * @param written the data columns of the rows, which come second
   * @param defaults the columns the rows say nothing about and that have a default, which come
   *     third
   * @param stamps columns that hold the moment, which come last
   */
  record Insert(
      String sql, boolean withId, BoundColumns written, BoundColumns defaults, BoundColumns stamps)
      implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Add add = (RowChange.Add) row;
      int index = 1;
      if (withId) {
        statement.setLong(index++, Objects.requireNonNull(ids.get(add.key())).id());
      }
      index = written.bind(statement, index, add.after());
      index = defaults.bindDefaults(statement, index);
      stamps.bindAll(statement, index, now);
    }
  }

  /**
   * Changes rows that are still what the user saw.
   *
   * @param key binds the key, which comes third
   * @param written the changed columns, which come first
   * @param stamps columns that hold the moment, which come second
   * @param check how it is known that the row is still the same
   */
  record Update(String sql, KeySql key, BoundColumns written, BoundColumns stamps, RowCheck check)
      implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Edit edit = (RowChange.Edit) row;
      int index = written.bind(statement, 1, edit.after());
      index = stamps.bindAll(statement, index, now);
      index = key.bind(statement, index, edit.key());
      check.bind(statement, index, edit.stamp(), edit.before());
    }
  }

  /**
   * Deletes rows that are still what the user saw.
   *
   * @param key binds the key, which comes first
   * @param check how it is known that the row is still the same
   */
  record Delete(String sql, KeySql key, RowCheck check) implements RowStatement {

    @Override
    public void bind(
        PreparedStatement statement, RowChange row, Map<RowKey.New, RowKey.Stored> ids, Instant now)
        throws SQLException {
      RowChange.Delete delete = (RowChange.Delete) row;
      int index = key.bind(statement, 1, delete.key());
      check.bind(statement, index, delete.stamp(), delete.before());
    }
  }

  /**
   * How a statement knows that a row is still what the user saw. The version alone does not tell:
   * programs that don't know of it change rows without counting.
   *
   * @param versioned whether the table counts versions, and the row's is compared
   * @param columns the columns whose values are compared
   */
  record RowCheck(boolean versioned, BoundColumns columns) {

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
      columns.bind(statement, index, before);
    }
  }

  /** Columns of a statement, with how their values are stored: looked up once, not once a row. */
  final class BoundColumns {

    private final ColumnSet columns;
    private final ValueCodec[] codecs;

    BoundColumns(Dialect dialect, ColumnSet columns) {
      this.columns = columns;
      this.codecs = columns.asList().stream().map(dialect::codec).toArray(ValueCodec[]::new);
    }

    /** Binds a row's values from an index on, and returns the next one. */
    int bind(PreparedStatement statement, int first, RowValues values) throws SQLException {
      boolean same = values.columns().equals(columns); // nearly always: rows share their set
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].bind(statement, first + i, same ? values.valueAt(i) : values.get(columns.get(i)));
      }
      return first + codecs.length;
    }

    /** Binds the default values of the columns from an index on, and returns the next one. */
    int bindDefaults(PreparedStatement statement, int first) throws SQLException {
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].bind(statement, first + i, columns.get(i).defaultValue());
      }
      return first + codecs.length;
    }

    /** Binds the same value for all columns from an index on, and returns the next one. */
    int bindAll(PreparedStatement statement, int first, Instant now) throws SQLException {
      for (int i = 0; i < codecs.length; i++) {
        codecs[i].bind(statement, first + i, now);
      }
      return first + codecs.length;
    }
  }
}
