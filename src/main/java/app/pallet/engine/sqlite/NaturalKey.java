package app.pallet.engine.sqlite;

import app.pallet.engine.FoldedText;

/**
 * What texts are sorted by in natural order: each number is preceded by how long it is, so that a
 * comparison letter by letter puts {@code SKU-2} before {@code SKU-10}. Zeros in front of a number
 * don't count, and a decimal sign is a letter like any other, as in the numbers of versions.
 */
final class NaturalKey {

  /** Digits that one figure can count; before more stand a 9 and a number of nine figures. */
  private static final int FEW = 9;

  private NaturalKey() {}

  /** The key of a text; other than that, as {@link FoldedText} makes it. */
  static String of(String text) {
    String folded = FoldedText.of(text);
    StringBuilder key = new StringBuilder(folded.length() + 8);
    int at = 0;
    while (at < folded.length()) {
      int end = endOfDigits(folded, at);
      if (end == at) {
        key.append(folded.charAt(at++));
      } else {
        appendNumber(folded, at, end, key);
        at = end;
      }
    }
    return key.toString();
  }

  private static void appendNumber(String text, int begin, int end, StringBuilder key) {
    int from = begin;
    while (from < end - 1 && Character.digit(text.charAt(from), 10) == 0) {
      from++;
    }
    int digits = end - from;
    if (digits <= FEW) {
      key.append((char) ('0' + digits - 1));
    } else {
      key.append('9').append("%09d".formatted(digits));
    }
    for (int i = from; i < end; i++) {
      key.append((char) ('0' + Character.digit(text.charAt(i), 10)));
    }
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
