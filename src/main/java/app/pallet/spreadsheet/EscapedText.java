package app.pallet.spreadsheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workbooks write characters that XML can't hold, such as a carriage return, as _x000D_. */
final class EscapedText {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int HEXADECIMAL = 16;

  private EscapedText() {}

  /** The text with its escaped characters; an underscore before an "x" is escaped itself. */
  static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(match.group(1), HEXADECIMAL))));
  }
}
