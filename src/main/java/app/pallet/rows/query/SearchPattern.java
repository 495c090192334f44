package app.pallet.rows.query;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Patterns by which SQLite itself finds a text in a cell whatever the case of its letters. {@code
 * LIKE} is fast but knows the case of ASCII letters only, so any other letter is a wildcard there;
 * what it finds is looked at again by {@code GLOB}, which takes a set of spellings for each letter.
 * No row goes through Java.
 *
 * @param like finds at least what contains the text; empty where it would find everything
 * @param glob finds just that; empty where {@code like} does already
 */
public record SearchPattern(Optional<String> like, Optional<String> glob) {

  /** How {@link #like} marks a character that is no wildcard. */
  static final char ESCAPE = '\\';

  /** So that a pasted page of text is a search and not an error: SQLite's patterns end at 50 kB. */
  static final int LONGEST = 1_000;

  /** Where in a cell the text may stand. */
  enum Place {
    /** Anywhere. */
    ANYWHERE("%", "*", "%", "*"),
    /** At its beginning. */
    BEGINNING("", "", "%", "*"),
    /** It is all there is. */
    WHOLE("", "", "", "");

    private final String beforeLike;
    private final String beforeGlob;
    private final String behindLike;
    private final String behindGlob;

    Place(String beforeLike, String beforeGlob, String behindLike, String behindGlob) {
      this.beforeLike = beforeLike;
      this.beforeGlob = beforeGlob;
      this.behindLike = behindLike;
      this.behindGlob = behindGlob;
    }
  }

  /** Patterns for cells that contain a text, of which the first 1,000 characters count. */
  static SearchPattern containing(String text) {
    return of(text, Place.ANYWHERE);
  }

  /** Patterns for cells that have a text at a place; its first 1,000 characters count. */
  static SearchPattern of(String text, Place place) {
    int[] letters = letters(text);
    StringBuilder like = new StringBuilder(place.beforeLike);
    StringBuilder glob = new StringBuilder(place.beforeGlob);
    boolean selective = false;
    boolean exact = true;
    for (int letter : letters) {
      Set<Integer> spellings = spellings(letter);
      if (letter > 0x7f && spellings.size() > 1) {
        like.append('_');
        exact = false;
      } else {
        appendToLike(like, letter);
        selective = true;
      }
      appendToGlob(glob, letter, spellings);
    }
    return new SearchPattern(
        selective || exact ? Optional.of(like + place.behindLike) : Optional.empty(),
        exact ? Optional.empty() : Optional.of(glob + place.behindGlob));
  }

  private static void appendToLike(StringBuilder like, int letter) {
    if (letter == '%' || letter == '_' || letter == ESCAPE) {
      like.append(ESCAPE);
    }
    like.appendCodePoint(letter);
  }

  private static void appendToGlob(StringBuilder glob, int letter, Set<Integer> spellings) {
    boolean set = spellings.size() > 1 || letter == '*' || letter == '?' || letter == '[';
    glob.append(set ? "[" : "");
    spellings.forEach(glob::appendCodePoint);
    glob.append(set ? "]" : "");
  }

  /** Whether a pattern holds all of a text; what is longer is compared letter by letter. */
  static boolean isWhole(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST;
  }

  /** The letters of a text that count. */
  public static int[] letters(String text) {
    return text.codePoints().filter(c -> c != 0).limit(LONGEST).toArray();
  }

  /** The letter itself and the same letter in other cases. */
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
