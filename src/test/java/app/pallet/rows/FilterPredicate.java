package app.pallet.rows;

import app.pallet.rows.FilterGroup.Join;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a filter means, said in plain Java, to compare the SQL with. */
final class FilterPredicate {

  private FilterPredicate() {}

  /** The values of a row by column. */
  interface Cells {
    @Nullable Object get(Column column);
  }

  static boolean test(Filter filter, Cells row) {
    return switch (filter) {
      case Condition condition -> test(condition, row.get(condition.column()));
      case FilterGroup group when group.isEmpty() -> true;
      case FilterGroup(var join, var parts) when join == Join.ALL ->
          parts.stream().allMatch(part -> test(part, row));
      case FilterGroup(var join, var parts) -> parts.stream().anyMatch(part -> test(part, row));
    };
  }

  private static boolean test(Condition condition, @Nullable Object cell) {
    return switch (condition.operator()) {
      case IS -> isEqual(condition, cell);
      case IS_NOT -> !isEqual(condition, cell);
      case CONTAINS ->
          cell instanceof String text
              && IntStream.rangeClosed(0, text.length())
                  .anyMatch(at -> hasAt(text, at, (String) condition.value(0)));
      case STARTS_WITH ->
          cell instanceof String text && hasAt(text, 0, (String) condition.value(0));
      case BETWEEN ->
          compare(cell, condition.value(0)) >= 0
              && cell != null
              && compare(cell, condition.value(1)) <= 0;
      case AT_LEAST -> cell != null && compare(cell, condition.value(0)) >= 0;
      case AT_MOST -> cell != null && compare(cell, condition.value(0)) <= 0;
      case IS_ONE_OF -> isOneOf(condition, cell);
      case IS_EMPTY -> isEmpty(cell);
      case IS_NOT_EMPTY -> !isEmpty(cell);
    };
  }

  private static boolean isEqual(Condition condition, @Nullable Object cell) {
    if (cell == null) {
      return false;
    }
    return condition.column().type() == ColumnType.TEXT
        ? ((String) cell).equalsIgnoreCase((String) condition.value(0))
        : compare(cell, condition.value(0)) == 0;
  }

  private static boolean hasAt(String text, int at, String wanted) {
    return text.regionMatches(true, at, wanted, 0, wanted.length());
  }

  private static boolean isOneOf(Condition condition, @Nullable Object cell) {
    return condition.values().stream()
        .anyMatch(
            value -> isEmpty(value) ? isEmpty(cell) : cell != null && compare(cell, value) == 0);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("");
  }

  @SuppressWarnings("unchecked") // both are of the column's class
  private static int compare(@Nullable Object cell, @Nullable Object value) {
    return cell == null || value == null ? -1 : ((Comparable<Object>) cell).compareTo(value);
  }
}
