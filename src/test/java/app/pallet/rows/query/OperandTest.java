package app.pallet.rows.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.ProductSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a condition compares with, as it is typed. */
final class OperandTest {

  private static CellReading read(String column, String text, Operand.Moment moment) {
    return Operand.read(
        ProductSchema.create().require(column), text, CellFormat.of(Locale.GERMANY), moment);
  }

  private static CellReading read(String column, String text) {
    return read(column, text, Operand.Moment.FIRST);
  }

  @Test
  void aBoundMayBeWhatACellMayNot() {
    assertThat(read("price", "-1,5")).isEqualTo(new CellReading.Value(new BigDecimal("-1.5000")));
    assertThat(read("tax_class", "red")).isEqualTo(new CellReading.Value("red"));
    assertThat(read("sku", " A ")).isEqualTo(new CellReading.Value(" A "));
  }

  @Test
  void aDayStandsForItsFirstOrItsLastMoment() {
    assertThat(read("updated", "24.11.2026"))
        .isEqualTo(new CellReading.Value(Instant.parse("2026-11-24T00:00:00Z")));
    assertThat(read("updated", "2026-11-24", Operand.Moment.LAST))
        .isEqualTo(new CellReading.Value(Instant.parse("2026-11-24T23:59:59.999Z")));
    assertThat(read("updated", "2026-11-24T10:00:00Z", Operand.Moment.LAST))
        .isEqualTo(new CellReading.Value(Instant.parse("2026-11-24T10:00:00Z")));
  }

  @Test
  void nothingAndWhatCannotBeReadAreRejected() {
    assertThat(read("name", "")).isInstanceOf(CellReading.Rejected.class);
    assertThat(read("price", " ")).isInstanceOf(CellReading.Rejected.class);
    assertThat(read("price", "cheap")).isInstanceOf(CellReading.Rejected.class);
    assertThat(read("updated", "soon")).isInstanceOf(CellReading.Rejected.class);
  }
}
