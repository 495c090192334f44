package app.pallet.rows.query;

import app.pallet.engine.SearchPattern;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Finds in plain Java what a database finds by the same {@link SearchPattern}, in texts that are
 * not stored yet. Immutable.
 */
final class TextPattern implements Predicate<String> {

  private static final int LAST_ASCII = 0x7f;

  private final int[][] letters;
  private final SearchPattern.Place place;
  private final boolean wantsMoreThanAscii;

  /** Finds a pattern. */
  TextPattern(SearchPattern pattern) {
    this.letters =
        Arrays.stream(pattern.letters()).mapToObj(TextPattern::spellings).toArray(int[][]::new);
    this.place = pattern.place();
    this.wantsMoreThanAscii = pattern.isBeyondAscii();
  }

  private static int[] spellings(int letter) {
    return SearchPattern.spellings(letter).stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean test(String text) {
    if (wantsMoreThanAscii && text.chars().allMatch(c -> c <= LAST_ASCII)) {
      return false;
    }
    return switch (place) {
      case WHOLE -> endAt(text, 0) == text.length();
      case BEGINNING -> endAt(text, 0) >= 0;
      case ANYWHERE -> isAnywhere(text);
    };
  }

  private boolean isAnywhere(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (endAt(text, at) >= 0) {
        return true;
      }
    }
    return letters.length == 0;
  }

  /** Where the pattern ends that begins at a place, or -1 if it doesn't begin there. */
  private int endAt(String text, int begin) {
    int at = begin;
    for (int[] letter : letters) {
      if (at == text.length()) {
        return -1;
      }
      int found = text.codePointAt(at);
      if (!isOneOf(letter, found)) {
        return -1;
      }
      at += Character.charCount(found);
    }
    return at;
  }

  private static boolean isOneOf(int[] spellings, int letter) {
    for (int spelling : spellings) {
      if (spelling == letter) {
        return true;
      }
    }
    return false;
  }
}
