package app.pallet.spreadsheet.xlsx;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that XML can't hold. A workbook writes the bell, for instance, as _x0007_. It puts
 * _x005F_ in the place of the first underscore of a text that only looks like this. Stateless, for
 * any thread.
 */
public final class EscapedText {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int HEXADECIMAL = 16;
  private static final int DIGITS = 4;
  private static final String UNDERSCORE = "_x005F_";

  private EscapedText() {}

  /** Escapes a text as a workbook holds it. */
  public static String encode(String text) {
    for (int i = 0; i < text.length(); i++) { // nearly every text needs nothing
      if (!isAllowed(text, i) || looksEscaped(text, i)) {
        return escaped(text);
      }
    }
    return text;
  }

  /** Gives back the escaped characters of a text. */
  public static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(match.group(1), HEXADECIMAL))));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (looksEscaped(text, i)) {
        escaped.append(UNDERSCORE);
      } else if (isAllowed(text, i)) {
        escaped.append(c);
      } else {
        escaped.append("_x%04X_".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  /**
   * Whether the underscore at a place would begin an escape, perhaps together with an escape that
   * follows it.
   */
  private static boolean looksEscaped(String text, int at) {
    int end = at + DIGITS + 2;
    if (end >= text.length() || text.charAt(at) != '_' || text.charAt(at + 1) != 'x') {
      return false;
    }
    for (int i = at + 2; i < end; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(end) == '_' || !isAllowed(text, end);
  }

  /** Whether XML can hold the character at a place. It can't hold half of a surrogate pair. */
  private static boolean isAllowed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
  }
}
