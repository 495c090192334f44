package app.pallet.engine.sqlite;

/**
 * Writes identifiers into SQL. Names of tables and columns may come from a file, so every one of
 * them goes through here; values never do, they are bound.
 */
public final class SqlName {

  private SqlName() {}

  /**
   * The name as a quoted identifier, whatever characters it holds.
   *
   * @throws IllegalArgumentException for a NUL character, which no SQL text can hold
   */
  public static String quote(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A name with a NUL character: " + name);
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as an SQL literal, for the few places where nothing can be bound. */
  public static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A text with a NUL character: " + text);
    }
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** One form for names and texts that differ by the case of A to Z alone. */
  public static String folded(String text) {
    StringBuilder form = new StringBuilder(text);
    for (int i = 0; i < form.length(); i++) {
      char letter = form.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        form.setCharAt(i, (char) (letter - 'A' + 'a'));
      }
    }
    return form.toString();
  }
}
