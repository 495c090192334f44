package app.pallet.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes headings comparable: {@code "Prix (€) *"}, {@code prix} and {@code PRIX} are the same.
 * Stateless.
 */
public final class HeaderName {

  private static final Pattern HINT = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

  /** Hints that make another quantity of a heading: grams must not become kilograms. */
  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          "[(\\[]\\s*(m?g|grams?|gramm|grammes?|lbs?|pounds?|oz|ounces?|t|cents?|ct)\\.?\\s*[)\\]]",
          Pattern.CASE_INSENSITIVE);

  private static final char LAST_ASCII = 0x7F;

  private HeaderName() {}

  /**
   * The heading in lower case without accents, hints in brackets other than units, and anything
   * that is neither letter nor digit.
   */
  public static String normalize(String heading) {
    return isPlain(heading) ? lettersAndDigits(heading) : lettersAndDigits(decomposed(heading));
  }

  /** Whether there is nothing in it that must be looked at more closely, as in most headings. */
  private static boolean isPlain(String heading) {
    for (int i = 0; i < heading.length(); i++) {
      char c = heading.charAt(i);
      if (c > LAST_ASCII || c == '(' || c == '[') {
        return false;
      }
    }
    return true;
  }

  private static String decomposed(String heading) {
    String withUnit = OTHER_UNIT.matcher(heading).replaceAll(" $1 ");
    String withoutHint = HINT.matcher(withUnit).replaceAll(" ");
    return Normalizer.normalize(withoutHint, Normalizer.Form.NFKD);
  }

  private static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int letter = lower.codePointAt(at);
      if (Character.isLetterOrDigit(letter)) {
        kept.appendCodePoint(letter);
      }
      at += Character.charCount(letter);
    }
    return kept.toString();
  }
}
