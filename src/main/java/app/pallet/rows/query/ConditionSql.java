package app.pallet.rows.query;

import app.pallet.engine.Dialect;
import app.pallet.engine.SearchPattern;
import app.pallet.engine.ValueCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One condition as SQL that is true or false of every row, never unknown. Values are compared in
 * their stored form, so an amount of money is compared as the whole number it is stored as.
 */
final class ConditionSql {

  private final Dialect dialect;
  private final ValueCodec codec;
  private final Condition condition;
  private final Column column;
  private final boolean isBytes;
  private final String name;
  private final Function<Object, String> bound;

  private ConditionSql(Dialect dialect, Condition condition, Function<Object, String> bound) {
    this.dialect = dialect;
    this.condition = condition;
    this.column = condition.column();
    String quoted = dialect.quote(column.name());
    this.isBytes = column.storage() == Column.Storage.BYTES;
    this.name = isBytes ? dialect.shownBytes(quoted) : quoted;
    this.codec = dialect.codec(column);
    this.bound = bound;
  }

  /**
   * The SQL of a condition.
   *
   * @param bound takes a stored value, and gives the parameter that stands for it
   */
  static String of(Dialect dialect, Condition condition, Function<Object, String> bound) {
    return "(" + new ConditionSql(dialect, condition, bound).sql() + ")";
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
            && new SearchPattern(text, SearchPattern.Place.WHOLE).isWhole();
    return foldable
        ? pattern(SearchPattern.Place.WHOLE)
        : stored(value).map(stored -> name + " = " + bound.apply(stored)).orElse("FALSE");
  }

  private String pattern(SearchPattern.Place place) {
    String text = (String) condition.value(0);
    return dialect.pattern(new SearchPattern(text, place), bound).apply(name);
  }

  private String atLeast(Object value) {
    return name + " >= " + bound.apply(codec.nearest(value, RoundingMode.CEILING));
  }

  private String atMost(Object value) {
    return name + " <= " + bound.apply(codec.nearest(value, RoundingMode.FLOOR));
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
    if (isBytes) {
      return Optional.of(value.toString());
    }
    Object stored = codec.nearest(value, RoundingMode.FLOOR);
    return stored.equals(codec.nearest(value, RoundingMode.CEILING))
        ? Optional.of(stored)
        : Optional.empty();
  }
}
