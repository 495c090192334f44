package app.pallet.operation.formula;

import static app.pallet.operation.Cells.PRODUCT;
import static app.pallet.operation.Cells.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pallet.operation.Cells;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas: what they give, and the walls around the library that calculates (BULK.md 3). */
final class FormulaTest {

  private static final Cells ROW =
      Cells.of(
          "sku",
          "A-1",
          "name",
          "oak chair",
          "price",
          "12.00",
          "cost",
          "7.5",
          "quantity",
          "4",
          "active",
          "yes",
          "available_from",
          "2026-01-31",
          "compare_at_price",
          "15");

  private static Operation calculate(String column, String formula) {
    return new Calculate(
        PRODUCT.require(column), Formula.parse(formula, PRODUCT::called), RoundingMode.HALF_UP);
  }

  private static String price(String formula) {
    return after(calculate("price", formula), ROW);
  }

  private static String text(String formula) {
    return after(calculate("description", formula), ROW);
  }

  private static FormulaException error(String formula) {
    return catchThrowableOfType(
        FormulaException.class, () -> Formula.parse(formula, PRODUCT::called));
  }

  private static String place(String formula) {
    FormulaException error = error(formula);
    return formula.substring(error.start(), error.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "round(price*1.05,1)-0.01 | 12.59",
        "{Compare-at price} - [Price] | 3.00",
        "if(price > 10 and not (cost >= 8), cost * 2, 1) | 15.00",
        "min(price, cost, 9) | 7.50",
        "max(price, cost) | 12.00",
        "ceil(price / 7) | 2.00",
        "floor(12.39, 0.05) | 12.35",
        "round_to(12.33, 0.05) | 12.35",
        "ending(price, 0.99, \"up\") | 12.99",
        "ending(12.4, .99) | 11.99",
        "-price + 20 | 8.00",
        "abs(cost - price) | 4.50",
        "coalesce(weight, quantity) | 4.00",
        "length(name) | 9.00",
        "days_between({available_from}, date(\"2026-02-10\")) | 10.00",
        "if(active = true, 1, 2) | 1.00",
        "if(name = \"OAK CHAIR\" or false, 3, 2) | 3.00",
      })
  void numbersComeOutExactly(String formula, String after) {
    assertThat(price(formula)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upper(name) | OAK CHAIR",
        "title(name) | Oak Chair",
        "join(\" / \", sku, weight, name, price) | A-1 / oak chair / 12",
        "template(\"{SKU}: {Name}, {Price}\") | A-1: oak chair, 12.00",
        "left(name, 3) | oak",
        "right(name, 5) | chair",
        "right(name, 50) | oak chair",
        "mid(name, 5, 2) | ch",
        "split(name, \" \", -1) | chair",
        "replace(name, \"oak\", \"ash\") | ash chair",
        "regex(name, \"(\\w+) (\\w+)\", \"$2 of $1\") | chair of oak",
        "slug(\"A \"\"b\"\" c\") | a-b-c",
        "pad(quantity, 5) | 00004",
        "trim(\"  a  \") | a",
        "add_months({available_from}, 1) | 2026-02-28",
        "lower('It''s') | it's",
        "price | 12",
      })
  void textsComeOut(String formula, String after) {
    assertThat(text(formula)).isEqualTo(after);
  }

  @Test
  void everyFunctionIsTried() throws Exception {
    String self =
        java.nio.file.Files.readString(
            java.nio.file.Path.of("src/test/java/app/pallet/operation/formula/FormulaTest.java"));
    assertThat(Formula.functions()).allMatch(name -> self.contains(name + "("));
  }

  // The walls, one by one.

  @Test
  void nothingGoesThroughArithmeticAndIsNotAText() {
    assertThat(price("weight + 1")).isEqualTo("=");
    assertThat(text("weight + 1")).isEqualTo("=");
    assertThat(price("coalesce(weight, 0) + 1")).isEqualTo("1.00");
    assertThat(price("if(weight > 1, 1, 2)")).isEqualTo("2.00");
    assertThat(price("if(weight = null, 1, 2)")).isEqualTo("1.00");
  }

  @Test
  void arithmeticIsForNumbersOnly() {
    assertThat(price("\"7\" + \"3\"")).contains("+ calculates with numbers, not with a text");
    assertThat(price("\"10\" * 2")).contains("* calculates with numbers, not with a text");
    assertThat(price("name + 1")).contains("not with a text (at character 6");
    assertThat(price("if(price, 1, 2)")).contains("asks for yes or no");
    assertThat(price("if(price > name, 1, 2)")).contains("can't be compared");
  }

  @Test
  void aNumberKeepsTheDecimalsOfItsColumn() {
    assertThat(calculate("cost", "price").apply(ROW, PRODUCT.require("cost"), ROW))
        .hasToString("Value[value=12.0000]");
  }

  @Test
  void aDivisionKeeps34DigitsAndIsRoundedOnce() {
    Formula third = Formula.parse("1 / 3", PRODUCT::called);
    assertThat((BigDecimal) third.calculator().of(ROW).orElseThrow())
        .isEqualTo(new BigDecimal("0." + "3".repeat(34)));
    assertThat(price("1 / 3 * 3")).isEqualTo("1.00");
    assertThat(price("1 / 0"))
        .isEqualTo("!12.00: Can't divide by 0 (at character 3 of the formula)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FACT(10000000)", "random()", "sin(1)", "dt_now()", "sqrt(2)", "2 ^ 3", "5 % 2"})
  void theDictionaryIsClosed(String formula) {
    assertThat(error(formula)).isNotNull();
  }

  @Test
  void aNumberHasNoExponentAndABoundOnItsSize() {
    assertThat(place("1 + 1e999999999")).isEqualTo("1e");
    assertThat(error("0x1F")).hasMessageContaining("without an exponent");
    assertThat(error("1.2.3")).isNotNull();
    String large = "999999999999999999999999999999";
    assertThat(price(large + " * " + large)).contains("too large");
    assertThat(error("1".repeat(35))).hasMessageContaining("34 digits");
  }

  @Test
  void aRegularExpressionOfAFormulaHasALimitToo() {
    Cells row = Cells.of("name", "a".repeat(40) + "c");
    assertThat(after(calculate("description", "regex(name, \"a*a*a*a*a*a*a*a*b\", \"\")"), row))
        .contains("takes too long");
    assertThat(text("regex(name, \"(\", \"\")")).contains("can't be read");
    assertThat(text("regex(name, \"a\", \"$7\")")).contains("$7");
    assertThat(text("split(name, \"\", 1)")).startsWith("!");
    assertThat(text("replace(name, \"\", \"x\")")).contains("must not be empty");
  }

  @Test
  void columnsGoByAnyNameThatTheUserKnows() {
    assertThat(price("{compare_at_price}")).isEqualTo("15.00");
    assertThat(price("[Compare-at price] + {Price} + cost")).isEqualTo("34.50");
    Column umlaut =
        Column.builder("größe", app.pallet.schema.ColumnType.DECIMAL).label("Größe (cm)").build();
    assertThat(Formula.parse("größe * {Größe (cm)}", name -> java.util.Optional.of(umlaut)).reads())
        .containsExactly(umlaut);
  }

  @Test
  void aDayStaysADay() {
    assertThat(after(calculate("available_from", "{available_from}"), ROW)).isEqualTo("2026-01-31");
    assertThat(after(calculate("available_from", "add_days({available_from}, 1)"), ROW))
        .isEqualTo("2026-02-01");
    assertThat(price("days_between(name, name)")).contains("needs a date");
    assertThat(text("date(\"tomorrow\")")).contains("is no date");
    assertThat(text("add_days(date(\"2026-01-01\"), 2000000000)")).isNotEqualTo("=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3(price)", "price cost", "{price}{cost}", "2 price", "(1)(2)"})
  void nothingIsMultipliedByStandingSideBySide(String formula) {
    assertThat(error(formula)).isNotNull();
  }

  @Test
  void eachWorkerHasACopyOfItsOwn() throws Exception {
    Operation formula = calculate("description", "join(\"-\", sku, upper(sku), sku)");
    Column description = PRODUCT.require("description");
    List<Future<Boolean>> right = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (int worker = 0; worker < 4; worker++) {
        int first = worker * 10_000;
        right.add(
            workers.submit(() -> {
              Operation own = formula.started();
              for (int i = first; i < first + 3_000; i++) {
                RowCells row = Cells.of("sku", "s" + i);
                String wanted = "s%1$d-S%1$d-s%1$d".formatted(i);
                if (!own.apply(row, description, row).toString().contains(wanted)) {
                  return false;
                }
              }
              return true;
            }));
      }
      for (Future<Boolean> each : right) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  // Places of errors.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price * {Prise} + 1 | {Prise}",
        "price + prise | prise",
        "price + summe(1) | summe",
        "price + {cost | {cost",
        "price + \"abc | \"abc",
        "price # 2 | #",
        "price * (1 + 2 | (",
        "price) * (1 | )",
        "round(1, 2, 3) | round",
        "round() | round",
        "template(\"{nix}\") | \"{nix}\"",
        "template(name) | name",
        "price * * 2 | *",
      })
  void anErrorNamesItsPlace(String formula, String part) {
    assertThat(place(formula)).isEqualTo(part);
  }

  @Test
  void aFormulaHasBounds() {
    assertThat(error("")).hasMessageContaining("empty");
    assertThat(error("1" + "+1".repeat(1_000))).hasMessageContaining("2,000 characters");
    assertThat(error("(".repeat(60) + "1" + ")".repeat(60))).hasMessageContaining("50");
    assertThat(price("1" + "+1".repeat(500))).isEqualTo("501.00");
    assertThat(price("-".repeat(500) + "1")).isEqualTo("1.00");
  }

  @Test
  void aResultOfAnotherKindIsAProblem() {
    assertThat(price("name")).contains("The formula gives \"oak chair\", which is no amount");
    assertThat(after(calculate("active", "price > 10"), ROW)).isEqualTo("yes");
    assertThat(price("price - 100")).isEqualTo("!-88.00: Is less than 0");
    assertThatThrownBy(() -> calculate("id", "1")).hasMessageContaining("can't be changed");
  }

  @Test
  void aTextThatCouldNotBeTakenIsNotCalculatedWith() {
    assertThat(after(calculate("price", "cost * 2"), Cells.of("cost", "x")))
        .contains("Cost holds \"x\"");
  }
}
