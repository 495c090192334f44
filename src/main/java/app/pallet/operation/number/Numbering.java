package app.pallet.operation.number;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.Set;

/**
 * Numbers the rows in their order, such as {@code A-0010}, {@code A-0020}.
 *
 * @param start the first number, at least 0
 * @param step what is added from row to row, not 0
 * @param digits how many digits each number has at least, with zeros in front of it
 * @param prefix what stands before each number; empty in a column of numbers
 */
public record Numbering(Column column, long start, long step, int digits, String prefix)
    implements ColumnOperation {

  private static final int MOST_DIGITS = 18;

  public Numbering {
    ColumnOperation.requireWritable(column);
    ColumnOperation.require(
        column.type().isText() || (column.type().isNumeric() && prefix.isEmpty()),
        column,
        "numbers with what stands before them");
    if (start < 0 || step == 0 || digits < 0 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "Numbers start at 0 or more, have a step other than 0 and up to 18 digits");
    }
  }

  @Override
  public Set<Column> reads() {
    return Set.of();
  }

  @Override
  public Operation started() {
    return new Counting();
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    return result(row, start);
  }

  private CellResult result(RowCells row, long number) {
    if (number < 0) { // also where it has become greater than any
      return CellResult.refused(row, column, "Would get a number below 0 or beyond all numbers");
    }
    String text = Long.toString(number);
    String zeros = "0".repeat(Math.max(0, digits - text.length()));
    return CellResult.ofText(column, prefix + zeros + text, CellFormat.PLAIN);
  }

  /** Counts the rows of one run. */
  private final class Counting implements Operation {

    private long next = start;

    @Override
    public Set<Column> reads() {
      return Numbering.this.reads();
    }

    @Override
    public Set<Column> writes() {
      return Numbering.this.writes();
    }

    @Override
    public CellResult apply(RowCells row, Column cell, RowCells first) {
      long number = next;
      next = number < 0 ? number : number + step;
      return result(row, number);
    }
  }
}
