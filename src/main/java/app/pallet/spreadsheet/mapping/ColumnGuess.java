package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnBuilder;
import app.pallet.schema.ColumnType;
import app.pallet.spreadsheet.source.ExcelHabits;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, cell by cell, what one column of a file holds: the narrowest type that gives back
 * every cell. Confined to one thread.
 */
final class ColumnGuess {

  private static final int ISO_LENGTH = 10;

  private final NumberShape numbers = new NumberShape();
  private boolean dates = true;
  private boolean yesNo = true;
  private boolean texts;
  private boolean empty = true;
  private boolean complete = true;
  private @Nullable HashedTexts distinct = new HashedTexts();

  /** Takes the cell of the next row. */
  void accept(String cell, boolean number) {
    if (cell.isBlank()) {
      complete = false;
      distinct = null;
    }
    if (cell.isEmpty()) {
      return;
    }
    empty = false;
    if (!texts) {
      narrow(cell, number);
    }
    if (distinct != null && !isNew(distinct, cell)) {
      distinct = null;
    }
  }

  /** Takes the cell of the next row, which is a text whatever it looks like. */
  void acceptText(String cell) {
    if (!cell.isEmpty()) {
      numbers.acceptText();
    }
    accept(cell, false);
  }

  /** A key has one form. A unique column would change a cell that has another form. */
  private static boolean isNew(HashedTexts distinct, String cell) {
    String text = ExcelHabits.meant(cell, ColumnType.TEXT);
    return CellParser.keyForm(text).equals(text) && !text.isEmpty() && distinct.add(text);
  }

  private void narrow(String cell, boolean number) {
    if (!numbers.isBroken()) {
      numbers.accept(cell, number);
    }
    dates = dates && isDay(cell);
    yesNo = yesNo && (cell.equals("yes") || cell.equals("no"));
    texts = numbers.isBroken() && !dates && !yesNo;
  }

  /** Number of longs that are held to tell whether the column is unique. */
  int held() {
    return distinct == null ? 0 : distinct.capacity();
  }

  /** Number of longs by which one more cell may increase them. */
  int growth() {
    return distinct == null ? 0 : distinct.capacityForNext() - distinct.capacity();
  }

  /** Stops finding out whether the column is unique. */
  void forgetDistinct() {
    distinct = null;
  }

  boolean isComplete() {
    return complete && !empty;
  }

  /** Whether no cell is empty and a column of this type holds no value twice. */
  boolean isUnique(ColumnType type) {
    boolean oneTextAValue = type != ColumnType.DECIMAL && type != ColumnType.MONEY;
    return distinct != null && isComplete() && oneTextAValue;
  }

  CellFormat format() {
    return isNumber() ? numbers.format() : CellFormat.PLAIN;
  }

  /**
   * Starts the description of the column.
   *
   * @param money whether its heading says that its numbers are amounts of money
   */
  ColumnBuilder column(String name, boolean money) {
    if (isNumber() && (money || !numbers.isRespelled())) {
      return numbers.column(name, money);
    }
    if (isNumber() || empty || texts || numbers.isAmbiguous()) {
      return Column.builder(name, ColumnType.TEXT);
    }
    if (dates) {
      return Column.builder(name, ColumnType.DATE);
    }
    return Column.builder(name, yesNo ? ColumnType.YES_NO : ColumnType.TEXT);
  }

  private boolean isNumber() {
    return !empty && !numbers.isBroken() && !numbers.isAmbiguous();
  }

  private static boolean isDay(String cell) {
    if (cell.length() != ISO_LENGTH || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
      return false;
    }
    int year = number(cell, 0, 4);
    int month = number(cell, 5, 7);
    int day = number(cell, 8, ISO_LENGTH);
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static int number(String cell, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = cell.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
