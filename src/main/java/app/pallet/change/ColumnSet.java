package app.pallet.change;

import app.pallet.schema.Column;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ordered set of columns that many rows share. Rows with the same set are written by the same
 * statement, so sets compare quickly. Immutable, for any thread.
 */
public final class ColumnSet {

  /** No column at all. */
  public static final ColumnSet EMPTY = new ColumnSet(new Column[0]);

  private final Column[] columns;
  private final int hash;

  private ColumnSet(Column[] columns) {
    this.columns = columns;
    int sum = 1;
    for (Column column : columns) {
      sum = 31 * sum + column.name().hashCode();
    }
    this.hash = sum;
  }

  /**
   * A set of these columns in this order.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static ColumnSet of(Collection<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("Column " + column.name() + " stands there twice");
      }
    }
    return ofDistinct(columns.toArray(Column[]::new));
  }

  /** A set of columns known to be distinct; the array is kept, not copied. */
  static ColumnSet ofDistinct(Column[] columns) {
    return new ColumnSet(columns);
  }

  /** A set of these columns in this order. */
  public static ColumnSet of(Column... columns) {
    return of(Arrays.asList(columns));
  }

  /** Number of columns. */
  public int size() {
    return columns.length;
  }

  /** The column at a place from 0. */
  public Column get(int index) {
    return columns[index];
  }

  /** The columns in order. */
  public List<Column> asList() {
    return List.of(columns);
  }

  /** Place of a column, or -1. */
  @SuppressWarnings("ReferenceEquality") // nearly always the same object, which is quicker to find
  public int indexOf(Column column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return i;
      }
    }
    for (int i = 0; i < columns.length; i++) { // an equal column of another schema object
      if (columns[i].name().equals(column.name())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the column is in the set. */
  public boolean contains(Column column) {
    return indexOf(column) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ColumnSet that
            && hash == that.hash
            && Arrays.equals(columns, that.columns));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(columns);
  }
}
