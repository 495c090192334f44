package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.xlsx.WorkbookNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The number behind the text of a table cell, as LibreOffice (sdval) and Google Sheets
 * (data-sheets-value) tell it. It is taken only where the text shows just that number, perhaps
 * rounded or shortened: a date, a percentage and an article number with zeros before it are numbers
 * inside, too.
 */
final class RawValue {

  private static final Pattern SHEETS_NUMBER =
      Pattern.compile("\\{\"1\":3,\"3\":([-0-9.Ee+]+)[,}].*", Pattern.DOTALL);

  private static final Pattern SHORTENED = Pattern.compile("-?[0-9]+([.,][0-9]+)?[Ee][+-]?[0-9]+");

  /** Digits behind the point that a cell may show. */
  private static final int MAX_SCALE = 20;

  private RawValue() {}

  /**
   * The number in plain digits; empty where there is none or the text shows something else.
   *
   * @param shown the cell's text
   */
  static Optional<String> of(Element cell, String shown) {
    String stored = cell.attr("sdval");
    if (stored.isEmpty()) {
      Matcher sheets = SHEETS_NUMBER.matcher(cell.attr("data-sheets-value"));
      stored = sheets.matches() ? sheets.group(1) : "";
    }
    return stored.isEmpty()
        ? Optional.empty()
        : WorkbookNumber.plain(stored).filter(plain -> shows(shown, plain));
  }

  private static boolean shows(String shown, String plain) {
    if (SHORTENED.matcher(shown).matches()) {
      return true;
    }
    String digits = digits(shown);
    if (digits.isEmpty() || shown.indexOf('%') >= 0) {
      return false;
    }
    BigDecimal number = new BigDecimal(plain);
    for (int scale = 0; scale <= MAX_SCALE && scale < digits.length(); scale++) {
      if (digits(number.setScale(scale, RoundingMode.HALF_UP).toPlainString()).equals(digits)) {
        return true;
      }
    }
    return false;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
