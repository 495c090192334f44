package app.pallet.rows.query;

import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operand.Moment;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter that was written as a text, such as {@code price > 10 and brand = "Acme"}; it is
 * described in docs/recipes.md.
 */
public final class FilterText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"((?:[^\"]++|\"\")*+)\"|'((?:[^']++|'')*+)'|\\{([^}]*)}|\\[([^\\]]*)]"
              + "|(<=|>=|<>|!=|==|[=<>(),])|([^\\s\"'{}\\[\\]=<>!(),]+)");

  private static final int DEEPEST = 50;

  private final TableSchema schema;
  private final String text;
  private final BiFunction<Column, String, Optional<Object>> names;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int depth;

  /** What a part of the text is. */
  private enum Kind {
    WORD,
    QUOTED,
    BRACED,
    SIGN,
    END
  }

  private record Token(Kind kind, String text, int start) {

    boolean is(String word) {
      boolean isBare = kind == Kind.WORD || kind == Kind.SIGN;
      return isBare && text.equalsIgnoreCase(word);
    }
  }

  private FilterText(
      TableSchema schema, String text, BiFunction<Column, String, Optional<Object>> names) {
    this.names = names;
    this.schema = schema;
    this.text = text;
  }

  /**
   * Reads a filter of a table's rows.
   *
   * @param text names columns as the user knows them; blank for every row
   * @throws IllegalArgumentException if it can't be read, with the place
   */
  public static Filter parse(TableSchema schema, String text) {
    return parse(schema, text, (column, value) -> Optional.empty());
  }

  /**
   * The same where columns may refer to other rows, which people know by names.
   *
   * @param names gives the value of a column that a text means; empty if the text says it itself
   */
  public static Filter parse(
      TableSchema schema, String text, BiFunction<Column, String, Optional<Object>> names) {
    return text.isBlank() ? Filter.NONE : new FilterText(schema, text, names).parse();
  }

  private Filter parse() {
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw wrong("there is something that can't be read", at);
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    Filter filter = any();
    if (peek().kind() != Kind.END) {
      throw wrong("\"and\", \"or\" or the end is expected", peek().start());
    }
    return filter;
  }

  private static Token token(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String found = matcher.group(group);
      if (found != null) {
        return switch (group) {
          case 1 -> new Token(Kind.QUOTED, found.replace("\"\"", "\""), matcher.start(group) - 1);
          case 2 -> new Token(Kind.QUOTED, found.replace("''", "'"), matcher.start(group) - 1);
          case 3, 4 -> new Token(Kind.BRACED, found, matcher.start(group) - 1);
          case 5 -> new Token(Kind.SIGN, found, matcher.start(group));
          default -> new Token(Kind.WORD, found, matcher.start(group));
        };
      }
    }
    throw new IllegalStateException(matcher.toString());
  }

  private Filter any() {
    List<Filter> parts = new ArrayList<>(List.of(all()));
    while (take("or")) {
      parts.add(all());
    }
    return joined(Join.ANY, parts);
  }

  private Filter all() {
    List<Filter> parts = new ArrayList<>(List.of(one()));
    while (take("and")) {
      parts.add(one());
    }
    return joined(Join.ALL, parts);
  }

  private static Filter joined(Join join, List<Filter> parts) {
    return parts.size() == 1 ? parts.getFirst() : new FilterGroup(join, parts);
  }

  private Filter one() {
    if (!take("(")) {
      return condition();
    }
    if (++depth > DEEPEST) {
      throw wrong("there are more than 50 brackets in one another", peek().start());
    }
    Filter inner = any();
    depth--;
    require(")");
    return inner;
  }

  private Filter condition() {
    Token name = advance();
    if (name.kind() == Kind.SIGN || name.kind() == Kind.END) {
      throw wrong("the name of a column is expected", name.start());
    }
    Column column =
        schema
            .called(name.text())
            .orElseThrow(
                () -> wrong("there is no column \"%s\"".formatted(name.text()), name.start()));
    try {
      return condition(column, advance());
    } catch (Refused e) {
      throw e;
    } catch (IllegalArgumentException e) { // the operator is not for such a column
      throw wrong(String.valueOf(e.getMessage()), name.start());
    }
  }

  private Filter condition(Column column, Token operator) {
    return switch (operator.text().toLowerCase(Locale.ROOT)) {
      case "=", "==" -> equal(column, advance());
      case "!=", "<>" -> unequal(column, advance());
      case ">=" -> Condition.of(column, Operator.AT_LEAST, value(column, advance(), Moment.FIRST));
      case "<=" -> Condition.of(column, Operator.AT_MOST, value(column, advance(), Moment.LAST));
      case ">" -> beyond(column, Operator.AT_LEAST, value(column, advance(), Moment.LAST));
      case "<" -> beyond(column, Operator.AT_MOST, value(column, advance(), Moment.FIRST));
      case "contains" -> Condition.of(column, Operator.CONTAINS, text(advance()));
      case "starts" -> {
        require("with");
        yield Condition.of(column, Operator.STARTS_WITH, text(advance()));
      }
      case "between" -> {
        Object first = value(column, advance(), Moment.FIRST);
        require("and");
        Object last = value(column, advance(), Moment.LAST);
        yield Condition.of(column, Operator.BETWEEN, first, last);
      }
      case "in" -> oneOf(column);
      case "is" -> is(column);
      default ->
          throw wrong(
              "=, !=, <, <=, >, >=, between, contains, starts with, in, is empty or is not empty is"
                  + " expected",
              operator.start());
    };
  }

  private Filter is(Column column) {
    boolean isNot = take("not");
    Token token = advance();
    if (token.is("empty")) {
      return Condition.of(column, isNot ? Operator.IS_NOT_EMPTY : Operator.IS_EMPTY);
    }
    return isNot ? unequal(column, token) : equal(column, token);
  }

  private Filter equal(Column column, Token token) {
    Object first = value(column, token, Moment.FIRST);
    Object last = value(column, token, Moment.LAST);
    return first.equals(last)
        ? Condition.of(column, Operator.IS, first)
        : Condition.of(column, Operator.BETWEEN, first, last); // a moment of that day
  }

  private Filter unequal(Column column, Token token) {
    Object first = value(column, token, Moment.FIRST);
    Object last = value(column, token, Moment.LAST);
    return first.equals(last)
        ? Condition.of(column, Operator.IS_NOT, first)
        : new FilterGroup(
            Join.ANY,
            List.of(
                beyond(column, Operator.AT_MOST, first),
                beyond(column, Operator.AT_LEAST, last),
                Condition.of(column, Operator.IS_EMPTY)));
  }

  /** What is more than a value, or less: at least as much, but not the value itself. */
  private static Filter beyond(Column column, Operator operator, Object value) {
    return new FilterGroup(
        Join.ALL,
        List.of(
            Condition.of(column, operator, value), Condition.of(column, Operator.IS_NOT, value)));
  }

  private Filter oneOf(Column column) {
    require("(");
    List<Object> values = new ArrayList<>();
    do {
      values.add(value(column, advance(), Moment.FIRST));
    } while (take(","));
    require(")");
    return Condition.of(column, Operator.IS_ONE_OF, values.toArray());
  }

  private Object value(Column column, Token token, Moment moment) {
    Optional<Object> named = names.apply(column, text(token));
    return named.isPresent() ? named.get() : plain(column, token, moment);
  }

  private Object plain(Column column, Token token, Moment moment) {
    return switch (Operand.read(column, text(token), CellFormat.PLAIN, moment)) {
      case CellReading.Value(var value) when value != null -> value;
      case CellReading.Rejected(String message, String accepted) ->
          throw wrong(
              "\"%s\" is no value of %s: %s; accepted is %s"
                  .formatted(token.text(), column.label(), message, accepted),
              token.start());
      default -> throw wrong("a value is expected", token.start());
    };
  }

  private String text(Token token) {
    if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
      throw wrong("a value is expected; write it in quotation marks", token.start());
    }
    return token.text();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token advance() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1); // the end stays the end
    return token;
  }

  private boolean take(String word) {
    boolean isThere = peek().is(word);
    if (isThere) {
      advance();
    }
    return isThere;
  }

  private void require(String word) {
    if (!take(word)) {
      throw wrong("\"%s\" is expected".formatted(word), peek().start());
    }
  }

  private Refused wrong(String what, int at) {
    return new Refused(
        "The condition can't be read: %s, at character %d of: %s".formatted(what, at + 1, text));
  }

  /** Says where the text is wrong. */
  private static final class Refused extends IllegalArgumentException {
    Refused(String message) {
      super(message);
    }
  }
}
