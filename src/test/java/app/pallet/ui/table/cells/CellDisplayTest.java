package app.pallet.ui.table.cells;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellDisplayTest {

  private static final Column PRICE =
      Column.builder("price", ColumnType.MONEY).digits(15, 4).build();
  private static final Column NAME = Column.builder("name", ColumnType.TEXT).build();

  private final CellDisplay english = new CellDisplay(CellFormat.PLAIN);
  private final CellDisplay german = new CellDisplay(CellFormat.of(Locale.GERMANY));

  @ParameterizedTest
  @CsvSource({
    "1234.5, '1,234.50', '1.234,50'",
    "0.125, '0.125', '0,125'",
    "-1000000, '-1,000,000.00', '-1.000.000,00'"
  })
  void moneyHasThousandsAndAtLeastTwoDecimals(
      BigDecimal amount, String inEnglish, String inGerman) {
    assertThat(english.of(PRICE, amount.setScale(4))).isEqualTo(inEnglish);
    assertThat(german.of(PRICE, amount.setScale(4))).isEqualTo(inGerman);
  }

  @Property
  void whatIsShownIsReadBackAsTheSameAmount(@ForAll @Scale(4) BigDecimal any) {
    BigDecimal amount = any.remainder(new BigDecimal("100000000000"));
    for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY}) {
      CellFormat format = CellFormat.of(locale);
      String shown = new CellDisplay(format).of(PRICE, amount);
      assertThat(CellParser.parse(PRICE, shown, format)).isEqualTo(new CellReading.Value(amount));
    }
  }

  @Test
  void lineBreaksAreShownAsSigns() {
    assertThat(english.of(NAME, "one\r\ntwo\nthree")).isEqualTo("one \u21B5 two \u21B5 three");
  }

  @Test
  void longTextsAreCut() {
    assertThat(english.of(NAME, "x".repeat(100_000))).hasSize(301).endsWith("\u2026");
  }

  @Test
  void anEmptyCellIsEmptyAndADayIsIso() {
    Column day = Column.builder("day", ColumnType.DATE).build();
    assertThat(english.of(day, null)).isEmpty();
    assertThat(german.of(day, LocalDate.of(2026, 11, 3))).isEqualTo("2026-11-03");
  }
}
