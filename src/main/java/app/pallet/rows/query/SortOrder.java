package app.pallet.rows.query;

import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By which columns rows are sorted. Rows with the same values keep the order of their ids.
 *
 * @param keys the column that counts first, then those by which rows with the same value are
 *     ordered; one at least, each column once
 */
public record SortOrder(List<Key> keys) {

  public SortOrder {
    keys = List.copyOf(keys);
    if (keys.isEmpty()
        || keys.stream().map(key -> key.column().name()).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("Rows can't be sorted by " + keys);
    }
  }

  /** By one column. */
  public SortOrder(Column column, Direction direction) {
    this(List.of(new Key(column, direction)));
  }

  /** By these columns; empty if there are none. */
  public static Optional<SortOrder> of(List<Key> keys) {
    return keys.isEmpty() ? Optional.empty() : Optional.of(new SortOrder(keys));
  }

  /**
   * One of the columns. Empty cells come last either way.
   *
   * @param column whose values count; texts are compared without regard to case and accents
   * @param direction which value comes first
   * @param isNatural whether numbers in texts are compared by what they are worth, so that {@code
   *     SKU-2} comes before {@code SKU-10}; without meaning for values that are no texts
   */
  public record Key(Column column, Direction direction, boolean isNatural) {

    /** With texts compared letter by letter. */
    public Key(Column column, Direction direction) {
      this(column, direction, false);
    }

    private boolean isOf(Column other) {
      return column.name().equals(other.name());
    }
  }

  /** Which value comes first. */
  public enum Direction {
    /** The smallest. */
    ASCENDING,
    /** The largest. */
    DESCENDING
  }

  /** The place of a column among the keys, from 0; -1 if rows are not sorted by it. */
  public int place(Column column) {
    return IntStream.range(0, keys.size())
        .filter(i -> keys.get(i).isOf(column))
        .findFirst()
        .orElse(-1);
  }

  /** The direction of a column, if rows are sorted by it. */
  public Optional<Direction> direction(Column column) {
    return keys.stream().filter(key -> key.isOf(column)).map(Key::direction).findFirst();
  }

  /** The same with a column in this direction: in its place, or behind the others. */
  public SortOrder with(Column column, Direction direction) {
    Key key = new Key(column, direction);
    return new SortOrder(
        place(column) < 0
            ? Stream.concat(keys.stream(), Stream.of(key)).toList()
            : keys.stream().map(each -> each.isOf(column) ? key : each).toList());
  }

  /** The same without a column; empty if it was the only one. */
  public Optional<SortOrder> without(Column column) {
    return of(keys.stream().filter(key -> !key.isOf(column)).toList());
  }

  /** The same with numbers in texts compared by their worth in some columns, and not in others. */
  public SortOrder natural(Predicate<Column> columns) {
    return new SortOrder(
        keys.stream()
            .map(key -> new Key(key.column(), key.direction(), columns.test(key.column())))
            .toList());
  }
}
