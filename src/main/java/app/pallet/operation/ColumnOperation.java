package app.pallet.operation;

import app.pallet.schema.Column;
import java.util.Set;

/** An operation that fills the cells of one column. */
public interface ColumnOperation extends Operation {

  /** The column that it fills. */
  Column column();

  @Override
  default Set<Column> writes() {
    return Set.of(column());
  }

  /**
   * The column, which must not be one that only Pallet or the database writes.
   *
   * @throws IllegalArgumentException if it is
   */
  static Column requireWritable(Column column) {
    if (column.isReadOnly()) {
      throw new IllegalArgumentException(column.label() + " can't be changed");
    }
    return column;
  }

  /**
   * Refuses a column of another type.
   *
   * @param what what is wanted of it, such as "holds numbers"
   * @throws IllegalArgumentException unless it fits
   */
  static void require(boolean fits, Column column, String what) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s can't be used: it holds %s, but is wanted for %s"
              .formatted(column.label(), "values of the type " + column.type().label(), what));
    }
  }
}
