package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition in words. Stateless. */
final class ConditionText {

  private static final int LONGEST = 40;
  private static final int NAMED = 3;

  private ConditionText() {}

  /** As a chip says it: {@code Price between 5 and 10}. */
  static String of(Condition condition, CellFormat format) {
    String beginning = condition.column().label() + " " + condition.operator().label();
    return switch (condition.operator()) {
      case IS_EMPTY, IS_NOT_EMPTY -> beginning;
      case BETWEEN ->
          beginning + " " + text(condition, 0, format) + " and " + text(condition, 1, format);
      case IS_ONE_OF -> oneOf(condition, format);
      case IS, IS_NOT, CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST ->
          beginning + " " + text(condition, 0, format);
    };
  }

  /** A value as it is shown, cut where it is long. */
  static String value(Column column, @Nullable Object value, CellFormat format) {
    if (value == null || value.equals("")) {
      return "(empty)";
    }
    String text = CellText.plain(column, value, format.numbers()).replaceAll("\\s+", " ");
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String oneOf(Condition condition, CellFormat format) {
    int size = condition.values().size();
    String named =
        condition.values().stream()
            .limit(NAMED)
            .map(value -> value(condition.column(), value, format))
            .collect(Collectors.joining(", "));
    Operator operator = size == 1 ? Operator.IS : Operator.IS_ONE_OF;
    return condition.column().label()
        + " "
        + operator.label()
        + " "
        + named
        + (size > NAMED ? " +" + (size - NAMED) : "");
  }

  private static String text(Condition condition, int index, CellFormat format) {
    return value(condition.column(), condition.values().get(index), format);
  }
}
