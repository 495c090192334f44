package app.pallet.operation.formula;

import static java.util.Map.entry;

import app.pallet.operation.NoResultException;
import app.pallet.operation.formula.FormulaText.Operand;
import app.pallet.operation.formula.FormulaText.Scanned;
import app.pallet.operation.number.Direction;
import app.pallet.operation.number.NumberRule;
import app.pallet.operation.text.LetterCase;
import app.pallet.operation.text.Slug;
import app.pallet.operation.text.TextPattern;
import app.pallet.operation.text.TextRule;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The closed dictionary of formulas. A function of which a value is missing gives nothing, unless
 * it says otherwise. Nothing here can take long, look at anything but its values, or differ from
 * one time to the next.
 */
final class Functions {

  static final String TEMPLATE = "template";

  private static final int ANY_NUMBER = 50;
  private static final int MOST_DECIMALS = 20;
  private static final Column DATE = Column.builder("date", ColumnType.DATE).build();

  private static final Map<String, Named> ALL =
      Map.ofEntries(
          // numbers
          of(
              "round",
              1,
              2,
              a -> a.number(a.decimal(0).setScale(a.decimals(1), RoundingMode.HALF_UP))),
          of("round_to", 2, 2, a -> a.rounded(Direction.NEAREST)),
          of("floor", 1, 2, a -> a.rounded(Direction.DOWN)),
          of("ceil", 1, 2, a -> a.rounded(Direction.UP)),
          of("ending", 2, 3, Functions::ending),
          of("abs", 1, 1, a -> a.number(a.decimal(0).abs())),
          filled("min", ANY_NUMBER, a -> a.number(Collections.min(a.decimals()))),
          filled("max", ANY_NUMBER, a -> a.number(Collections.max(a.decimals()))),
          // choices
          lazy("if", 2, 3, Functions::choose),
          lazy("coalesce", 1, ANY_NUMBER, Functions::coalesce),
          // texts
          of("trim", 1, 1, a -> text(new TextRule.Trim().apply(a.text(0)))),
          of("upper", 1, 1, a -> text(LetterCase.UPPER.of(a.text(0)))),
          of("lower", 1, 1, a -> text(LetterCase.LOWER.of(a.text(0)))),
          of("title", 1, 1, a -> text(LetterCase.TITLE.of(a.text(0)))),
          of("slug", 1, 1, a -> text(Slug.of(a.text(0)))),
          of("length", 1, 1, a -> a.number(BigDecimal.valueOf(letters(a.text(0))))),
          of("left", 2, 2, a -> text(part(a.text(0), 0, a.whole(1)))),
          of(
              "right",
              2,
              2,
              a -> text(part(a.text(0), letters(a.text(0)) - a.whole(1), a.whole(1)))),
          of("mid", 3, 3, a -> text(part(a.text(0), a.whole(1) - 1L, a.whole(2)))),
          of("pad", 2, 2, Functions::pad),
          of("split", 3, 3, a -> text(new TextRule.Part(a.text(1), a.whole(2)).apply(a.text(0)))),
          of(
              "replace",
              3,
              3,
              a -> text(new TextRule.Replace(a.text(1), a.text(2), false).apply(a.text(0)))),
          of("regex", 3, 3, Functions::regex),
          lazy("join", 2, ANY_NUMBER, Functions::join),
          of(TEMPLATE, 1, 1, a -> text(a.row().template(a.text(0)))),
          // dates
          of("date", 1, 1, Functions::date),
          of("add_days", 2, 2, a -> a.moved(ChronoUnit.DAYS)),
          of("add_months", 2, 2, a -> a.moved(ChronoUnit.MONTHS)),
          of(
              "days_between",
              2,
              2,
              a -> a.number(BigDecimal.valueOf(ChronoUnit.DAYS.between(a.day(0), a.day(1))))));

  private static final List<FunctionParameterDefinition> VALUES =
      List.of(FunctionParameterDefinition.builder().isVarArg(true).build());

  static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(ALL.keySet()));

  private Functions() {}

  static FunctionDictionaryIfc dictionary() {
    FunctionDictionaryIfc dictionary = new MapBasedFunctionDictionary();
    ALL.forEach(dictionary::addFunction);
    return dictionary;
  }

  private static Map.Entry<String, Named> of(String name, int least, int most, Body body) {
    return entry(
        name,
        new Named(
            name,
            least,
            most,
            false,
            values ->
                values.all().stream().anyMatch(EvaluationValue::isNullValue)
                    ? EvaluationValue.NULL_VALUE
                    : body.of(values)));
  }

  /** Of the values that are there; nothing if there are none. */
  private static Map.Entry<String, Named> filled(String name, int most, Body body) {
    return entry(
        name,
        new Named(
            name,
            1,
            most,
            false,
            values -> {
              Values there = values.there();
              return there.all().isEmpty() ? EvaluationValue.NULL_VALUE : body.of(there);
            }));
  }

  private static Map.Entry<String, Named> lazy(String name, int least, int most, Body body) {
    return entry(name, new Named(name, least, most, !name.equals("join"), body));
  }

  private static EvaluationValue text(String text) {
    return text.isEmpty() ? EvaluationValue.NULL_VALUE : EvaluationValue.stringValue(text);
  }

  private static EvaluationValue ending(Values a) throws EvaluationException {
    Direction direction = Direction.NEAREST;
    if (a.all().size() > 2) {
      direction =
          switch (a.text(2)) {
            case "nearest" -> Direction.NEAREST;
            case "up" -> Direction.UP;
            case "down" -> Direction.DOWN;
            default -> throw a.wrong("ending goes \"up\", \"down\" or \"nearest\"");
          };
    }
    return a.number(new NumberRule.Ending(a.decimal(1), direction).apply(a.decimal(0)));
  }

  private static EvaluationValue choose(Values a) throws EvaluationException {
    boolean isTrue = Operators.isTrue(a.token(), a.evaluated(0));
    int chosen = isTrue ? 1 : 2;
    return chosen < a.all().size() ? a.evaluated(chosen) : EvaluationValue.NULL_VALUE;
  }

  private static EvaluationValue coalesce(Values a) throws EvaluationException {
    EvaluationValue value = EvaluationValue.NULL_VALUE;
    for (int i = 0; i < a.all().size() && value.isNullValue(); i++) {
      value = a.evaluated(i);
    }
    return value;
  }

  /** The first value stands between two of the others; those that are missing are left out. */
  private static EvaluationValue join(Values a) throws EvaluationException {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < a.all().size(); i++) {
      if (!a.all().get(i).isNullValue()) {
        parts.add(a.text(i));
      }
    }
    return text(String.join(a.all().getFirst().isNullValue() ? "" : a.text(0), parts));
  }

  private static EvaluationValue regex(Values a) throws EvaluationException {
    return text(a.row().match(a.text(1), a.text(2)).apply(a.text(0)));
  }

  private static EvaluationValue pad(Values a) throws EvaluationException {
    String text = a.text(0);
    int missing = Math.clamp(a.whole(1) - (long) text.length(), 0, ANY_NUMBER);
    return text("0".repeat(missing) + text);
  }

  private static EvaluationValue date(Values a) throws EvaluationException {
    if (a.all().getFirst().isDateTimeValue()) {
      return a.all().getFirst();
    }
    if (CellParser.parse(DATE, a.text(0), CellFormat.PLAIN)
        instanceof CellReading.Value(LocalDate day)) {
      return a.date(day.atStartOfDay());
    }
    throw a.wrong("\"%s\" is no date such as 2026-12-31".formatted(a.text(0)));
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Letters of a text from a place on, as many as there are. */
  private static String part(String text, long from, long count) {
    int all = letters(text);
    int start = Math.clamp(from, 0, all);
    int end = Math.clamp(Math.max(0, from) + Math.max(0, count), start, all);
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  /**
   * The pattern of a template, which must be a text of the formula itself: only then its columns
   * are known before it is calculated.
   */
  static TextPattern templateOf(
      ASTNode node, Scanned scanned, Function<String, Optional<Column>> called) {
    Token token = node.getParameters().getFirst().getToken();
    int first = token.getStartPosition();
    if (token.getType() == Token.TokenType.VARIABLE_OR_CONSTANT
        && scanned.operands().get(Scanned.index(token.getValue()))
            instanceof Operand.Constant(EvaluationValue value)
        && value.isStringValue()) {
      try {
        return TextPattern.parse(value.getStringValue(), called);
      } catch (IllegalArgumentException e) {
        throw scanned.error(String.valueOf(e.getMessage()), first, first);
      }
    }
    throw scanned.error("A template is a text in quotation marks", first, first);
  }

  /** What a function makes of its values. */
  @FunctionalInterface
  interface Body {
    EvaluationValue of(Values values) throws EvaluationException;
  }

  /** The values of a call. */
  record Values(Expression formula, Token token, List<EvaluationValue> all) {

    Values there() {
      return new Values(
          formula, token, all.stream().filter(value -> !value.isNullValue()).toList());
    }

    CurrentRow row() {
      return (CurrentRow) formula.getDataAccessor();
    }

    EvaluationValue evaluated(int index) throws EvaluationException {
      return formula.evaluateSubtree(all.get(index).getExpressionNode());
    }

    EvaluationException wrong(String message) {
      return new EvaluationException(token, message);
    }

    BigDecimal decimal(int index) throws EvaluationException {
      return Operators.number(token, all.get(index));
    }

    List<BigDecimal> decimals() throws EvaluationException {
      List<BigDecimal> numbers = new ArrayList<>(all.size());
      for (int i = 0; i < all.size(); i++) {
        numbers.add(decimal(i));
      }
      return numbers;
    }

    EvaluationValue number(BigDecimal number) throws EvaluationException {
      return Operators.number(number, token);
    }

    int whole(int index) throws EvaluationException {
      try {
        return decimal(index).intValueExact();
      } catch (ArithmeticException e) {
        throw wrong(
            "%s needs a whole number, not %s"
                .formatted(token.getValue(), decimal(index).toPlainString()));
      }
    }

    int decimals(int index) throws EvaluationException {
      int decimals = index < all.size() ? whole(index) : 0;
      if (Math.abs((long) decimals) > MOST_DECIMALS) {
        throw wrong("A number is rounded to up to 20 decimals");
      }
      return decimals;
    }

    EvaluationValue rounded(Direction direction) throws EvaluationException {
      BigDecimal unit = all.size() > 1 ? decimal(1) : BigDecimal.ONE;
      return number(new NumberRule.RoundTo(unit, direction).apply(decimal(0)));
    }

    /** A number has no needless zeros as a text; a date is written as 2026-12-31. */
    String text(int index) throws EvaluationException {
      EvaluationValue value = all.get(index);
      return switch (value.getDataType()) {
        case NUMBER -> plain(value.getNumberValue());
        case DATE_TIME -> written(value.getDateTimeValue());
        case BOOLEAN -> value.getBooleanValue() ? "yes" : "no";
        default -> value.getStringValue();
      };
    }

    LocalDate day(int index) throws EvaluationException {
      return time(index).toLocalDate();
    }

    private LocalDateTime time(int index) throws EvaluationException {
      if (!all.get(index).isDateTimeValue()) {
        throw wrong("%s needs a date, such as date(\"2026-12-31\")".formatted(token.getValue()));
      }
      return LocalDateTime.ofInstant(all.get(index).getDateTimeValue(), ZoneOffset.UTC);
    }

    EvaluationValue moved(ChronoUnit unit) throws EvaluationException {
      return date(time(0).plus(whole(1), unit));
    }

    EvaluationValue date(LocalDateTime moment) {
      return EvaluationValue.dateTimeValue(moment.toInstant(ZoneOffset.UTC));
    }
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static String written(Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return time.equals(time.toLocalDate().atStartOfDay())
        ? time.toLocalDate().toString()
        : moment.toString();
  }

  /**
   * A function, as the library asks for it.
   *
   * @param least how many values it takes
   * @param isLazy whether it calculates itself which of its values it needs
   */
  record Named(String name, int least, int most, boolean isLazy, Body body) implements FunctionIfc {

    @Override
    public EvaluationValue evaluate(Expression formula, Token token, EvaluationValue... values)
        throws EvaluationException {
      try {
        return body.of(new Values(formula, token, List.of(values)));
      } catch (NoResultException e) {
        throw new EvaluationException(token, e.why());
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        throw new EvaluationException(token, String.valueOf(e.getMessage()));
      }
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
      return VALUES;
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... values) {}

    @Override
    public boolean hasVarArgs() {
      return true;
    }

    @Override
    public boolean isParameterLazy(int index) {
      return isLazy;
    }

    @Override
    public int getCountOfNonVarArgParameters() {
      return least;
    }
  }
}
