package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.ColumnReading.Doubt;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnReadingTest {

  private static final Column PRICE = Column.builder("price", ColumnType.MONEY).build();
  private static final Column DAY = Column.builder("day", ColumnType.DATE).build();
  private static final Column NAME = Column.builder("name", ColumnType.TEXT).build();

  @Test
  void oneNumberThatCanBeReadInOneWayDecidesForTheOthers() {
    ColumnReading reading = detect(PRICE, "1,234", "12,50", "5,678");
    assertThat(reading.format().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(reading.doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void numbersThatCanAllBeReadInTwoWaysLeaveADoubt() {
    ColumnReading reading = detect(PRICE, "1,234", "5,678", "");
    assertThat(reading).isEqualTo(new ColumnReading(CellFormat.PLAIN, Doubt.DECIMAL_SIGN));
  }

  @Test
  void numbersThatProveBothSignsLeaveADoubtAboutTheAmbiguous() {
    assertThat(detect(PRICE, "1,50", "2,50", "1.50", "1,234").doubt())
        .isEqualTo(Doubt.DECIMAL_SIGN);
    assertThat(detect(PRICE, "1,50", "2,50", "1.50").doubt()).isEqualTo(Doubt.NONE);
    assertThat(detect(PRICE, "1,50", "2,50", "1.50").format().numbers())
        .isEqualTo(NumberStyle.COMMA);
  }

  @Test
  void plainNumbersLeaveNoDoubt() {
    assertThat(detect(PRICE, "12", "1234", "n/a", "0.5"))
        .isEqualTo(ColumnReading.sure(CellFormat.PLAIN));
  }

  @Test
  void aPercentageTellsTheSignToo() {
    assertThat(detect(PRICE, "12,5 %").format().numbers()).isEqualTo(NumberStyle.COMMA);
  }

  @Test
  void oneDateThatProvesTheOrderDecidesForTheOthers() {
    assertThat(detect(DAY, "03/04/2026", "31/12/2026"))
        .isEqualTo(ColumnReading.sure(CellFormat.PLAIN.withDates(DateOrder.DAY_FIRST)));
    assertThat(detect(DAY, "03/04/2026", "12/31/2026").format().dates())
        .isEqualTo(DateOrder.MONTH_FIRST);
  }

  @Test
  void datesThatProveOppositeOrdersSettleNone() {
    CellFormat dayFirst = CellFormat.PLAIN.withDates(DateOrder.DAY_FIRST);
    ColumnReading reading =
        ColumnReading.detect(DAY, List.of("31/12/2026", "12/31/2026", "1/2/2026"), dayFirst);
    assertThat(reading).isEqualTo(new ColumnReading(CellFormat.PLAIN, Doubt.DATE_ORDER));
  }

  @Test
  void ambiguousDatesAloneAreInDoubt() {
    assertThat(detect(DAY, "03/04/2026", "2026-12-31", "31.12.2026").doubt())
        .isEqualTo(Doubt.DATE_ORDER);
    assertThat(detect(DAY, "4/4/2026", "2026-12-31", "soon").doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void textsAreNeverInDoubt() {
    assertThat(detect(NAME, "1,234", "03/04/2026").doubt()).isEqualTo(Doubt.NONE);
  }

  private static ColumnReading detect(Column column, String... texts) {
    return ColumnReading.detect(column, List.of(texts), CellFormat.PLAIN);
  }
}
