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

  private HeaderName() {}

  /**
   * The heading in lower case without accents, hints in brackets other than units, and anything
   * that is neither letter nor digit.
   */
  public static String normalize(String heading) {
    String withUnit = OTHER_UNIT.matcher(heading).replaceAll(" $1 ");
    String withoutHint = HINT.matcher(withUnit).replaceAll(" ");
    String decomposed = Normalizer.normalize(withoutHint, Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
