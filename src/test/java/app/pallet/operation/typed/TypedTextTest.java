package app.pallet.operation.typed;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.operation.Cells;
import app.pallet.operation.Operation;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.DateOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private static TypedText typed(CellFormat format) {
    return new TypedText(format, NOON, Cells.PRODUCT::called);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price    | 122.95 | +10%        | 135.245
          price    | 122.95 | -10%        | 110.655
          price    | 122.95 | *1.1        | 135.245
          price    | 120    | /12         | 10.00
          price    | 7.5    | / 3         | 2.50
          price    | 122.95 | +5          | 127.95
          price    | 122.95 | -5          | !-5: Is less than 0
          price    | 122.95 | 5           | 5.00
          price    | 122.95 | 10%         | !10%: Is a percentage
          price    | 122.95 | *           | !*: Is not a number
          price    | 122.95 | *1.1.1      | !*1.1.1: Is not a number
          price    | 122.95 | /0          | !122.95: Nothing can be divided by 0
          price    | 122.95 | -200%       | !-122.95: Is less than 0
          price    |        | +10%        | =
          price    | 122.95 | +0%         | =
          price    | 100    | =price*1.1  | 110.00
          price    | 100    | ={Price}+1  | 101.00
          price    | 100    | =prize*1.1  | !=prize*1.1: There is no column "prize"; a text is written as "prize" (at character 2)
          price    | 100    | =price*     | !=price*: Missing second operand for operator (at character 7)
          price    | a lot  | +10%        | !a lot: Price holds "a lot", from which nothing can be worked out
          quantity | 10     | *1.25       | 13
          quantity | -4     | -5          | -5
          quantity | 15     | /2          | 8
          name     | Pot    | +10%        | +10%
          name     | Pot    | =price*2    | =price*2
          name     | Pot    | *1.1        | *1.1
          tax_class| zero   | +1          | !+1: Is not one of the choices
          """)
  void amountsAreWorkedOutFromWhatTheCellHolds(
      String name, String there, String text, String wanted) {
    assertThat(after(CellFormat.PLAIN, name, there == null ? "" : there, text)).isEqualTo(wanted);
  }

  @Test
  void numbersAreReadAsTheyAreMeantInTheCatalogue() {
    assertThat(after(CellFormat.of(Locale.GERMANY), "price", "100", "*1,1")).isEqualTo("110.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          today        | 2026-11-30
          Tomorrow     | 2026-12-01
          gestern      | 2026-11-29
          +7           | 2026-01-11
          -7           | 2025-12-28
          + 2 w        | 2026-01-18
          +1m          | 2026-02-04
          +1y          | 2027-01-04
          1.5.         | 2026-05-01
          31.12        | 2026-12-31
          13/5         | 2026-05-13
          5/13         | 2026-05-13
          3/3          | 2026-03-03
          1/5          | !1/5: Could be day or month first
          31.4.        | !31.4.: Is not a day in the calendar
          1 May 2025   | 2025-05-01
          May 1, 2025  | 2025-05-01
          1. Mai       | 2026-05-01
          3. Dez. 2024 | 2024-12-03
          1er mars     | 2026-03-01
          4th july     | 2026-07-04
          31 Feb       | !31 Feb: Is not a day in the calendar
          2026-02-03   | 2026-02-03
          3.2.2026     | 2026-02-03
          1 Smarch     | !1 Smarch: Is not a date
          1.5.26       | !1.5.26: Has a year of two digits
          """)
  void daysAreReadInWordsAndInShort(String text, String wanted) {
    assertThat(after(CellFormat.PLAIN, "available_from", "2026-01-04", text)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"DAY_FIRST, 2026-05-01", "MONTH_FIRST, 2026-01-05"})
  void whichComesFirstIsAsInTheCatalogue(DateOrder order, String wanted) {
    CellFormat format = CellFormat.PLAIN.withDates(order);
    assertThat(after(format, "available_from", "", "1/5")).isEqualTo(wanted);
    assertThat(after(format, "available_from", "", "1.5.")).isEqualTo("2026-05-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "+", "-", "=", "%", "*", "/", "+%", "0", "é", "+9999999999"})
  void nothingThatIsTypedFails(String text) {
    for (Column column : Cells.PRODUCT.dataColumns()) {
      Operation operation = typed(CellFormat.PLAIN).in(List.of(column), text);
      assertThat(operation.apply(Cells.of(), column, Cells.of())).isNotNull();
    }
  }

  @Test
  void inSeveralColumnsATextIsWhatItIsInEach() {
    Column price = Cells.PRODUCT.require("price");
    Column name = Cells.PRODUCT.require("name");
    Cells row = Cells.of("price", "100", "name", "Pot");
    Operation operation = typed(CellFormat.PLAIN).in(List.of(price, name), "+10%").started();

    assertThat(operation.writes()).containsExactlyInAnyOrder(price, name);
    assertThat(operation.apply(row, price, row).toString()).contains("110.0000");
    assertThat(operation.apply(row, name, row).toString()).contains("+10%");
  }

  private static String after(CellFormat format, String name, String there, String text) {
    return Cells.after(
        typed(format).in(List.of(Cells.PRODUCT.require(name)), text), Cells.of(name, there));
  }
}
