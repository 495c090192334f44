package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0             | 0
          007           | 7
          -12           | -12
          +12           | 12
          .5            | 0.5
          0.5           | 0.5
          0,5           | 0.5
          5.            | 5
          -.5           | -0.5
          0.500         | 0.500
          0,500         | 0.500
          1234.5        | 1234.5
          1234,567      | 1234.567
          1,234.50      | 1234.50
          1.234,50      | 1234.50
          1.299,00      | 1299.00
          1.234.567     | 1234567
          1,234,567     | 1234567
          1,234,567.8   | 1234567.8
          1,234.50 €    | 1234.50
          €1,234.50     | 1234.50
          $ 12.50       | 12.50
          -$12.50       | -12.50
          $-12.50       | -12.50
          12,50 EUR     | 12.50
          CHF 1'200.-   | 1200
          CHF 1’200.50  | 1200.50
          1200,-        | 1200
          19,–          | 19
          19,--         | 19
          (12.50)       | -12.50
          $ (1,234.50)  | -1234.50
          (12,50 €)     | -12.50
          12.50-        | -12.50
          −3            | -3
          1 234,50      | 1234.50
          1 234,500     | 1234.500
          1 234 567     | 1234567
          """)
  void readsANumberThatCanBeMeantInOneWayOnlyWhateverTheStyle(String text, BigDecimal expected) {
    for (NumberStyle style : NumberStyle.values()) {
      assertThat(number(text, style)).as(style.name()).isEqualByComparingTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\u00a0234,50", "1\u202f234,50", "\u00a01234,5\u00a0", "\t1234,5\n"})
  void takesNoBreakSpacesAsSpaces(String text) {
    assertThat(number(text, NumberStyle.POINT)).isEqualByComparingTo("1234.5");
  }

  @ParameterizedTest
  @CsvSource({"'1,234',1234,1.234", "1.234,1.234,1234", "'-12,345 €',-12345,-12.345"})
  void readsAnAmbiguousNumberInTheGivenStyle(String text, BigDecimal point, BigDecimal comma) {
    assertThat(number(text, NumberStyle.POINT)).isEqualByComparingTo(point);
    assertThat(number(text, NumberStyle.COMMA)).isEqualByComparingTo(comma);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "-",
        "+",
        ".",
        ",",
        "€",
        "EUR",
        "()",
        "1.2.3",
        "1,23.50",
        "12,34,567",
        "1 23",
        "1234 567",
        "0 123",
        "12 kg",
        "SKU123",
        "ABC 12",
        "--5",
        "(-5)",
        "-5-",
        "1,234.567,8",
        "1'23",
        "1e",
        "NaN",
        "0x10",
        "٣",
        "1/2",
        "12:30"
      })
  void refusesWhatIsNoNumber(String text) {
    for (NumberStyle style : NumberStyle.values()) {
      assertThat(NumberText.read(text, style))
          .isEqualTo(new NumberText.Rejected("Is not a number"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,00638E+12", "4.00638E+12", "4E12", "-1e-3", " 1E+05 "})
  void refusesANumberThatASpreadsheetShortened(String text) {
    assertThat(NumberText.read(text, NumberStyle.POINT))
        .isEqualTo(
            new NumberText.Rejected("Was shortened by a spreadsheet, so digits may be missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12%", "12 %", "-3,5%"})
  void refusesAPercentage(String text) {
    assertThat(NumberText.read(text, NumberStyle.COMMA))
        .isEqualTo(new NumberText.Rejected("Is a percentage"));
  }

  @ParameterizedTest
  @EnumSource(NumberStyle.class)
  void refusesHugeNumbersQuickly(NumberStyle style) {
    assertThat(NumberText.read("9".repeat(1_000_000), style))
        .isEqualTo(new NumberText.Rejected("Has too many digits"));
    assertThat(NumberText.read("1 ".repeat(500_000), style))
        .isInstanceOf(NumberText.Rejected.class);
  }

  @Property
  void readsEveryNumberGroupedAndDressedAsPeopleDo(
      @ForAll @Scale(3) @BigRange(min = "-1e20", max = "1e20") BigDecimal value,
      @ForAll NumberStyle style,
      @ForAll @IntRange(max = 3) int dress) {
    String written = grouped(value, style);
    String text =
        switch (dress) {
          case 0 -> written;
          case 1 -> written + " €";
          case 2 -> "CHF " + written;
          default -> value.signum() < 0 ? "(" + written.substring(1) + ")" : " " + written + " ";
        };
    assertThat(number(text, style)).isEqualByComparingTo(value);
  }

  private static String grouped(BigDecimal value, NumberStyle style) {
    BigInteger whole = value.toBigInteger().abs();
    String fraction = value.abs().remainder(BigDecimal.ONE).toPlainString();
    String sign = value.signum() < 0 ? "-" : "";
    String digits = whole.toString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", "" + style.grouping());
    return sign + digits + fraction.substring(1).replace('.', style.decimal());
  }

  private static BigDecimal number(String text, NumberStyle style) {
    assertThat(NumberText.read(text, style)).isInstanceOf(NumberText.Parsed.class);
    return ((NumberText.Parsed) NumberText.read(text, style)).number();
  }
}
