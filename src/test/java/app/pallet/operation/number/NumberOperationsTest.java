package app.pallet.operation.number;

import static app.pallet.operation.Cells.PRODUCT;
import static app.pallet.operation.Cells.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.operation.CellResult;
import app.pallet.operation.Cells;
import app.pallet.operation.CopyFrom;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are calculated, rounded and counted. */
final class NumberOperationsTest {

  private final Column price = PRODUCT.require("price");
  private final Column cost = PRODUCT.require("cost");
  private final Column quantity = PRODUCT.require("quantity");
  private final Column sku = PRODUCT.require("sku");

  private Operation change(NumberRule rule) {
    return new ChangeNumber(price, price, rule, RoundingMode.HALF_UP);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static String price(Operation operation, String before) {
    return after(operation, Cells.of("price", before));
  }

  @ParameterizedTest
  @CsvSource({
    "12.34, 5, 12.957",
    "0.1, 200, 0.30",
    "0.3333, 5, 0.35",
    "10, -10, 9.00",
    "0, 5, =",
    "19.99, 0, ="
  })
  void percentsAreExactAndRoundedToTheDecimalsOfTheColumn(
      String before, String percent, String after) {
    assertThat(price(change(new NumberRule.Percent(number(percent))), before)).isEqualTo(after);
  }

  @Test
  void anEmptyCellStaysEmptyAndIsNotTakenForZero() {
    assertThat(price(change(new NumberRule.Add(number("5"))), "")).isEqualTo("=");
    assertThat(price(change(new NumberRule.AtLeast(number("5"))), "")).isEqualTo("=");
  }

  @Test
  void aResultThatDoesNotFitIsAProblemAndNotCut() {
    assertThat(price(change(new NumberRule.Add(number("-5"))), "4"))
        .isEqualTo("!-1.00: Is less than 0");
    assertThat(price(change(new NumberRule.Multiply(number("1000000000000"))), "99999"))
        .startsWith("!")
        .endsWith(": Is too large");
    Operation many =
        new ChangeNumber(
            quantity, quantity, new NumberRule.Multiply(number("1e12")), RoundingMode.HALF_UP);
    assertThat(after(many, Cells.of("quantity", "12345678")))
        .isEqualTo("!12345678000000000000: Is too large");
  }

  @ParameterizedTest
  @CsvSource({
    "9.9, 1.1, 10.89",
    "0.1, 3, 0.3",
    "10, 0.3333333333333333, 3.33333333333333",
    "2e15, 3, 6000000000000000",
    "0.000002, 0.5, 0.000001",
    "1e308, 0.1, 1e307",
    "1e308, 10, !1e309: Is too large"
  })
  void whereTheDecimalSignMayBeAnywhereTheDigitsThatTheDatabaseKeepsAreKept(
      String before, String factor, String after) {
    Column size = Column.builder("size", ColumnType.DECIMAL).floating().plain().build();
    Cells row = new Cells(Map.of(size, size.normal(number(before))), Map.of());
    String plain = after.startsWith("!") ? "!" + plain(after.substring(1, 6)) : plain(after);

    assertThat(after(multiplied(size, factor), row))
        .isEqualTo(plain + (after.startsWith("!") ? after.substring(6) : ""));
    assertThat(after(new CopyFrom(size, size, RoundingMode.HALF_UP), row)).isEqualTo(plain(before));
  }

  @Test
  void aCalculatedNumberIsEqualToTheSameOneThatWasRead() {
    Column size = Column.builder("size", ColumnType.DECIMAL).floating().plain().build();
    for (String digits : new String[] {"1e20", "2.50", "1e-5"}) {
      BigDecimal read = size.normal(number(digits));
      assertThat(CellResult.ofNumber(size, number(digits), RoundingMode.HALF_UP))
          .isEqualTo(new CellResult.Value(read));
    }
  }

  private static String plain(String number) {
    return number(number).toPlainString();
  }

  private static Operation multiplied(Column column, String factor) {
    return new ChangeNumber(
        column, column, new NumberRule.Multiply(number(factor)), RoundingMode.HALF_UP);
  }

  @Test
  void aTextThatCouldNotBeTakenIsNotCalculatedWith() {
    assertThat(price(change(new NumberRule.Add(BigDecimal.ONE)), "cheap"))
        .isEqualTo("!cheap: Price holds \"cheap\", from which nothing can be worked out");
  }

  @ParameterizedTest
  @CsvSource({
    "12.344, 0.01, NEAREST, 12.34",
    "12.345, 0.01, NEAREST, 12.35",
    "12.32, 0.05, NEAREST, 12.30",
    "12.31, 0.05, UP, 12.35",
    "12.39, 0.05, DOWN, 12.35",
    "14, 10, NEAREST, 10.00",
    "15, 10, NEAREST, 20.00",
    "11, 10, UP, 20.00",
    "12.5, 1, DOWN, 12.00",
    "20, 10, UP, ="
  })
  void numbersAreRoundedToAMultiple(String before, String unit, Direction way, String after) {
    assertThat(price(change(new NumberRule.RoundTo(number(unit), way)), before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "12.40, 0.99, UP, 12.99", "12.40, 0.99, DOWN, 11.99", "12.40, 0.99, NEAREST, 11.99",
    "12.50, 0.99, NEAREST, 12.99", "12.99, 0.99, UP, =", "12.995, 0.99, UP, 13.99",
    "12.40, 0.95, UP, 12.95", "12.40, 0.00, UP, 13.00", "12.40, 0, DOWN, 12.00",
    "12.40, 9.99, UP, 19.99", "0.30, 0.99, NEAREST, 0.99", "104, 99, UP, 199.00"
  })
  void pricesGetAnEnding(String before, String ending, Direction way, String after) {
    assertThat(price(change(new NumberRule.Ending(number(ending), way)), before)).isEqualTo(after);
  }

  @Test
  void thereIsNoEndingBelowZero() {
    assertThat(price(change(new NumberRule.Ending(number("0.99"), Direction.DOWN)), "0.50"))
        .isEqualTo("!0.50: There is no number from 0 to 0.5 that ends in 0.99");
  }

  @Test
  void aPriceIsMadeOfTheCost() {
    Cells row = Cells.of("price", "1", "cost", "6");
    assertThat(
            after(
                new ChangeNumber(
                    price, cost, new NumberRule.Margin(number("40")), RoundingMode.HALF_UP),
                row))
        .isEqualTo("10.00");
    assertThat(
            after(
                new ChangeNumber(
                    price, cost, new NumberRule.Multiply(number("2.5")), RoundingMode.HALF_UP),
                row))
        .isEqualTo("15.00");
    assertThat(
            after(
                new ChangeNumber(
                    price, cost, new NumberRule.Margin(number("40")), RoundingMode.HALF_UP),
                Cells.of("price", "1")))
        .isEqualTo("=");
    assertThatThrownBy(() -> new NumberRule.Margin(number("100"))).hasMessageContaining("100 %");
  }

  @Test
  void aFloorAndACeilingOnlyTouchWhatIsBeyond() {
    assertThat(price(change(new NumberRule.AtLeast(number("5"))), "4.99")).isEqualTo("5.00");
    assertThat(price(change(new NumberRule.AtLeast(number("5"))), "5.01")).isEqualTo("=");
    assertThat(price(change(new NumberRule.AtMost(number("5"))), "5.01")).isEqualTo("5.00");
  }

  @Test
  void wholeNumbersAreRoundedAsAsked() {
    Cells row = Cells.of("quantity", "5");
    for (RoundingMode mode : RoundingMode.values()) {
      if (mode != RoundingMode.UNNECESSARY) {
        Operation half =
            new ChangeNumber(quantity, quantity, new NumberRule.Multiply(number("0.5")), mode);
        assertThat(after(half, row)).isEqualTo(number("2.5").setScale(0, mode).toString());
      }
    }
  }

  @Test
  void aColumnIsCopiedAndNeverEmptiedByAnEmptyOne() {
    Operation copy = new CopyFrom(PRODUCT.require("compare_at_price"), price, RoundingMode.HALF_UP);
    assertThat(after(copy, Cells.of("price", "7"))).isEqualTo("7.00");
    assertThat(after(copy, Cells.of("compare_at_price", "9"))).isEqualTo("=");
    assertThat(after(copy, Cells.of("price", "x"))).startsWith("!");
    RowCells stored = new Stored(new UnreadableValue(Form.TEXT, "cheap"));
    assertThat(copy.apply(stored, PRODUCT.require("compare_at_price"), stored))
        .isInstanceOf(CellResult.Rejected.class);
    Operation asText = new CopyFrom(PRODUCT.require("unit"), price, RoundingMode.HALF_UP);
    assertThat(after(asText, Cells.of("price", "7"))).isEqualTo("7.00");
  }

  /** A row in which every cell holds the same, whatever its column means. */
  private record Stored(Object value) implements RowCells {

    @Override
    public Object value(Column column) {
      return value;
    }

    @Override
    public Optional<String> rejectedText(Column column) {
      return Optional.empty();
    }

    @Override
    public String text(Column column) {
      return value.toString();
    }
  }

  @Test
  void rowsAreNumberedInTheirOrderAndEachRunBeginsAnew() {
    Operation numbering = new Numbering(sku, 10, 10, 4, "A-");
    for (int run = 0; run < 2; run++) {
      Operation started = numbering.started();
      RowCells row = Cells.of("sku", "x");
      assertThat(started.apply(row, sku, row).toString()).contains("A-0010");
      assertThat(started.apply(row, sku, row).toString()).contains("A-0020");
    }
    assertThatThrownBy(() -> new Numbering(price, 1, 1, 0, "A")).hasMessageContaining("Price");
    assertThatThrownBy(() -> new Numbering(sku, 1, 0, 0, "")).hasMessageContaining("step");
  }

  @Test
  void numberingEndsWhereThereAreNoMoreNumbers() {
    Operation down = new Numbering(quantity, 1, -1, 0, "").started();
    RowCells row = Cells.of();
    down.apply(row, quantity, row);
    down.apply(row, quantity, row);
    assertThat(down.apply(row, quantity, row).toString()).contains("below 0");
  }

  @Test
  void aColumnThatHoldsNoNumbersIsRefusedWhenTheOperationIsMade() {
    assertThatThrownBy(
            () -> new ChangeNumber(sku, sku, new NumberRule.Add(BigDecimal.ONE), RoundingMode.UP))
        .hasMessageContaining("SKU")
        .hasMessageContaining("numbers");
    assertThatThrownBy(() -> change(new NumberRule.RoundTo(BigDecimal.ZERO, Direction.UP)))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() ->
            new ChangeNumber(
                PRODUCT.id(), PRODUCT.id(), new NumberRule.Add(BigDecimal.ONE), RoundingMode.UP))
        .hasMessageContaining("can't be changed");
  }
}
