package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.discovery.CheckRule;
import app.pallet.engine.discovery.CheckRule.Side;
import app.pallet.engine.discovery.DiscoveredTable.Trait;
import app.pallet.engine.sqlite.SqlTokens;
import app.pallet.engine.sqlite.SqlTokens.Kind;
import app.pallet.engine.sqlite.SqlTokens.Token;
import app.pallet.engine.sqlite.discovery.DeclaredType.Affinity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only the text of a CREATE TABLE statement says: its CHECK conditions, how it compares texts,
 * and what becomes of a row that breaks a rule. A condition of a form that is not surely understood
 * stays {@link CheckRule.Other}.
 */
final class TableRules {

  /** The ways of comparing texts that every SQLite knows. */
  private static final Set<String> KNOWN_ORDERS = Set.of("BINARY", "NOCASE", "RTRIM");

  private static final int MOST_EXPONENT = 400; // no double is larger

  private final String sql;
  private final List<Token> tokens;
  private final Map<String, Typed> types;
  private final List<CheckRule> rules = new ArrayList<>();

  /**
   * A column.
   *
   * @param name as the table spells it
   */
  record Typed(String name, DeclaredType type) {
    boolean isNumeric() {
      return switch (type.affinity()) {
        case INTEGER, REAL, NUMERIC -> true;
        case TEXT, BLOB -> false;
      };
    }
  }

  /**
   * Reads a statement.
   *
   * @param sql the statement
   * @param types of the table's columns, by their names as {@link SqliteTables#key} has them
   */
  TableRules(String sql, Map<String, Typed> types) {
    this.sql = sql;
    this.types = types;
    tokens = SqlTokens.of(sql);
    if (isReadable()) {
      readChecks();
    }
  }

  /** The rules, in the order of the statement. */
  List<CheckRule> rules() {
    return rules;
  }

  /** Whether the statement orders texts in a way that SQLite alone does not know. */
  boolean hasUnknownOrder() {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1).is("COLLATE") && !isKnownOrder(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether every SQLite knows this way of comparing texts. */
  static boolean isKnownOrder(String name) {
    return KNOWN_ORDERS.contains(name.toUpperCase(Locale.ROOT));
  }

  /** What else the statement says. */
  Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (!isReadable()) {
      traits.add(Trait.RULES_UNKNOWN);
    }
    for (int i = 1; i < tokens.size(); i++) {
      Token last = tokens.get(i);
      if (tokens.get(i - 1).is("CONFLICT") && (last.is("REPLACE") || last.is("IGNORE"))) {
        traits.add(Trait.REPLACES_ROWS);
      }
    }
    return traits;
  }

  private boolean isReadable() {
    int depth = 0;
    for (Token token : tokens) {
      depth += depth(token);
      if (depth < 0 || token.kind() == Kind.UNREADABLE) {
        return false;
      }
    }
    return depth == 0;
  }

  private static int depth(Token token) {
    if (token.is("(")) {
      return 1;
    }
    return token.is(")") ? -1 : 0;
  }

  private void readChecks() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      if (depth == 1 && opens && tokens.get(i).is("CHECK")) {
        int end = closing(tokens, i + 1);
        readCondition(tokens.subList(i + 2, end));
        i = end;
      }
    }
  }

  /** Where the bracket ends that opens here. */
  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Reads a condition; what AND joins are rules of their own. */
  private void readCondition(List<Token> wrapped) {
    List<Token> condition = unwrapped(wrapped);
    int start = 0;
    int depth = 0;
    boolean between = false;
    List<List<Token>> parts = new ArrayList<>();
    for (int i = 0; i < condition.size(); i++) {
      Token token = condition.get(i);
      depth += depth(token);
      if (depth == 0 && token.is("OR")) {
        addOther(condition);
        return;
      }
      if (depth == 0 && token.is("BETWEEN")) {
        between = true;
      } else if (depth == 0 && token.is("AND")) {
        if (!between) {
          parts.add(condition.subList(start, i));
          start = i + 1;
        }
        between = false;
      }
    }
    if (parts.isEmpty()) {
      readOne(condition);
      return;
    }
    parts.add(condition.subList(start, condition.size()));
    parts.forEach(this::readCondition);
  }

  private static List<Token> unwrapped(List<Token> condition) {
    List<Token> inner = condition;
    while (inner.size() > 1 && inner.getFirst().is("(") && closing(inner, 0) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private void addOther(List<Token> condition) {
    if (!condition.isEmpty()) {
      rules.add(
          new CheckRule.Other(
              sql.substring(condition.getFirst().start(), condition.getLast().end())));
    }
  }

  private void readOne(List<Token> condition) {
    List<CheckRule> found = new ArrayList<>();
    if (condition.size() > 2) {
      readLength(condition).ifPresent(found::add);
      if (found.isEmpty()) {
        readList(condition).ifPresent(found::add);
      }
      if (found.isEmpty()) {
        readBounds(condition, found);
      }
    }
    if (found.isEmpty()) {
      addOther(condition);
    }
    rules.addAll(found);
  }

  /** {@code length(name) <= 40}. */
  private Optional<CheckRule> readLength(List<Token> tokens) {
    if (tokens.size() != 6
        || !tokens.get(0).is("length")
        || !tokens.get(1).is("(")
        || !tokens.get(3).is(")")) {
      return Optional.empty();
    }
    Optional<Typed> column =
        column(tokens.subList(2, 3)).filter(found -> found.type().affinity() == Affinity.TEXT);
    Optional<BigDecimal> number = number(tokens.subList(5, 6));
    if (column.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    boolean below = tokens.get(4).is("<");
    if (!below && !tokens.get(4).is("<=")) {
      return Optional.empty();
    }
    try {
      int most = number.get().intValueExact() - (below ? 1 : 0);
      return Optional.of(new CheckRule.Longest(column.get().name(), most));
    } catch (ArithmeticException e) { // no whole number, or a huge one
      return Optional.empty();
    }
  }

  /** {@code status IN ('new', 'old')}. */
  private Optional<CheckRule> readList(List<Token> tokens) {
    Optional<Typed> column = column(tokens.subList(0, 1));
    if (column.isEmpty()
        || !tokens.get(1).is("IN")
        || !tokens.get(2).is("(")
        || closing(tokens, 2) != tokens.size() - 1) {
      return Optional.empty();
    }
    List<String> choices = new ArrayList<>();
    for (int i = 3; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      boolean isComma = (i - 3) % 2 == 1;
      boolean isText = token.kind() == Kind.TEXT;
      boolean isNumber = token.kind() == Kind.NUMBER && number(List.of(token)).isPresent();
      if (isComma ? !token.is(",") : !isText && !isNumber) {
        return Optional.empty();
      }
      if (isText == column.get().isNumeric() && !isComma) {
        return Optional.empty(); // SQLite would turn one into the other, in a way of its own
      }
      if (!isComma) {
        choices.add(token.text());
      }
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckRule.OneOf(column.get().name(), choices));
  }

  /** {@code price >= 0}, {@code 0 < price}, {@code price BETWEEN 1 AND 9}. */
  private void readBounds(List<Token> tokens, List<CheckRule> found) {
    Optional<Typed> left = column(tokens.subList(0, 1)).filter(Typed::isNumeric);
    Optional<Typed> right =
        column(tokens.subList(tokens.size() - 1, tokens.size())).filter(Typed::isNumeric);
    if (left.isPresent() && tokens.get(1).is("BETWEEN")) {
      int and = 2;
      while (and < tokens.size() && !tokens.get(and).is("AND")) {
        and++;
      }
      Optional<BigDecimal> least = number(tokens.subList(2, and));
      Optional<BigDecimal> most =
          and < tokens.size() ? number(tokens.subList(and + 1, tokens.size())) : Optional.empty();
      if (least.isPresent() && most.isPresent()) {
        found.add(new CheckRule.Bound(left.get().name(), Side.LOWER, true, least.get()));
        found.add(new CheckRule.Bound(left.get().name(), Side.UPPER, true, most.get()));
      }
    } else if (left.isPresent()) {
      number(tokens.subList(2, tokens.size()))
          .flatMap(value -> bound(left.get().name(), tokens.get(1), value, false))
          .ifPresent(found::add);
    } else if (right.isPresent()) {
      int sign = tokens.size() - 2;
      number(tokens.subList(0, sign))
          .flatMap(value -> bound(right.get().name(), tokens.get(sign), value, true))
          .ifPresent(found::add);
    }
  }

  private static Optional<CheckRule> bound(
      String column, Token sign, BigDecimal value, boolean mirrored) {
    boolean included = sign.is(">=") || sign.is("<=");
    boolean greater = sign.is(">") || sign.is(">=");
    boolean less = sign.is("<") || sign.is("<=");
    if (!greater && !less) {
      return Optional.empty();
    }
    Side side = greater == mirrored ? Side.UPPER : Side.LOWER;
    return Optional.of(new CheckRule.Bound(column, side, included, value));
  }

  private static Optional<BigDecimal> number(List<Token> wrapped) {
    List<Token> tokens = unwrapped(wrapped);
    boolean signed = tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"));
    if ((tokens.size() != 1 && !signed) || tokens.getLast().kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(tokens.getLast().text());
      return Math.abs((long) number.scale()) > MOST_EXPONENT
          ? Optional.empty()
          : Optional.of(tokens.getFirst().is("-") ? number.negate() : number);
    } catch (NumberFormatException e) { // such as 0xFF or 1_000
      return Optional.empty();
    }
  }

  private Optional<Typed> column(List<Token> one) {
    Token token = one.getFirst();
    return token.kind() == Kind.NAME || token.kind() == Kind.WORD
        ? Optional.ofNullable(types.get(SqliteTables.key(token.text())))
        : Optional.empty();
  }
}
