package app.pallet.workspace.statistics;

import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a column, with what is pending counted as it will be. Rows to be deleted count as
 * they are, as they do in the table.
 *
 * @param rows how many rows there are
 * @param empty how many of them hold nothing
 * @param unread how many hold a text that the column can't take
 * @param distinct how many different values there are
 * @param least the least value, by the order in which the column is sorted; null if there is none
 * @param greatest the greatest
 * @param mean of numbers, exact to 10 decimals
 * @param bars how the values are spread, from the least to the greatest; none for texts
 */
public record ColumnFigures(
    Column column,
    long rows,
    long empty,
    long unread,
    long distinct,
    @Nullable Object least,
    @Nullable Object greatest,
    Optional<BigDecimal> mean,
    List<Bar> bars) {

  public ColumnFigures {
    bars = List.copyOf(bars);
  }

  /**
   * A part of the values.
   *
   * @param from the least value that would belong to it
   * @param to the greatest
   * @param rows how many do
   */
  public record Bar(Object from, Object to, long rows) {}
}
