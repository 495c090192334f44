package app.pallet.rows.query;

import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one column.
 *
 * @param column whose cells are looked at
 * @param operator what is asked of them
 * @param values as many as the operator takes, of the class of the column's type; null stands for
 *     an empty cell, and only among those of {@link Operator#IS_ONE_OF}
 */
public record Condition(Column column, Operator operator, List<@Nullable Object> values)
    implements Filter {

  /**
   * Values that {@link Operator#IS_ONE_OF} takes at most. A statement with more parameters may be
   * refused.
   */
  public static final int MOST_VALUES = 1_000;

  public Condition {
    if (!operator.fits(column.type())) {
      throw new IllegalArgumentException(
          column + ", a " + column.type().label() + ", can't be asked for '" + operator + "'");
    }
    if (values.size() < operator.fewestValues() || values.size() > operator.mostValues()) {
      throw new IllegalArgumentException(operator + " does not take " + values.size() + " values");
    }
    for (Object value : values) {
      boolean fits =
          value == null
              ? operator == Operator.IS_ONE_OF
              : column.type().valueClass().isInstance(value);
      if (!fits) {
        throw new IllegalArgumentException(column + " has no value " + value);
      }
    }
    values = Collections.unmodifiableList(new ArrayList<>(values)); // List.copyOf takes no null
  }

  /** A condition with these values, none of them null. */
  public static Condition of(Column column, Operator operator, Object... values) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object value : values) {
      all.add(Objects.requireNonNull(value));
    }
    return new Condition(column, operator, all);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Filter besides(Column other) {
    return column.name().equals(other.name()) ? NONE : this;
  }

  /** The value at a place, where the operator takes no null. */
  Object value(int index) {
    return Objects.requireNonNull(values.get(index));
  }
}
