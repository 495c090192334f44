package app.pallet.operation.typed;

import app.pallet.operation.Operation;
import app.pallet.operation.number.ChangeNumber;
import app.pallet.operation.number.NumberRule;
import app.pallet.schema.CellParser;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Amounts on what a cell holds: {@code +5}, {@code *1.1}, {@code /12}, {@code +10%}, {@code -10%}.
 * A minus without a percent sign begins a negative number, and a percentage without a sign is a
 * number itself.
 */
final class TypedAmount {

  private TypedAmount() {}

  static Optional<Operation> read(Column column, String text, NumberStyle style) {
    String amount = text.substring(1);
    Optional<NumberRule> rule =
        switch (text.charAt(0)) {
          case '*', '×' -> number(amount, style, NumberRule.Multiply::new);
          case '/', '÷' -> number(amount, style, NumberRule.Divide::new);
          case '+' ->
              text.endsWith("%")
                  ? percent(amount, style)
                  : number(amount, style, NumberRule.Add::new);
          case '-', '−' -> text.endsWith("%") ? percent("-" + amount, style) : Optional.empty();
          default -> Optional.empty();
        };
    return rule.map(found -> new ChangeNumber(column, column, found, RoundingMode.HALF_UP));
  }

  private static Optional<NumberRule> percent(String text, NumberStyle style) {
    return number(text.substring(0, text.length() - 1), style, NumberRule.Percent::new);
  }

  private static Optional<NumberRule> number(
      String text, NumberStyle style, Function<BigDecimal, NumberRule> rule) {
    return CellParser.number(text, style).map(rule);
  }
}
