package app.pallet.spreadsheet.source;

import java.util.regex.Pattern;

/**
 * Keeps texts of products from being run as formulas by the spreadsheet that opens an exported
 * file. A text that begins like a formula gets an apostrophe before it; one that already begins
 * with apostrophes and goes on like a formula gets one more, so that taking exactly one away gives
 * back every text as it was. What runs nothing is not guarded: {@code -5} stays a number, in a
 * number column and in a text, and so does {@code +49 30 123456}. Stateless, for any thread.
 */
public final class FormulaGuard {

  private static final char MARK = '\'';
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile(
          "[+-](?:[0-9]+(?:[ .,\u00A0\u202F][0-9]+)*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?(?: ?%)?");

  private static final String STARTS = "=+-@\t\r";

  private FormulaGuard() {}

  /** The text with an apostrophe before it if a spreadsheet might run it, otherwise as it is. */
  public static String protect(String text) {
    return isRun(text, 0) && !PLAIN_NUMBER.matcher(text).matches() ? MARK + text : text;
  }

  /**
   * The text with an apostrophe before it if reading it again would give another text, otherwise as
   * it is: for cells of a workbook, which are texts by themselves and run nothing.
   */
  public static String escape(String text) {
    boolean same = restore(text).equals(text) && ExcelHabits.unwrap(text).equals(text);
    return same ? text : MARK + text;
  }

  /** The text without the apostrophe that {@link #protect} put before it, otherwise as it is. */
  public static String restore(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK && isRun(text, 1) ? text.substring(1) : text;
  }

  /** Whether a formula begins behind any number of apostrophes. */
  private static boolean isRun(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == MARK) {
      at++;
    }
    return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
