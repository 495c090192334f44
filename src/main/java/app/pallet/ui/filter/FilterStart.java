package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the box begins with.
 *
 * @param values that are entered already
 */
record FilterStart(Column column, Operator operator, List<@Nullable Object> values) {

  /** A new condition on a column. */
  static FilterStart of(Column column) {
    return new FilterStart(column, usual(column.type()), List.of());
  }

  /** A condition there is. */
  static FilterStart of(Condition condition) {
    return new FilterStart(condition.column(), condition.operator(), condition.values());
  }

  /** What is asked most of cells of a type. */
  static Operator usual(ColumnType type) {
    return switch (type) {
      case TEXT -> Operator.CONTAINS;
      case CHOICE, YES_NO -> Operator.IS_ONE_OF;
      case WHOLE_NUMBER, DECIMAL, MONEY, DATE, TIMESTAMP -> Operator.BETWEEN;
    };
  }
}
