package app.pallet.rows.query;

import app.pallet.engine.sqlite.CellStorage;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One condition as SQL that is true or false of every row, never unknown. Values are compared in
 * their stored form, so an amount of money is compared as the whole number it is stored as.
 */
final class ConditionSql {

  /** Digits before or behind the decimal sign that are more than any stored number has. */
  private static final int MOST_DIGITS = 30;

  private final Condition condition;
  private final Column column;
  private final String name;
  private final Function<Object, String> bound;

  private ConditionSql(Condition condition, Function<Object, String> bound) {
    this.condition = condition;
    this.column = condition.column();
    this.name = SqlName.quote(column.name());
    this.bound = bound;
  }

  /**
   * The SQL of a condition.
   *
   * @param bound takes a stored value, and gives the parameter that stands for it
   */
  static String of(Condition condition, Function<Object, String> bound) {
    return "(" + new ConditionSql(condition, bound).sql() + ")";
  }

  private String sql() {
    return switch (condition.operator()) {
      case IS -> isTrue(equal(condition.value(0)));
      case IS_NOT -> "(" + equal(condition.value(0)) + ") IS NOT TRUE";
      case CONTAINS -> isTrue(pattern(SearchPattern.Place.ANYWHERE));
      case STARTS_WITH -> isTrue(pattern(SearchPattern.Place.BEGINNING));
      case BETWEEN -> isTrue(atLeast(condition.value(0)) + " AND " + atMost(condition.value(1)));
      case AT_LEAST -> isTrue(atLeast(condition.value(0)));
      case AT_MOST -> isTrue(atMost(condition.value(0)));
      case IS_ONE_OF -> oneOf();
      case IS_EMPTY -> empty();
      case IS_NOT_EMPTY -> "NOT (" + empty() + ")";
    };
  }

  private static String isTrue(String condition) {
    return "(" + condition + ") IS TRUE";
  }

  private String equal(Object value) {
    boolean foldable =
        value instanceof String text
            && column.type() == ColumnType.TEXT
            && SearchPattern.isWhole(text);
    return foldable
        ? pattern(SearchPattern.Place.WHOLE)
        : stored(value).map(stored -> name + " = " + bound.apply(stored)).orElse("FALSE");
  }

  private String pattern(SearchPattern.Place place) {
    String text = (String) condition.value(0);
    return new PatternSql(SearchPattern.of(text, place), bound).of(name);
  }

  private String atLeast(Object value) {
    return name + " >= " + bound.apply(rounded(value, RoundingMode.CEILING));
  }

  private String atMost(Object value) {
    return name + " <= " + bound.apply(rounded(value, RoundingMode.FLOOR));
  }

  private String oneOf() {
    List<String> parameters = new ArrayList<>();
    for (Object value : condition.values()) {
      if (value != null && !isEmptyText(value)) {
        stored(value).map(bound).ifPresent(parameters::add);
      }
    }
    String among =
        parameters.isEmpty()
            ? "FALSE"
            : isTrue(name + " IN (" + String.join(", ", parameters) + ")");
    boolean orEmpty =
        condition.values().stream().anyMatch(value -> value == null || isEmptyText(value));
    return orEmpty ? among + " OR " + empty() : among;
  }

  private static boolean isEmptyText(@Nullable Object value) {
    return value instanceof String text && text.isEmpty();
  }

  /** Another program may have left a text without letters where Pallet leaves nothing. */
  private String empty() {
    return column.type().isText() ? name + " IS NULL OR " + name + " = ''" : name + " IS NULL";
  }

  /** The stored form, if a cell of the column can hold the value. */
  private Optional<Object> stored(Object value) {
    if (value instanceof BigDecimal number
        && scaled(number, RoundingMode.FLOOR) != scaled(number, RoundingMode.CEILING)) {
      return Optional.empty();
    }
    return Optional.of(rounded(value, RoundingMode.FLOOR));
  }

  private Object rounded(Object value, RoundingMode rounding) {
    return value instanceof BigDecimal number
        ? (Object) scaled(number, rounding)
        : Objects.requireNonNull(CellStorage.toStored(column, value));
  }

  /** The number as it is stored, or the next one that can be; of what is too large, the largest. */
  private long scaled(BigDecimal number, RoundingMode rounding) {
    if (number.signum() == 0) {
      return 0;
    }
    boolean negative = number.signum() < 0;
    long magnitude = number.precision() - (long) number.scale();
    if (magnitude < -MOST_DIGITS) { // as good as nothing, but not to be multiplied out
      boolean away = negative == (rounding == RoundingMode.FLOOR);
      return away ? number.signum() : 0;
    }
    long largest = negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (magnitude > MOST_DIGITS) {
      return largest;
    }
    BigInteger scaled = number.setScale(column.rules().scale(), rounding).unscaledValue();
    return scaled.bitLength() < Long.SIZE ? scaled.longValue() : largest;
  }
}
