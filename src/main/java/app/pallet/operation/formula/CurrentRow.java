package app.pallet.operation.formula;

import app.pallet.operation.RowCells;
import app.pallet.operation.formula.FormulaText.Operand;
import app.pallet.operation.formula.FormulaText.Scanned;
import app.pallet.operation.text.LimitedPattern;
import app.pallet.operation.text.TextPattern;
import app.pallet.operation.text.TextRule;
import app.pallet.schema.Column;
import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The row that a formula is calculated for. Confined to one thread. */
final class CurrentRow implements DataAccessorIfc {

  private static final int MOST_KEPT = 100;

  private final Map<List<String>, TextRule.Match> matches = new HashMap<>();
  private final Map<String, TextPattern> templates = new HashMap<>();
  private List<Operand> operands = List.of();
  private Function<String, Optional<Column>> called = name -> Optional.empty();
  private @Nullable RowCells row;

  /** Tells what the letters of the formula stand for. */
  void begin(List<Operand> known, Function<String, Optional<Column>> columns) {
    operands = known;
    called = columns;
  }

  /** Goes on to a row. */
  void is(RowCells next) {
    row = next;
  }

  @Override
  public EvaluationValue getData(String letter) {
    return switch (operands.get(Scanned.index(letter))) {
      case Operand.Constant(EvaluationValue value) -> value;
      case Operand.Of(Column column) -> of(Objects.requireNonNull(row).value(column));
    };
  }

  private static EvaluationValue of(@Nullable Object value) {
    return switch (value) {
      case null -> EvaluationValue.NULL_VALUE;
      case BigDecimal number -> EvaluationValue.numberValue(number);
      case Long number -> EvaluationValue.numberValue(BigDecimal.valueOf(number));
      case Boolean yes -> EvaluationValue.booleanValue(yes);
      case LocalDate day ->
          EvaluationValue.dateTimeValue(day.atStartOfDay(ZoneOffset.UTC).toInstant());
      case Instant moment -> EvaluationValue.dateTimeValue(moment);
      case String text when text.isEmpty() -> EvaluationValue.NULL_VALUE;
      default -> EvaluationValue.stringValue(value.toString());
    };
  }

  @Override
  public void setData(String letter, EvaluationValue value) {
    throw new UnsupportedOperationException(letter);
  }

  /** What replaces by a regular expression, read once for all rows. */
  TextRule.Match match(String expression, String with) {
    if (matches.size() >= MOST_KEPT) { // they come from cells
      matches.clear();
    }
    return matches.computeIfAbsent(
        List.of(expression, with),
        key -> new TextRule.Match(LimitedPattern.of(expression, false), with));
  }

  /** The text of a template for the row. */
  String template(String text) {
    return templates
        .computeIfAbsent(text, pattern -> TextPattern.parse(pattern, called))
        .of(Objects.requireNonNull(row));
  }
}
