package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operator;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the table, as the strip shows them. Immutable.
 *
 * @param limit which rows are looked at
 * @param join whether a row must meet all conditions or any
 * @param conditions in the order in which they are shown
 */
public record FilterState(RowLimit limit, Join join, List<Condition> conditions) {

  /** Every row. */
  public static final FilterState NONE = new FilterState(RowLimit.ALL, Join.ALL, List.of());

  public FilterState {
    conditions = List.copyOf(conditions);
  }

  /** Whether no row is left out. */
  public boolean isEmpty() {
    return limit == RowLimit.ALL && conditions.isEmpty();
  }

  /** The conditions as a query takes them. */
  public FilterGroup filter() {
    return new FilterGroup(join, List.copyOf(conditions));
  }

  FilterState limitedTo(RowLimit wanted) {
    return new FilterState(wanted, join, conditions);
  }

  FilterState joinedBy(Join wanted) {
    return new FilterState(limit, wanted, conditions);
  }

  FilterState with(Condition added) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(added);
    return new FilterState(limit, join, all);
  }

  FilterState replacing(Condition old, Condition wanted) {
    return new FilterState(
        limit, join, conditions.stream().map(each -> each.equals(old) ? wanted : each).toList());
  }

  FilterState without(Condition removed) {
    return new FilterState(
        limit, join, conditions.stream().filter(each -> !each.equals(removed)).toList());
  }

  /** The condition that asks for some of a column's values. */
  Optional<Condition> oneOf(Column column) {
    return conditions.stream()
        .filter(each -> each.operator() == Operator.IS_ONE_OF)
        .filter(each -> each.column().name().equals(column.name()))
        .findFirst();
  }

  /** The same with a value of a column added, or taken out if it was there. */
  FilterState toggled(Column column, @Nullable Object value) {
    Condition before = oneOf(column).orElse(null);
    List<@Nullable Object> values = new ArrayList<>(before == null ? List.of() : before.values());
    if (!values.remove(value)) {
      values.add(value);
    }
    if (values.isEmpty() && before != null) {
      return without(before);
    }
    Condition after = new Condition(column, Operator.IS_ONE_OF, values);
    return before == null ? with(after) : replacing(before, after);
  }
}
