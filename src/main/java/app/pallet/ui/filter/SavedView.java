package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operand;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement of the table that is kept under a name.
 *
 * @param name as the user calls it
 * @param search what is searched for
 * @param limit which rows are looked at
 * @param join whether a row must meet all conditions or any
 * @param conditions what is filtered for
 * @param sort by what rows are sorted; the layout of a column says whether in natural order
 * @param columns the columns from left to right
 */
public record SavedView(
    String name,
    String search,
    RowLimit limit,
    Join join,
    List<SavedCondition> conditions,
    List<SavedSort> sort,
    List<ColumnLayout> columns) {

  public SavedView {
    conditions = List.copyOf(conditions);
    sort = List.copyOf(sort);
    columns = List.copyOf(columns);
  }

  /** A view of what is searched and filtered for, in no order of its own. */
  public static SavedView of(String name, String search, FilterState state) {
    // What is selected now means nothing the next time.
    RowLimit limit = state.limit() == RowLimit.SELECTED ? RowLimit.ALL : state.limit();
    return new SavedView(
        name,
        search,
        limit,
        state.join(),
        state.conditions().stream().map(SavedCondition::of).toList(),
        List.of(),
        List.of());
  }

  /** The same in an order. */
  public SavedView sortedBy(Optional<SortOrder> order) {
    return new SavedView(
        name,
        search,
        limit,
        join,
        conditions,
        order.map(SortOrder::keys).orElse(List.of()).stream()
            .map(key -> new SavedSort(key.column().name(), key.direction()))
            .toList(),
        columns);
  }

  /** The same with columns. */
  public SavedView withColumns(List<ColumnLayout> layout) {
    return new SavedView(name, search, limit, join, conditions, sort, layout);
  }

  SavedView named(String other) {
    return new SavedView(other, search, limit, join, conditions, sort, columns);
  }

  /** The filter. Conditions that no longer fit the columns are left out. */
  public FilterState state(List<Column> present) {
    return new FilterState(
        limit,
        join,
        conditions.stream().flatMap(condition -> condition.in(present).stream()).toList());
  }

  /** The order by those of its columns that are still there. */
  public Optional<SortOrder> order(List<Column> present) {
    List<SortOrder.Key> keys = new ArrayList<>();
    for (SavedSort by : sort) {
      present.stream()
          .filter(column -> column.name().equals(by.column()))
          .findFirst()
          .ifPresent(column -> keys.add(new SortOrder.Key(column, by.direction())));
    }
    return SortOrder.of(keys);
  }

  /**
   * A column by which rows are sorted.
   *
   * @param column its name
   * @param direction which value comes first
   */
  public record SavedSort(String column, SortOrder.Direction direction) {}

  /**
   * A condition as the settings keep it, for a catalogue whose columns may have changed since.
   *
   * @param column name of the column
   * @param operator what is asked
   * @param values as plain texts; an empty one stands for an empty cell
   */
  public record SavedCondition(String column, Operator operator, List<String> values) {

    public SavedCondition {
      values = List.copyOf(values);
    }

    static SavedCondition of(Condition condition) {
      return new SavedCondition(
          condition.column().name(),
          condition.operator(),
          condition.values().stream()
              .map(value -> CellText.plain(condition.column(), value))
              .toList());
    }

    /** The condition, if a catalogue with these columns can still be asked for it. */
    Optional<Condition> in(List<Column> columns) {
      return columns.stream()
          .filter(each -> each.name().equals(column))
          .findFirst()
          .flatMap(this::on);
    }

    private Optional<Condition> on(Column present) {
      List<@Nullable Object> read = new ArrayList<>();
      for (String text : values) {
        if (text.isEmpty() && operator == Operator.IS_ONE_OF) {
          read.add(null);
        } else if (Operand.read(present, text, CellFormat.PLAIN, Operand.Moment.FIRST)
            instanceof CellReading.Value(var value)) {
          read.add(value);
        }
      }
      boolean possible =
          read.size() == values.size()
              && operator.fits(present.type())
              && read.size() >= operator.fewestValues()
              && read.size() <= operator.mostValues();
      return possible ? Optional.of(new Condition(present, operator, read)) : Optional.empty();
    }
  }
}
