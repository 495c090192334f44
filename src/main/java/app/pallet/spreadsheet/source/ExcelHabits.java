package app.pallet.spreadsheet.source;

import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.ColumnType;
import java.time.LocalDate;
import java.util.Set;

/** What Excel does to texts and days before they reach a file. Stateless, for any thread. */
public final class ExcelHabits {

  /** What spreadsheets write into text files where a formula failed, in several languages. */
  private static final Set<String> ERRORS =
      Set.of(
          ("#N/A #NV #N/D #REF! #BEZUG! #RIF! #¡REF! #DIV/0! #¡DIV/0! #VALUE! #WERT! #VALEUR!"
                  + " #VALORE! #¡VALOR! #NAME? #NOM? #NOME? #¿NOMBRE? #NUM! #ZAHL! #NOMBRE! #¡NUM!"
                  + " #NULL! #NUL! #¡NULO! #SPILL! #CALC! #GETTING_DATA"
                  + " Err:502 Err:504 Err:508 Err:522")
              .split(" "));

  /** Day 1 of Excel's calendar is 1900-01-01; this is its day 0, counted back from 1 March 1900. */
  private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

  /** Excel counts 29 February 1900, which never was, as day 60. */
  private static final long NO_DAY = 60;

  private static final long LAST_DAY = 2_958_465;
  private static final int MOST_DIGITS = 7;

  private ExcelHabits() {}

  /**
   * The text that a cell stands for, without what was put around it for spreadsheets. Every text of
   * a file passes through here before it is read.
   */
  public static String meant(String cell, ColumnType type) {
    if (cell.isEmpty()) {
      return cell;
    }
    return switch (cell.charAt(0)) {
      case '=' -> unwrap(cell);
      case '\'' -> type.isText() ? FormulaGuard.restore(cell) : cell;
      default -> cell;
    };
  }

  /**
   * The text that {@code ="00123"} stands for. People write this to keep Excel from reading a text
   * as a number. Any other text is returned unchanged, and nothing is computed.
   */
  static String unwrap(String text) {
    int end = text.length() - 1;
    if (end < 2 || text.charAt(0) != '=' || text.charAt(1) != '"' || text.charAt(end) != '"') {
      return text;
    }
    String inside = text.substring(2, end);
    if (inside.indexOf('"') < 0) {
      return inside;
    }
    String plain = inside.replace("\"\"", "");
    return plain.indexOf('"') < 0 ? inside.replace("\"\"", "\"") : text;
  }

  /**
   * The day of a serial number in the 1900 system, such as {@code 25569} for 1970-01-01.
   *
   * @param number as a workbook holds it, with a point
   */
  public static CellReading day(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    if (whole.isEmpty() || whole.length() > MOST_DIGITS || !isDigits(whole)) {
      return rejected("Is not a date");
    }
    if (point >= 0 && !number.substring(point + 1).replace("0", "").isEmpty()) {
      return rejected("Has a time of day");
    }
    long serial = Long.parseLong(whole);
    if (serial < 1 || serial == NO_DAY || serial > LAST_DAY) {
      return rejected("Is not a day in the calendar");
    }
    return new CellReading.Value(
        LocalDate.ofEpochDay(DAY_ZERO + serial + (serial < NO_DAY ? 1 : 0)));
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static CellReading.Rejected rejected(String message) {
    return new CellReading.Rejected(message, "a date such as 2026-12-31, or Excel's number of one");
  }

  /** Whether a text is nothing but an error, such as {@code #N/A}. */
  public static boolean isError(String text) {
    return (text.startsWith("#") || text.startsWith("Err:"))
        && ERRORS.contains(CellText.trim(text));
  }
}
