package app.pallet.operation.recipe;

import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which rows a step is done to.
 *
 * @param reads the columns that it looks at
 * @param test whether a row is one of them
 */
public record RowCondition(Set<Column> reads, Predicate<RowCells> test) {

  /** Every row. */
  public static final RowCondition ALWAYS = new RowCondition(Set.of(), row -> true);
}
