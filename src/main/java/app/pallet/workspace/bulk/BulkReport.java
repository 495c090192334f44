package app.pallet.workspace.bulk;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation or a recipe makes of rows. {@code changed}, {@code unchanged}, {@code problems}
 * and {@code leftOut} add up to {@code rows}.
 *
 * @param rows all rows that were looked at
 * @param changed rows of which at least one cell changes, and none is a problem
 * @param unchanged rows that stay as they are
 * @param problems rows with a cell that would get what it can't take
 * @param leftOut rows to which nothing is done
 * @param first the first cells that change or become problems, in the order of the rows
 * @param wrong the first cells that become problems
 * @param staying the first rows to which nothing is done, as long as the user did not take them out
 * @param extremes for each column of numbers, how far its cells move
 * @param totals for each column of numbers, what its cells come to before and after
 */
public record BulkReport(
    long rows,
    long changed,
    long unchanged,
    long problems,
    long leftOut,
    List<Cell> first,
    List<Cell> wrong,
    List<Staying> staying,
    Map<Column, Extremes> extremes,
    Map<Column, Totals> totals) {

  public BulkReport {
    first = List.copyOf(first);
    wrong = List.copyOf(wrong);
    staying = List.copyOf(staying);
    extremes = Map.copyOf(extremes);
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /**
   * A cell before and after.
   *
   * @param row which row it is in
   * @param name what the row is called
   * @param before its text
   * @param after its text; the text that it can't take if there is a problem
   * @param problem what is wrong, as a sentence
   */
  public record Cell(
      RowKey row,
      String name,
      Column column,
      String before,
      String after,
      Optional<String> problem) {}

  /**
   * The cells of a column whose numbers move least and most, downwards first: the one that falls
   * most, or rises least, and the one that rises most.
   */
  public record Extremes(Cell least, Cell greatest) {}

  /** What the numbers of a column come to, of all rows to which something is done. */
  public record Totals(Numbers before, Numbers after) {}

  /**
   * Some numbers.
   *
   * @param count how many; the rest is 0 where there are none
   */
  public record Numbers(long count, BigDecimal sum, BigDecimal least, BigDecimal greatest) {}

  /** A row to which nothing is done, and why. */
  public record Staying(String name, Reason reason) {}

  /** Why nothing is done to a row. */
  public enum Reason {
    /** It is to be deleted. */
    DELETED,
    /** Its cells can't be written. */
    READ_ONLY,
    /** The user has taken it out. */
    TAKEN_OUT
  }
}
