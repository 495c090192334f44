package app.pallet.operation.text;

import app.pallet.operation.NoResultException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that can't run away. Some expressions take longer than the universe has
 * existed for a text of 40 letters; here the letters are counted that it looks at, and it gives up
 * beyond a limit of some milliseconds. Counted, not timed, so that the same text always gives the
 * same result. Immutable, for any thread.
 */
public final class LimitedPattern {

  /** Looks at letters for each search, and for each letter of the text besides. */
  private static final int LOOKS = 200_000;

  private static final int LOOKS_OF_A_LETTER = 100;
  private static final int LONGEST = 1_000_000;

  private final Pattern pattern;

  private LimitedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression as Java writes it.
   *
   * @param ignoreCase whether capital and small letters are the same
   * @throws IllegalArgumentException if it can't be read, with the place
   */
  public static LimitedPattern of(String expression, boolean ignoreCase) {
    int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    try {
      return new LimitedPattern(Pattern.compile(expression, flags));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "The regular expression \"%s\" can't be read: %s%s"
              .formatted(
                  expression,
                  e.getDescription(),
                  e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)),
          e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("The regular expression is nested too deeply", e);
    }
  }

  /**
   * Refuses a replacement that names a group which the expression doesn't have.
   *
   * @throws IllegalArgumentException if it does
   */
  public LimitedPattern requireGroups(String replacement) {
    Matcher whole = Pattern.compile(pattern.pattern() + "|", pattern.flags()).matcher("");
    whole.find(); // the empty text is always found, so that groups can be asked for
    try {
      whole.appendReplacement(new StringBuilder(), replacement);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The replacement \"%s\" can't be used: %s. Write \\$ for a dollar sign"
              .formatted(replacement, e.getMessage()),
          e);
    }
    return this;
  }

  /**
   * Replaces all that it finds.
   *
   * @param replacement with {@code $1} for a group
   * @throws NoResultException if that takes too long, or the result is too long
   */
  public String replaceAll(String text, String replacement) {
    return replace(text, replacement, false);
  }

  /** The same, or replaces the text if all of it is what is looked for. */
  String replace(String text, String replacement, boolean whole) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text));
      if (!begins(matcher, whole)) {
        return text;
      }
      StringBuilder result = new StringBuilder();
      do {
        matcher.appendReplacement(result, replacement);
        requireShort(result.length());
      } while (!whole && matcher.find());
      return matcher.appendTail(result).toString();
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /**
   * Whether a text has it, or is it.
   *
   * @throws NoResultException if that takes too long to find out
   */
  boolean isIn(String text, boolean whole) {
    try {
      return begins(pattern.matcher(new Counted(text)), whole);
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /** Tells all that it finds. */
  void spans(String text, boolean whole, TextSearch.SpanTaker taker) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text));
      for (boolean has = begins(matcher, whole); has; has = !whole && matcher.find()) {
        taker.take(matcher.start(), matcher.end());
      }
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static boolean begins(Matcher matcher, boolean whole) {
    return whole ? matcher.matches() : matcher.find();
  }

  private static NoResultException tooDeep() {
    return new NoResultException("The regular expression goes too deep for this text");
  }

  /**
   * Refuses a result that is longer than a cell could be.
   *
   * @throws NoResultException if it is
   */
  static void requireShort(long length) {
    if (length > LONGEST) {
      throw new NoResultException("Would become longer than 1,000,000 characters");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LimitedPattern that
        && pattern.pattern().equals(that.pattern.pattern())
        && pattern.flags() == that.pattern.flags();
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long left;

    Counted(String text) {
      this.text = text;
      this.left = LOOKS + (long) LOOKS_OF_A_LETTER * text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new NoResultException("The regular expression takes too long for this text");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
