package app.pallet.workspace.bulk;

import app.pallet.operation.RowCells;
import app.pallet.operation.recipe.RowCondition;
import app.pallet.rows.query.FilterText;
import app.pallet.rows.query.RowPredicate;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the conditions of a recipe's steps mean: the same as in a filter. */
public final class StepConditions {

  private StepConditions() {}

  /** The same of a table whose columns refer to no other rows. */
  public static Function<String, RowCondition> of(TableSchema schema) {
    return of(schema, (column, text) -> Optional.empty());
  }

  /**
   * Reads conditions on rows of a table.
   *
   * @param names what texts mean in columns that refer to other rows
   * @return throws an {@link IllegalArgumentException} with the place for what it can't read
   */
  public static Function<String, RowCondition> of(
      TableSchema schema, BiFunction<Column, String, Optional<Object>> names) {
    return text -> {
      RowQuery query = RowQuery.ALL.filteredBy(FilterText.parse(schema, text, names));
      RowPredicate predicate = new RowPredicate(schema, query);
      return new RowCondition(
          predicate.columns(), row -> predicate.test(column -> asked(row, column)));
    };
  }

  /** As the window's filter takes it: a text that could not be taken is one in a text column. */
  private static @Nullable Object asked(RowCells row, Column column) {
    Optional<String> rejected = row.rejectedText(column);
    if (rejected.isEmpty()) {
      return row.value(column);
    }
    return column.type().isText() ? rejected.get() : null;
  }
}
