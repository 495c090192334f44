package app.pallet.operation.text;

import app.pallet.operation.NoResultException;

/**
 * A text or an expression that is looked for in texts. To find it, to mark it and to replace it go
 * through a text in the same way, so that they always agree. Immutable, for any thread.
 */
public sealed interface TextSearch {

  /**
   * How a text is looked for.
   *
   * @param matchCase whether capital and small letters are different
   * @param wholeText whether it must be all of a text
   * @param expression whether it is a regular expression
   */
  record Options(boolean matchCase, boolean wholeText, boolean expression) {
    public static final Options NONE = new Options(false, false, false);
  }

  /** Learns where something was found. */
  @FunctionalInterface
  interface SpanTaker {
    /**
     * Takes a place.
     *
     * @param end index after the last letter
     */
    void take(int start, int end);
  }

  /**
   * A search for a text.
   *
   * @param text not empty
   * @throws IllegalArgumentException if the expression can't be read, with the place
   */
  static TextSearch of(String text, Options options) {
    boolean ignoreCase = !options.matchCase();
    return options.expression()
        ? new Expression(LimitedPattern.of(text, ignoreCase), options.wholeText())
        : new Plain(text, ignoreCase, options.wholeText());
  }

  /**
   * Whether a text has it.
   *
   * @throws NoResultException if that takes too long to find out
   */
  boolean isIn(String text);

  /**
   * Tells all places in a text.
   *
   * @throws NoResultException if that takes too long
   */
  void spans(String text, SpanTaker taker);

  /**
   * What puts something else into its place, wherever it stands.
   *
   * @throws IllegalArgumentException if it names a group that the expression doesn't have
   */
  TextRule replacing(String with);

  /** A text as it stands. */
  record Plain(String find, boolean ignoreCase, boolean wholeText) implements TextSearch {

    public Plain {
      if (find.isEmpty()) {
        throw new IllegalArgumentException("What is to be found must not be empty");
      }
    }

    @Override
    public boolean isIn(String text) {
      return next(text, 0) >= 0;
    }

    @Override
    public void spans(String text, SpanTaker taker) {
      for (int at = next(text, 0); at >= 0; at = next(text, at + find.length())) {
        taker.take(at, at + find.length());
      }
    }

    @Override
    public TextRule replacing(String with) {
      return text -> {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = next(text, 0); at >= 0; at = next(text, from)) {
          result.append(text, from, at).append(with);
          LimitedPattern.requireShort(result.length());
          from = at + find.length();
        }
        return from == 0 ? text : result.append(text, from, text.length()).toString();
      };
    }

    private int next(String text, int from) {
      if (wholeText && text.length() != find.length()) {
        return -1;
      }
      if (!ignoreCase) {
        return text.indexOf(find, from);
      }
      char upper = Character.toUpperCase(find.charAt(0));
      char lower = Character.toLowerCase(upper);
      for (int at = from; at <= text.length() - find.length(); at++) {
        char first = text.charAt(at);
        // most places are told by one letter; letters beyond ASCII have stranger partners
        boolean mayBegin = first == upper || first == lower || (first | upper | lower) > 127;
        if (mayBegin && text.regionMatches(true, at, find, 0, find.length())) {
          return at;
        }
      }
      return -1;
    }
  }

  /** A regular expression, which can't run away. */
  record Expression(LimitedPattern pattern, boolean wholeText) implements TextSearch {

    @Override
    public boolean isIn(String text) {
      return pattern.isIn(text, wholeText);
    }

    @Override
    public void spans(String text, SpanTaker taker) {
      pattern.spans(text, wholeText, taker);
    }

    @Override
    public TextRule replacing(String with) {
      pattern.requireGroups(with);
      return text -> pattern.replace(text, with, wholeText);
    }
  }
}
