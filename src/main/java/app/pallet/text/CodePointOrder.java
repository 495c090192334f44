package app.pallet.text;

import java.util.Comparator;

/**
 * The order in which SQLite and other databases keep texts in UTF-8: by code point. Java's own
 * order is by UTF-16 unit, which differs for characters beyond U+FFFF. Stateless, for any thread.
 */
public final class CodePointOrder implements Comparator<String> {

  /** The order. */
  public static final CodePointOrder TEXTS = new CodePointOrder();

  private CodePointOrder() {}

  @Override
  public int compare(String first, String second) {
    int length = Math.min(first.length(), second.length());
    for (int i = 0; i < length; i++) {
      char one = first.charAt(i);
      char other = second.charAt(i);
      if (one != other) {
        return rank(one) - rank(other);
      }
    }
    return first.length() - second.length();
  }

  /** Surrogates stand for code points beyond all others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
