package app.pallet.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes headings comparable: {@code "Prix (€) *"}, {@code prix} and {@code PRIX} are the same. */
final class HeaderName {

  private static final Pattern HINT = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

  private HeaderName() {}

  /**
   * The heading in lower case without accents, hints in brackets, and anything that is neither
   * letter nor digit.
   */
  static String normalize(String heading) {
    String withoutHint = HINT.matcher(heading).replaceAll(" ");
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
