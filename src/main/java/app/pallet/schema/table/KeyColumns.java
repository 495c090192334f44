package app.pallet.schema.table;

import java.util.List;

/**
 * Columns whose values together belong to one row at most. Equal by value; for any thread.
 *
 * @param names of the columns, in the order of the key; at least one
 */
public record KeyColumns(List<String> names) {

  /** Refuses a key of no columns, which would be that of every row. */
  public KeyColumns {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A key needs a column");
    }
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
