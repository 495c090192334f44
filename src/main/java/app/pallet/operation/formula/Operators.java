package app.pallet.operation.formula;

import app.pallet.operation.number.NumberRule;
import app.pallet.schema.CellRules;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntPredicate;

/**
 * The operators of formulas. Arithmetic is for numbers only, and gives nothing where one of them is
 * missing; a comparison with nothing is false, except for {@code !=}.
 */
final class Operators {

  static final MathContext DIGITS = NumberRule.DIGITS;

  private static final int MOST_WHOLE_DIGITS = 30;

  private Operators() {}

  static OperatorDictionaryIfc dictionary() {
    OperatorDictionaryIfc all = new MapBasedOperatorDictionary();
    arithmetic(all, "+", OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE, BigDecimal::add);
    arithmetic(all, "-", OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE, BigDecimal::subtract);
    arithmetic(all, "*", OperatorIfc.OPERATOR_PRECEDENCE_MULTIPLICATIVE, BigDecimal::multiply);
    arithmetic(all, "/", OperatorIfc.OPERATOR_PRECEDENCE_MULTIPLICATIVE, BigDecimal::divide);
    prefix(all, "-", (token, a) -> a.isNullValue() ? a : number(number(token, a).negate(), token));
    prefix(all, "+", (token, a) -> a.isNullValue() ? a : number(number(token, a), token));
    prefix(all, "!", (token, a) -> EvaluationValue.booleanValue(!isTrue(token, a)));
    equality(all, "=", true);
    equality(all, "==", true);
    equality(all, "!=", false);
    equality(all, "<>", false);
    comparison(all, "<", order -> order < 0);
    comparison(all, "<=", order -> order <= 0);
    comparison(all, ">", order -> order > 0);
    comparison(all, ">=", order -> order >= 0);
    all.addOperator(
        "&&",
        new Binary(
            OperatorIfc.OPERATOR_PRECEDENCE_AND,
            (token, a, b) -> joined(isTrue(token, a), isTrue(token, b), true)));
    all.addOperator(
        "||",
        new Binary(
            OperatorIfc.OPERATOR_PRECEDENCE_OR,
            (token, a, b) -> joined(isTrue(token, a), isTrue(token, b), false)));
    return all;
  }

  /** Both values have been looked at, so that one of a wrong kind is told in each row. */
  private static EvaluationValue joined(boolean a, boolean b, boolean both) {
    return EvaluationValue.booleanValue(both ? a && b : a || b);
  }

  /** Calculates with two numbers. */
  @FunctionalInterface
  private interface Arithmetic {
    BigDecimal of(BigDecimal a, BigDecimal b, MathContext digits);
  }

  private static void arithmetic(
      OperatorDictionaryIfc all, String sign, int precedence, Arithmetic arithmetic) {
    all.addOperator(
        sign,
        new Binary(
            precedence,
            (token, a, b) -> {
              if (a.isNullValue() || b.isNullValue()) {
                return EvaluationValue.NULL_VALUE;
              }
              BigDecimal right = number(token, b);
              if (sign.equals("/") && right.signum() == 0) {
                throw new EvaluationException(token, "Can't divide by 0");
              }
              return number(arithmetic.of(number(token, a), right, DIGITS), token);
            }));
  }

  private static void equality(OperatorDictionaryIfc all, String sign, boolean wanted) {
    all.addOperator(
        sign,
        new Binary(
            OperatorIfc.OPERATOR_PRECEDENCE_EQUALITY,
            (token, a, b) -> {
              boolean isEqual =
                  (a.isNullValue() || b.isNullValue())
                      ? a.isNullValue() && b.isNullValue()
                      : compare(token, a, b) == 0;
              return EvaluationValue.booleanValue(isEqual == wanted);
            }));
  }

  private static void comparison(OperatorDictionaryIfc all, String sign, IntPredicate wanted) {
    all.addOperator(
        sign,
        new Binary(
            OperatorIfc.OPERATOR_PRECEDENCE_COMPARISON,
            (token, a, b) ->
                EvaluationValue.booleanValue(
                    !a.isNullValue() && !b.isNullValue() && wanted.test(compare(token, a, b)))));
  }

  /** Compares values of one kind; texts without regard to case, as filters do. */
  private static int compare(Token token, EvaluationValue a, EvaluationValue b)
      throws EvaluationException {
    if (a.getDataType() != b.getDataType()) {
      throw new EvaluationException(
          token, "%s can't be compared with %s".formatted(kind(a), kind(b)));
    }
    return switch (a.getDataType()) {
      case NUMBER -> a.getNumberValue().compareTo(b.getNumberValue());
      case BOOLEAN -> a.getBooleanValue().compareTo(b.getBooleanValue());
      case DATE_TIME -> a.getDateTimeValue().compareTo(b.getDateTimeValue());
      default -> a.getStringValue().compareToIgnoreCase(b.getStringValue());
    };
  }

  /** What a value is, as the user reads it. */
  static String kind(EvaluationValue value) {
    return switch (value.getDataType()) {
      case NUMBER -> "a number";
      case STRING -> "a text";
      case BOOLEAN -> "yes or no";
      case DATE_TIME -> "a date";
      default -> "nothing";
    };
  }

  /** A value that must be a number. */
  static BigDecimal number(Token token, EvaluationValue value) throws EvaluationException {
    if (!value.isNumberValue()) {
      throw new EvaluationException(
          token,
          "%s calculates with numbers, not with %s".formatted(token.getValue(), kind(value)));
    }
    return value.getNumberValue();
  }

  /** A number that came out; beyond 30 digits before the decimal sign it is none. */
  static EvaluationValue number(BigDecimal number, Token token) throws EvaluationException {
    if (CellRules.wholeDigits(number) > MOST_WHOLE_DIGITS) {
      throw new EvaluationException(token, "The number becomes too large");
    }
    return EvaluationValue.numberValue(number);
  }

  /** A value that must be yes or no; nothing is no. */
  static boolean isTrue(Token token, EvaluationValue value) throws EvaluationException {
    if (!value.isBooleanValue() && !value.isNullValue()) {
      throw new EvaluationException(
          token, "%s asks for yes or no, not for %s".formatted(token.getValue(), kind(value)));
    }
    return value.isBooleanValue() && value.getBooleanValue();
  }

  /** What an operator does with a value in front of which it stands. */
  @FunctionalInterface
  private interface Unary {
    EvaluationValue of(Token token, EvaluationValue a) throws EvaluationException;
  }

  /** What an operator does with the values on both of its sides. */
  @FunctionalInterface
  private interface Calculation {
    EvaluationValue of(Token token, EvaluationValue a, EvaluationValue b)
        throws EvaluationException;
  }

  private static void prefix(OperatorDictionaryIfc all, String sign, Unary unary) {
    all.addOperator(sign, new Prefix(unary));
  }

  /** An operator, as the library asks for it. */
  private interface Operator extends OperatorIfc {

    @Override
    default int getPrecedence(ExpressionConfiguration configuration) {
      return getPrecedence();
    }

    @Override
    default boolean isLeftAssociative() {
      return isInfix();
    }

    @Override
    default boolean isPrefix() {
      return !isInfix();
    }

    @Override
    default boolean isPostfix() {
      return false;
    }

    @Override
    default boolean isOperandLazy() {
      return false;
    }
  }

  private record Binary(int precedence, Calculation calculation) implements Operator {

    @Override
    public int getPrecedence() {
      return precedence;
    }

    @Override
    public boolean isInfix() {
      return true;
    }

    @Override
    public EvaluationValue evaluate(Expression formula, Token token, EvaluationValue... values)
        throws EvaluationException {
      return calculation.of(token, values[0], values[1]);
    }
  }

  private record Prefix(Unary unary) implements Operator {

    @Override
    public int getPrecedence() {
      return OPERATOR_PRECEDENCE_UNARY;
    }

    @Override
    public boolean isInfix() {
      return false;
    }

    @Override
    public EvaluationValue evaluate(Expression formula, Token token, EvaluationValue... values)
        throws EvaluationException {
      return unary.of(token, values[0]);
    }
  }
}
