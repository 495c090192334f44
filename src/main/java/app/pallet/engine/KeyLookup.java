package app.pallet.engine;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowValues;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by the values of one column, however many values there are: the one way to rows by
 * their keys. A value finds what the database itself takes as equal to it in that column. Works on
 * a connection that stays its caller's; confined to one thread.
 *
 * <pre>{@code
 * KeyLookup lookup = dialect.lookup(connection, schema, schema.id(), schema.columns());
 * @Nullable Row[] rows = lookup.find(17, 4, 99); // the row 4, if it is there, is rows[1]
 * }</pre>
 */
public interface KeyLookup {

  /**
   * The rows that have the keys of other rows.
   *
   * @param said holds the keys, and perhaps what the rows may hold: where a row holds the same, it
   *     is the same object, so that comparing them is quick; a row without a key finds nothing
   * @return rows at the places of those that were asked for
   */
  FoundRows find(List<RowValues> said) throws SQLException;

  /**
   * The rows that have these ids; only for a look-up by the column of the ids.
   *
   * @return rows at the places of their ids, null for one that is not there
   */
  @Nullable Row[] find(long... ids) throws SQLException;
}
