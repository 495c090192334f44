package app.pallet.engine;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How an engine finds the rows of one table by their keys: a row by its key, exactly, and sets of
 * rows as one parameter of a statement, however many there are. For any thread.
 */
public interface KeySql {

  /** The numbers by which a session names the rows. */
  RowHandles handles();

  /** A condition that one row meets at most: the one whose key {@link #bind} binds. */
  String isRow();

  /**
   * Binds a key to {@link #isRow}.
   *
   * @param index of its first parameter, from 1
   * @return index of the statement's next parameter
   * @throws SQLException also for a row without a key, which is never written
   */
  int bind(PreparedStatement statement, int index, RowKey.Stored key) throws SQLException;

  /** What is selected to know which row it is. */
  String selected();

  /**
   * The handle of the row at which a result stands.
   *
   * @param index where {@link #selected} begins in it, from 1
   */
  long handle(ResultSet result, int index) throws SQLException;

  /** Part of {@code ORDER BY}: the order in which rows can be read quickest. */
  String order();

  /**
   * A column of whole numbers, quoted, by whose ranges a table can be cut; empty if it has none.
   */
  Optional<String> number();

  /**
   * Handles by {@link #number}, which scans gather and use; empty where the number is the handle,
   * or there is none.
   */
  default Optional<NumberedHandles> numbered() {
    return Optional.empty();
  }

  /**
   * A condition: the rows that follow one in {@link #order}, of which there are no numbers.
   *
   * @param parameter that stands for the row, as a set of that one
   */
  default String follows(String parameter) {
    throw new UnsupportedOperationException("Rows are told apart by " + number());
  }

  /** The key that a row to be added will have by what it says; empty if it does not say it. */
  Optional<RowKey.Stored> keyOf(RowChange.Add add);

  /** What is bound for a set of rows; they are looked up in this order. */
  String parameter(LongStream handles);

  /**
   * A condition: whether a row is in a set.
   *
   * @param parameter that stands for the set; it may come twice
   */
  String contains(String parameter);

  /**
   * What stands behind {@code FROM} to read the rows of a set, one look-up for each. The set is the
   * statement's only parameter, and the table is called {@code t}.
   */
  String rows();
}
