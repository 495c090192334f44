package app.pallet.engine.sqlite;

import app.pallet.engine.SearchPattern;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A search pattern as SQLite itself finds it whatever the case of its letters. {@code LIKE} is fast
 * but knows the case of ASCII letters only, so any other letter is a wildcard there. What it finds
 * is looked at again by {@code GLOB}, which takes a set of spellings for each letter. No row goes
 * through Java.
 *
 * @param like finds at least what contains the text; empty where it would find everything
 * @param glob finds just that; empty where {@code like} does already
 */
record LikePattern(Optional<String> like, Optional<String> glob) {

  /** How {@link #like} marks a character that is no wildcard. */
  private static final char ESCAPE = '\\';

  static LikePattern of(SearchPattern pattern) {
    StringBuilder like = new StringBuilder();
    StringBuilder glob = new StringBuilder();
    boolean exact = true;
    for (int letter : pattern.letters()) {
      Set<Integer> spellings = SearchPattern.spellings(letter);
      if (letter > 0x7f && spellings.size() > 1) {
        like.append('_');
        exact = false;
      } else {
        appendToLike(like, letter);
      }
      appendToGlob(glob, letter, spellings);
    }
    return new LikePattern(
        pattern.isBeyondAscii()
            ? Optional.empty()
            : Optional.of(placed(pattern.place(), "%", like)),
        exact ? Optional.empty() : Optional.of(placed(pattern.place(), "*", glob)));
  }

  /** Finds what contains a text of ASCII letters. */
  static LikePattern containing(String text) {
    StringBuilder like = new StringBuilder();
    text.chars().forEach(letter -> appendToLike(like, letter));
    return new LikePattern(
        Optional.of(placed(SearchPattern.Place.ANYWHERE, "%", like)), Optional.empty());
  }

  private static String placed(SearchPattern.Place place, String anything, StringBuilder text) {
    return switch (place) {
      case ANYWHERE -> anything + text + anything;
      case BEGINNING -> text + anything;
      case WHOLE -> text.toString();
    };
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

  /** The condition that it is found, from the quoted name of a column; unknown for NULL. */
  UnaryOperator<String> condition(Function<Object, String> bound) {
    Optional<String> likeParameter = like.map(bound);
    Optional<String> globParameter = glob.map(bound);
    // Without a LIKE the text is all beyond ASCII: a cell of ASCII letters alone can't contain it.
    return column ->
        "("
            + likeParameter
                .map(text -> column + " LIKE " + text + " ESCAPE '" + ESCAPE + "'")
                .orElse("octet_length(" + column + ") > length(" + column + ")")
            + globParameter.map(text -> " AND " + column + " GLOB " + text).orElse("")
            + ")";
  }
}
