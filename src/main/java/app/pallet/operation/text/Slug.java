package app.pallet.operation.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes an address of a text: {@code Thé à la menthe, 50 g} becomes {@code the-a-la-menthe-50-g}.
 */
public final class Slug {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private Slug() {}

  /** Small letters without accents, digits, and a hyphen for all that is between them. */
  public static String of(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("đ", "d");
    String letters =
        MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    String joined = ENDS.matcher(OTHER.matcher(letters).replaceAll("-")).replaceAll("");
    return Normalizer.normalize(joined, Normalizer.Form.NFC); // letters of other scripts
  }
}
