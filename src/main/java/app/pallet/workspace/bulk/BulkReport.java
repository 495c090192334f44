package app.pallet.workspace.bulk;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
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
 * @param leftOut rows that are to be deleted, are no longer there, or were taken out
 * @param first the first cells that change or become problems, in the order of the rows
 * @param extremes for each column of numbers, how far its cells move
 */
public record BulkReport(
    long rows,
    long changed,
    long unchanged,
    long problems,
    long leftOut,
    List<Cell> first,
    Map<Column, Extremes> extremes) {

  public BulkReport {
    first = List.copyOf(first);
    extremes = Map.copyOf(extremes);
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
}
