package app.pallet.database.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the text of a CREATE TABLE statement for calls of functions, without running or
 * parsing it. Knows SQLite's quotes and comments; what it can't make out it takes for a call.
 */
final class SqlScan {

  /** Words that stand before a bracket without calling anything. */
  private static final Set<String> PLAIN =
      Set.of("CHECK", "IN", "KEY", "UNIQUE", "NOT", "AND", "OR", "DEFAULT");

  /** Words after which the next name is that of a table and not of a function. */
  private static final Set<String> BEFORE_TABLE = Set.of("TABLE", "EXISTS", "REFERENCES");

  private final String sql;
  private int at;

  private SqlScan(String sql) {
    this.sql = sql;
  }

  /** Whether the statement's expressions call a function. */
  static boolean callsFunctions(String sql) {
    List<String> tokens = new SqlScan(sql).tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(") && isCall(tokens, i - 1)) {
        return true;
      }
    }
    return tokens.contains("?");
  }

  private static boolean isCall(List<String> tokens, int name) {
    String word = tokens.get(name);
    boolean isName = word.equals("\"") || Character.isLetter(word.charAt(0));
    boolean isTable = name > 0 && BEFORE_TABLE.contains(tokens.get(name - 1));
    return isName && !isTable && !PLAIN.contains(word);
  }

  /**
   * The statement's words in upper case and its signs; a quoted name is {@code "}, a text {@code
   * '}, what can't be made out {@code ?}.
   */
  private List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    while (at < sql.length()) {
      String token = next();
      if (token != null) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private @Nullable String next() {
    char sign = sql.charAt(at);
    if (Character.isWhitespace(sign)) {
      at++;
      return null;
    }
    if (sql.startsWith("--", at)) {
      return skipComment("\n", 2);
    }
    if (sql.startsWith("/*", at)) {
      return skipComment("*/", 2);
    }
    return switch (sign) {
      case '"', '`' -> quoted(sign, "\"");
      case '[' -> quoted(']', "\"");
      case '\'' -> quoted('\'', "'");
      default -> Character.isLetterOrDigit(sign) || sign == '_' ? word() : String.valueOf(step());
    };
  }

  private char step() {
    return sql.charAt(at++);
  }

  private @Nullable String skipComment(String end, int length) {
    int found = sql.indexOf(end, at + length);
    at = found < 0 ? sql.length() : found + end.length();
    return null;
  }

  private String quoted(char quote, String token) {
    int end = at + 1;
    while (true) {
      end = sql.indexOf(quote, end);
      if (end < 0) {
        at = sql.length();
        return "?";
      }
      boolean doubled = quote != ']' && end + 1 < sql.length() && sql.charAt(end + 1) == quote;
      if (!doubled) {
        at = end + 1;
        return token;
      }
      end += 2;
    }
  }

  private String word() {
    int start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
      at++;
    }
    return sql.substring(start, at).toUpperCase(Locale.ROOT);
  }
}
