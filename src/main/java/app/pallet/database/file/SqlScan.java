package app.pallet.database.file;

import app.pallet.engine.sqlite.SqlTokens;
import app.pallet.engine.sqlite.SqlTokens.Kind;
import app.pallet.engine.sqlite.SqlTokens.Token;
import java.util.List;
import java.util.Set;

/**
 * Looks through the text of a CREATE TABLE statement for calls of functions, without running it.
 * What it can't make out it takes for a call.
 */
final class SqlScan {

  /** Words that stand before a bracket without calling anything. */
  private static final Set<String> PLAIN =
      Set.of("CHECK", "IN", "KEY", "UNIQUE", "NOT", "AND", "OR", "DEFAULT");

  /** Words after which the next name is that of a table and not of a function. */
  private static final Set<String> BEFORE_TABLE = Set.of("TABLE", "EXISTS", "REFERENCES");

  private SqlScan() {}

  /** Whether the statement's expressions call a function. */
  static boolean callsFunctions(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is("(") && isCall(tokens, i - 1)) {
        return true;
      }
    }
    return tokens.stream().anyMatch(token -> token.kind() == Kind.UNREADABLE || token.is("?"));
  }

  private static boolean isCall(List<Token> tokens, int name) {
    Token before = tokens.get(name);
    if (before.kind() == Kind.NAME || before.kind() == Kind.WORD) {
      boolean isTable =
          name > 0
              && tokens.get(name - 1).kind() == Kind.WORD
              && BEFORE_TABLE.contains(tokens.get(name - 1).upper());
      boolean isPlain = before.kind() == Kind.WORD && PLAIN.contains(before.upper());
      return !isTable && !isPlain;
    }
    return false;
  }
}
