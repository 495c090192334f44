package app.pallet.engine.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of an SQL statement apart without running it. Knows SQLite's quotes and comments:
 *
 * <pre>{@code
 * SqlTokens.of("CHECK ([a b] >= 1.5)") // CHECK, (, name "a b", >=, number 1.5, )
 * }</pre>
 */
public final class SqlTokens {

  /** What a part of a statement is. */
  public enum Kind {
    /** A word without quotes: a keyword or a name. */
    WORD,
    /** A name in quotes or brackets. */
    NAME,
    /** A text. */
    TEXT,
    /** A number without a sign. */
    NUMBER,
    /** Anything else, such as a bracket or {@code >=}. */
    SIGN,
    /** The rest of a statement in which a quote is not closed. */
    UNREADABLE
  }

  /**
   * A part of a statement.
   *
   * @param kind what it is
   * @param text without its quotes
   * @param start where it starts in the statement
   * @param end where it has ended
   */
  public record Token(Kind kind, String text, int start, int end) {

    /** Whether it is this keyword or sign; upper and lower case are the same. */
    public boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    /** Its text as keywords are written. */
    public String upper() {
      return text.toUpperCase(Locale.ROOT);
    }
  }

  private static final List<String> LONG_SIGNS = List.of(">=", "<=", "<>", "!=", "==", "||", "->");

  private final String sql;
  private int at;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** The parts of a statement, without blanks and comments. */
  public static List<Token> of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    List<Token> found = new ArrayList<>();
    while (tokens.at < sql.length()) {
      Token token = tokens.next();
      if (token != null) {
        found.add(token);
      }
    }
    return found;
  }

  private @Nullable Token next() {
    char sign = sql.charAt(at);
    if (Character.isWhitespace(sign)) {
      at++;
      return null;
    }
    if (sql.startsWith("--", at)) {
      return skipComment("\n");
    }
    if (sql.startsWith("/*", at)) {
      return skipComment("*/");
    }
    return switch (sign) {
      case '"', '`' -> quoted(sign, Kind.NAME);
      case '[' -> quoted(']', Kind.NAME);
      case '\'' -> quoted('\'', Kind.TEXT);
      default -> plain(sign);
    };
  }

  private Token plain(char sign) {
    if (isDigit(sign) || (sign == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
      return number();
    }
    if (isInWord(sign)) {
      int start = at;
      while (at < sql.length() && isInWord(sql.charAt(at))) {
        at++;
      }
      return new Token(Kind.WORD, sql.substring(start, at), start, at);
    }
    for (String longer : LONG_SIGNS) {
      if (sql.startsWith(longer, at)) {
        return sign(longer);
      }
    }
    return sign(String.valueOf(sign));
  }

  private Token sign(String text) {
    int start = at;
    at += text.length();
    return new Token(Kind.SIGN, text, start, at);
  }

  private Token number() {
    int start = at;
    while (at < sql.length() && (isInWord(sql.charAt(at)) || isInNumber(start))) {
      at++;
    }
    return new Token(Kind.NUMBER, sql.substring(start, at), start, at);
  }

  /** Whether the sign at hand goes on with a number: its point, or the sign of its exponent. */
  private boolean isInNumber(int start) {
    char sign = sql.charAt(at);
    boolean afterExponent = at > start && "eE".indexOf(sql.charAt(at - 1)) >= 0;
    return sign == '.' || ((sign == '-' || sign == '+') && afterExponent);
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /** SQLite takes every character beyond ASCII for a letter. */
  private static boolean isInWord(char sign) {
    return sign > 0x7F || Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
  }

  private @Nullable Token skipComment(String end) {
    int found = sql.indexOf(end, at + 2);
    at = found < 0 ? sql.length() : found + end.length();
    return null;
  }

  private Token quoted(char quote, Kind kind) {
    int start = at;
    int end = at + 1;
    while (true) {
      end = sql.indexOf(quote, end);
      if (end < 0) {
        at = sql.length();
        return new Token(Kind.UNREADABLE, sql.substring(start), start, at);
      }
      boolean doubled = quote != ']' && end + 1 < sql.length() && sql.charAt(end + 1) == quote;
      if (!doubled) {
        at = end + 1;
        String one = String.valueOf(quote);
        String text = sql.substring(start + 1, end);
        return new Token(kind, quote == ']' ? text : text.replace(one + one, one), start, at);
      }
      end += 2;
    }
  }
}
