package app.pallet.operation.formula;

import app.pallet.operation.RowCells;
import app.pallet.operation.formula.FormulaText.Operand;
import app.pallet.operation.formula.FormulaText.Scanned;
import app.pallet.schema.Column;
import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A formula over the columns of a row, such as {@code round({Cost} * 1.4, 2) - 0.01}. Numbers are
 * exact decimals; a division keeps 34 digits. Nothing but columns, constants and the functions of a
 * closed dictionary can be in it. Immutable, for any thread; each worker takes a {@link
 * #calculator} of its own.
 */
public final class Formula {

  private static final int DEEPEST = 1_000;

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .operatorDictionary(Operators.dictionary())
          .functionDictionary(Functions.dictionary())
          .dataAccessorSupplier(CurrentRow::new)
          .defaultConstants(Map.of())
          .mathContext(Operators.DIGITS)
          .arraysAllowed(false)
          .structuresAllowed(false)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .stripTrailingZeros(false)
          .maxRecursionDepth(DEEPEST)
          .build();

  private final String text;
  private final Scanned scanned;
  private final Set<Column> reads;
  private final Function<String, Optional<Column>> called;

  private Formula(
      String text, Scanned scanned, Set<Column> reads, Function<String, Optional<Column>> called) {
    this.text = text;
    this.scanned = scanned;
    this.reads = Collections.unmodifiableSet(reads);
    this.called = called;
  }

  /**
   * Reads a formula.
   *
   * @param called finds a column by a name of it, as the user knows it
   * @throws FormulaException if it can't be read, with the place
   */
  public static Formula parse(String text, Function<String, Optional<Column>> called) {
    Scanned scanned = FormulaText.scan(text, called);
    Set<Column> reads = new LinkedHashSet<>();
    for (Operand operand : scanned.operands()) {
      if (operand instanceof Operand.Of(Column column)) {
        reads.add(column);
      }
    }
    try {
      for (ASTNode node : new Expression(scanned.plain(), CONFIGURATION).getAllASTNodes()) {
        check(node, scanned, called, reads);
      }
    } catch (ParseException e) {
      throw error(scanned, e);
    }
    return new Formula(text, scanned, reads, called);
  }

  private static void check(
      ASTNode node, Scanned scanned, Function<String, Optional<Column>> called, Set<Column> reads) {
    if (node.getToken().getFunctionDefinition() instanceof Functions.Named function) {
      int first = node.getToken().getStartPosition();
      int last = first + node.getToken().getValue().length() - 1;
      if (node.getParameters().size() > function.most()) {
        throw scanned.error("There are too many values for " + function.name(), first, last);
      }
      if (function.name().equals(Functions.TEMPLATE)) {
        reads.addAll(Functions.templateOf(node, scanned, called).columns());
      }
    }
  }

  private static FormulaException error(Scanned scanned, BaseException e) {
    return scanned.error(String.valueOf(e.getMessage()), e.getStartPosition(), e.getEndPosition());
  }

  /** The columns that it looks at. */
  public Set<Column> reads() {
    return reads;
  }

  /** The names of all functions, in the order of the alphabet. */
  public static Set<String> functions() {
    return Functions.NAMES;
  }

  /** What calculates it for one row after the other, on one thread. */
  public Calculator calculator() {
    return new Calculator();
  }

  /** Calculates for rows. Confined to one thread. */
  public final class Calculator {

    private final Expression expression = new Expression(scanned.plain(), CONFIGURATION);
    private final CurrentRow current = (CurrentRow) expression.getDataAccessor();

    private Calculator() {
      current.begin(scanned.operands(), called);
    }

    /**
     * What comes out for a row: null, a {@code BigDecimal}, a {@code String}, a {@code Boolean}, or
     * an {@code Instant} for a date.
     *
     * @param row none of whose cells that are read holds a text that could not be taken
     * @throws FormulaException if nothing comes out, such as for a division by 0
     * @throws app.pallet.operation.NoResultException if a function takes too long
     */
    public Optional<Object> of(RowCells row) {
      current.is(row);
      try {
        EvaluationValue value = expression.evaluate();
        return Optional.ofNullable(value.isNullValue() ? null : value.getValue());
      } catch (BaseException e) {
        throw error(scanned, e);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formula that && text.equals(that.text) && reads.equals(that.reads);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
