package app.pallet.rows.query;

import java.util.Optional;
import java.util.function.Function;

/** A search pattern as SQL, for any number of columns with the same parameters. */
final class PatternSql {

  private final Optional<String> like;
  private final Optional<String> glob;

  /**
   * A pattern whose texts are bound once.
   *
   * @param bound gives the parameter that stands for a value
   */
  PatternSql(SearchPattern pattern, Function<Object, String> bound) {
    like = pattern.like().map(bound);
    glob = pattern.glob().map(bound);
  }

  /** Whether a column, given by its quoted name, has the text; unknown for NULL. */
  String of(String column) {
    // Without a LIKE the text is all beyond ASCII: a cell of ASCII letters alone can't contain it.
    String first =
        like.map(text -> column + " LIKE " + text + " ESCAPE '" + SearchPattern.ESCAPE + "'")
            .orElse("octet_length(" + column + ") > length(" + column + ")");
    return "(" + first + glob.map(text -> " AND " + column + " GLOB " + text).orElse("") + ")";
  }
}
