package app.pallet.engine;

import app.pallet.change.FoundRows;
import app.pallet.change.RowValues;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds rows by the values of one column, however many values there are. A value finds what the
 * database itself takes as equal to it in that column. Works on a connection that stays its
 * caller's; confined to one thread.
 *
 * <pre>{@code
 * KeyLookup lookup = dialect.lookup(connection, schema, schema.match(), schema.columns());
 * FoundRows rows = lookup.find(said); // what the file says of rows, with their SKUs
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
}
