package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.ColumnType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 (30) 12",
        "-10% off",
        "@home",
        "\t=1",
        "\r=1",
        "'=1",
        "''-x",
        "'-30",
        "-",
        "-5+3",
        "-1/2",
        "- soft",
        "+Plus",
        "-0.5 mm",
        "-2+3+cmd|' /C calc'!A0",
        "-1 \n=2"
      })
  void aTextThatMightRunGetsOneApostrophe(String text) {
    assertThat(FormulaGuard.protect(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'", "''", "Mug", "'Mug'", "1-2", " =1", "5'=x", "007"})
  void anyOtherTextStays(String text) {
    assertThat(FormulaGuard.protect(text)).isEqualTo(text);
    assertThat(FormulaGuard.restore(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-30",
        "-0.142",
        "+49 30 123456",
        "-1,234.56",
        "+7",
        "-.5",
        "-5%",
        "-1.5E-3",
        "+1 2"
      })
  void aPlainNumberRunsNothingAndStays(String text) {
    assertThat(FormulaGuard.protect(text)).isEqualTo(text);
    assertThat(FormulaGuard.restore(text)).isEqualTo(text);
    assertThat(FormulaGuard.restore("'" + text)).as("of an earlier version").isEqualTo(text);
  }

  @Test
  void whatWasNeverProtectedIsNotTouched() {
    assertThat(FormulaGuard.restore("=1+1")).isEqualTo("=1+1");
    assertThat(FormulaGuard.restore("'=1+1")).isEqualTo("=1+1");
  }

  @Property
  void everyTextComesBackAsItWas(@ForAll("texts") String text) {
    assertThat(FormulaGuard.restore(FormulaGuard.protect(text))).isEqualTo(text);
  }

  @Property
  void nothingProtectedBeginsLikeAFormula(@ForAll("texts") String text) {
    assertThat(FormulaGuard.protect(text))
        .doesNotStartWith("=")
        .doesNotMatch("(?s)[+\\-@\t\r](?![0-9., E%\u00A0\u202F+\\-]*$).*");
  }

  @Property
  void aTextOfAWorkbookIsReadAsItWas(@ForAll("texts") String text) {
    assertThat(ExcelHabits.meant(FormulaGuard.escape(text), ColumnType.TEXT)).isEqualTo(text);
  }

  @Property
  void aProtectedTextIsReadAsItWas(@ForAll("texts") String text) {
    assertThat(ExcelHabits.meant(FormulaGuard.protect(text), ColumnType.TEXT)).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("'=+-@\t\ra \"").ofMaxLength(6), Arbitraries.strings());
  }
}
