package app.pallet.change;

import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by column, the content of every row in Pallet. Nothing is said about a column that is
 * missing; a column with null is said to be empty. Immutable and compact, because rows share their
 * {@link ColumnSet}. For any thread:
 *
 * <pre>{@code
 * RowValues price = RowValues.of(PRICE, new BigDecimal("9.9900"));
 * price.with(NAME, null).has(NAME) // true: the name is to be emptied
 * }</pre>
 */
public final class RowValues {

  /** Nothing said about any column. */
  public static final RowValues EMPTY = new RowValues(ColumnSet.EMPTY, new Object[0]);

  private final ColumnSet columns;
  private final @Nullable Object[] values;

  private RowValues(ColumnSet columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /**
   * A mapping of each column to the value at the same place.
   *
   * @param values as many as columns; the array is kept, not copied
   */
  public static RowValues of(ColumnSet columns, @Nullable Object[] values) {
    if (columns.size() != values.length) {
      throw new IllegalArgumentException(columns.size() + " columns, " + values.length + " values");
    }
    return new RowValues(columns, values);
  }

  /** A mapping of one column. */
  public static RowValues of(Column column, @Nullable Object value) {
    return new RowValues(ColumnSet.of(column), new @Nullable Object[] {value});
  }

  /** The columns something is said about. */
  public ColumnSet columns() {
    return columns;
  }

  /** Number of columns. */
  public int size() {
    return columns.size();
  }

  /** Whether nothing is said at all. */
  public boolean isEmpty() {
    return columns.size() == 0;
  }

  /** Whether something is said about the column, be it that it is empty. */
  public boolean has(Column column) {
    return columns.contains(column);
  }

  /** The column's value; null where it is empty and where nothing is said. */
  public @Nullable Object get(Column column) {
    int index = columns.indexOf(column);
    return index < 0 ? null : values[index];
  }

  /** The value at a column's place in {@link #columns}. */
  public @Nullable Object valueAt(int index) {
    return values[index];
  }

  /** These values and the other ones, which win where both say something. */
  public RowValues plus(RowValues other) {
    if (isEmpty() || columns.equals(other.columns)) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    List<Column> names = new ArrayList<>(columns.asList());
    List<@Nullable Object> merged = new ArrayList<@Nullable Object>(Arrays.asList(values));
    for (int i = 0; i < other.size(); i++) {
      int at = columns.indexOf(other.columns.get(i));
      if (at >= 0) {
        merged.set(at, other.values[i]);
      } else {
        names.add(other.columns.get(i));
        merged.add(other.values[i]);
      }
    }
    boolean same = names.size() == columns.size();
    ColumnSet all = same ? columns : ColumnSet.ofDistinct(names.toArray(Column[]::new));
    return new RowValues(all, merged.toArray());
  }

  /** These values and one more. */
  public RowValues with(Column column, @Nullable Object value) {
    return plus(of(column, value));
  }

  /** Only what is said about columns of which this is true. */
  public RowValues only(Predicate<Column> wanted) {
    int kept = 0;
    Column[] names = new Column[values.length];
    @Nullable Object[] rest = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      if (wanted.test(columns.get(i))) {
        names[kept] = columns.get(i);
        rest[kept++] = values[i];
      }
    }
    if (kept == values.length) {
      return this;
    }
    return new RowValues(
        ColumnSet.ofDistinct(Arrays.copyOf(names, kept)), Arrays.copyOf(rest, kept));
  }

  /** The columns of these values of which the other ones say something else, or nothing. */
  public List<Column> differences(RowValues other) {
    return columns.asList().stream()
        .filter(column -> !Objects.equals(get(column), other.get(column)))
        .toList();
  }

  /** The same with each value as an operator has it; this object where it changes none. */
  RowValues mapped(UnaryOperator<Object> values) {
    @Nullable Object[] others = null;
    for (int i = 0; i < this.values.length; i++) {
      Object value = this.values[i];
      Object other = value == null ? null : values.apply(value);
      if (!Objects.equals(value, other)) {
        others = others == null ? this.values.clone() : others;
        others[i] = other;
      }
    }
    return others == null ? this : new RowValues(columns, others);
  }

  /** Everything but what is said about one column. */
  public RowValues without(Column column) {
    return only(c -> !c.name().equals(column.name()));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RowValues that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      int at = that.columns.indexOf(columns.get(i));
      if (at < 0 || !Objects.equals(values[i], that.values[at])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() { // whatever the order of columns, as in equals
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += columns.get(i).name().hashCode() ^ Objects.hashCode(values[i]);
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(columns.get(i)).append('=').append(values[i]);
    }
    return text.append('}').toString();
  }
}
