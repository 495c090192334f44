package app.pallet.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A text that is looked for in cells, whatever the case of its letters. Its first 1,000 letters
 * count, so that a pasted page of text is a search and not an error.
 *
 * <p>{@code new SearchPattern("größe", Place.BEGINNING)} finds {@code GRÖẞE 38}.
 *
 * @param text what is looked for
 * @param place where in a cell it may stand
 */
public record SearchPattern(String text, Place place) {

  /** Letters that count. */
  private static final int LONGEST = 1_000;

  private static final int LAST_ASCII = 0x7f;

  /** Where in a cell the text may stand. */
  public enum Place {
    /** Anywhere. */
    ANYWHERE,
    /** At its beginning. */
    BEGINNING,
    /** It is all there is. */
    WHOLE
  }

  /** The letters that count, as code points; a NUL ends a text in a database, so none counts. */
  public int[] letters() {
    return text.codePoints().filter(c -> c != 0).limit(LONGEST).toArray();
  }

  /** Whether all of the text counts; cells with a longer one are compared letter by letter. */
  public boolean isWhole() {
    return text.codePointCount(0, text.length()) <= LONGEST;
  }

  /**
   * Whether no letter of the text is ASCII or written in one way only. A cell of ASCII letters
   * alone then does not have it, whatever {@link #spellings} says of a letter such as the Kelvin
   * sign.
   */
  public boolean isBeyondAscii() {
    int[] letters = letters();
    for (int letter : letters) {
      if (letter <= LAST_ASCII || spellings(letter).size() == 1) {
        return false;
      }
    }
    return letters.length > 0;
  }

  /** The letter itself, which comes first, and the same letter in other cases. */
  public static Set<Integer> spellings(int letter) {
    Set<Integer> spellings = new LinkedHashSet<>();
    spellings.add(letter);
    int upper = Character.toUpperCase(letter);
    spellings.add(upper);
    spellings.add(Character.toLowerCase(letter));
    spellings.add(Character.toLowerCase(upper));
    spellings.add(Character.toTitleCase(letter));
    if (letter == 'ß') {
      spellings.add((int) 'ẞ'); // Java's upper case of ß is SS, which is no letter
    }
    return spellings;
  }
}
