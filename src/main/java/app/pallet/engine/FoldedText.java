package app.pallet.engine;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Texts as they are searched and sorted: without accents, in lower case, ligatures spelled out, and
 * whichever way a letter was composed. {@code Größe}, {@code GRÖSSE} and {@code grosse} are one.
 * {@link #accented} keeps accents and ligatures.
 */
public final class FoldedText {

  private static final int ASCII = 0x80;

  /** Beyond the Latin letters with accents a text is folded as a whole. */
  private static final int LATIN = 0x250;

  private static final String[] LETTERS = new String[LATIN];

  static {
    for (int letter = 0; letter < LATIN; letter++) {
      LETTERS[letter] = whole(Character.toString(letter));
    }
  }

  private FoldedText() {}

  /** The folded form of a text; of a folded text it is that text. */
  public static String of(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= LATIN) {
        return whole(text);
      }
      boolean same = letter < ASCII && !(letter >= 'A' && letter <= 'Z');
      if (folded == null && !same) {
        folded = new StringBuilder(text.length() + 4).append(text, 0, i);
      }
      if (folded != null) {
        folded.append(LETTERS[letter]);
      }
    }
    return folded == null ? text : folded.toString();
  }

  /** A text in lower case with its accents, as letters that are followed by them. */
  public static String accented(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace('ς', 'σ');
  }

  /** Whether a character is an accent of the letter before it. */
  static boolean isAccent(char letter) {
    return letter >= '\u0300' && letter <= '\u036f';
  }

  private static String whole(String text) {
    String accented = accented(text);
    StringBuilder folded = new StringBuilder(accented.length());
    for (int i = 0; i < accented.length(); i++) {
      char letter = accented.charAt(i);
      switch (letter) {
        case 'ß' -> folded.append("ss");
        case 'æ' -> folded.append("ae");
        case 'œ' -> folded.append("oe");
        case 'ø' -> folded.append('o');
        case 'ł' -> folded.append('l');
        case 'đ' -> folded.append('d');
        case 'ı' -> folded.append('i');
        default -> {
          if (!isAccent(letter)) { // in other scripts a mark may be a vowel
            folded.append(letter);
          }
        }
      }
    }
    return folded.toString();
  }
}
