package app.pallet.rows;

import app.pallet.database.CellStorage;
import app.pallet.schema.Column;
import java.sql.SQLDataException;
import org.jspecify.annotations.Nullable;

/**
 * The values of the latest stored numbers of a column, because the prices and weights of a
 * catalogue are few and come again. Confined to one thread.
 */
final class RecentNumbers {

  /** A power of two. */
  private static final int PLACES = 1_024;

  private final Column column;
  private long[] numbers = new long[0]; // most columns of a table hold texts
  private @Nullable Object[] values = new @Nullable Object[0];

  RecentNumbers(Column column) {
    this.column = column;
  }

  /**
   * The value of a stored number.
   *
   * @throws SQLDataException if the column can't have stored it
   */
  Object value(long number) throws SQLDataException {
    if (numbers.length == 0) {
      numbers = new long[PLACES];
      values = new @Nullable Object[PLACES];
    }
    int place = (int) (number ^ number >>> 10 ^ number >>> 20) & (PLACES - 1);
    Object known = values[place];
    if (known != null && numbers[place] == number) {
      return known;
    }
    Object value = CellStorage.fromStored(column, number);
    if (value == null) {
      throw new SQLDataException(column + " can't hold " + number);
    }
    numbers[place] = number;
    values[place] = value;
    return value;
  }
}
