package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnBuilder;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;

/**
 * Finds out whether all cells of a column are numbers that come back equal from a number column,
 * and how they are written. Confined to one thread.
 */
final class NumberShape {

  /** Digit strings of this length name things: barcodes, phone numbers, time stamps. */
  private static final int IDENTIFIER_DIGITS = 12;

  private static final int MONEY_DECIMALS = 2;
  private static final int MOST_MONEY_DECIMALS = 4;

  /** Number of decimals that a cell typed later may have, even if the file has fewer. */
  private static final int ROOM = 4;

  private boolean broken;
  private boolean points;
  private boolean commas;
  private boolean proven;
  private int wholeDigits;
  private int decimals;

  /**
   * Whether each cell has exactly the digits that a number column writes, with no zero more or
   * less.
   */
  private boolean likeNumbers = true;

  /** Whether each cell has the decimals that an amount column writes. */
  private boolean likeAmounts = true;

  /** Whether some text of the column has other digits than a number column would write. */
  private boolean respelled;

  boolean isBroken() {
    return broken;
  }

  /** Whether a number column would write some cell differently from the file. */
  boolean isRespelled() {
    return respelled;
  }

  /** Takes a cell that is a text whatever it looks like. */
  void acceptText() {
    broken = true;
  }

  /**
   * Takes a cell that isn't empty.
   *
   * @param sure whether a workbook holds it as a number, so that a point is the decimal sign
   */
  void accept(String cell, boolean sure) {
    int from = cell.charAt(0) == '-' ? 1 : 0;
    int sign = endOfDigits(cell, from);
    int whole = sign - from;
    int fraction = Math.max(0, cell.length() - sign - 1);
    int needed = neededDecimals(cell, sign);
    boolean wholeZero = whole == 0 || cell.charAt(from) == '0';
    boolean minusZero = from == 1 && wholeZero && needed == 0; // would lose its minus
    if (!isNumber(cell, from, sign) || minusZero) {
      broken = true;
      return;
    }
    if (fraction > 0) {
      takeSign(cell.charAt(sign), sure, fraction != 3 || wholeZero || whole > 3);
    }
    wholeDigits = Math.max(wholeDigits, wholeZero ? 0 : whole);
    decimals = Math.max(decimals, needed);
    respelled |= !sure && (whole == 0 || fraction != needed);
    compare(whole, fraction, needed);
    broken = (points && commas) || wholeDigits + decimals > ColumnRules.MAX_PRECISION;
  }

  /** Whether digits are all there is, but for a minus before them and one sign between them. */
  private static boolean isNumber(String cell, int from, int sign) {
    int whole = sign - from;
    boolean leadingZero = whole > 1 && cell.charAt(from) == '0';
    if (leadingZero || cell.length() > 2 * ColumnRules.MAX_PRECISION) {
      return false;
    }
    if (sign == cell.length()) {
      return whole > 0 && whole < IDENTIFIER_DIGITS;
    }
    return sign + 1 < cell.length()
        && (cell.charAt(sign) == '.' || cell.charAt(sign) == ',')
        && endOfDigits(cell, sign + 1) == cell.length();
  }

  /** Compares the digits that are there with those that columns write. */
  private void compare(int whole, int fraction, int needed) {
    likeNumbers &= whole > 0 && fraction == needed;
    likeAmounts &= fraction == Math.max(MONEY_DECIMALS, needed);
  }

  /** Decimals without the zeros at their end. */
  private static int neededDecimals(String cell, int sign) {
    int last = cell.length();
    while (last > sign && cell.charAt(last - 1) == '0') {
      last--;
    }
    return Math.max(0, last - sign - 1);
  }

  /** Takes a decimal sign, which proves nothing where it could stand between thousands. */
  private void takeSign(char sign, boolean sure, boolean proves) {
    proven |= sure || proves;
    if (!sure) {
      points |= sign == '.';
      commas |= sign == ',';
    }
  }

  /** How the cells are written. */
  CellFormat format() {
    return CellFormat.PLAIN.withNumbers(commas ? NumberStyle.COMMA : NumberStyle.POINT);
  }

  /** Whether each sign might also stand between thousands, so that nothing shows what it means. */
  boolean isAmbiguous() {
    return (points || commas) && !proven;
  }

  /**
   * The description of a column for these cells.
   *
   * @param money whether its heading says that they are amounts of money. They become amounts
   *     unless that would change their digits
   */
  ColumnBuilder column(String name, boolean money) {
    boolean fits = decimals <= MOST_MONEY_DECIMALS;
    if (money && fits && (likeAmounts || !likeNumbers)) {
      return decimal(name, ColumnType.MONEY, MONEY_DECIMALS);
    }
    return !money && !points && !commas && !proven
        ? Column.builder(name, ColumnType.WHOLE_NUMBER)
        : decimal(name, ColumnType.DECIMAL, ROOM);
  }

  private ColumnBuilder decimal(String name, ColumnType type, int room) {
    int free = ColumnRules.MAX_PRECISION - wholeDigits;
    int scale = Math.max(decimals, Math.min(room, free));
    return Column.builder(name, type).digits(ColumnRules.MAX_PRECISION, scale);
  }

  private static int endOfDigits(String cell, int from) {
    int at = from;
    while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
