package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellTextTest {

  @ParameterizedTest
  @CsvSource({"18.0000,18.00", "0.0000,0.00", "1234.5600,1234.56", "0.1234,0.1234", "-5.1,-5.10"})
  void writesAnAmountWithAtLeastTwoDecimals(BigDecimal value, String expected) {
    Column price = Column.builder("price", ColumnType.MONEY).build();
    assertThat(CellText.plain(price, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"18.0000,18", "100,100", "0.0000,0", "0.5000,0.5"})
  void writesADecimalNumberWithoutNeedlessZeros(BigDecimal value, String expected) {
    Column weight = Column.builder("weight", ColumnType.DECIMAL).build();
    assertThat(CellText.plain(weight, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"POINT,1234.50", "COMMA,'1234,50'"})
  void writesTheDecimalSignOfTheStyleAndNoThousands(NumberStyle style, String expected) {
    Column price = Column.builder("price", ColumnType.MONEY).build();
    assertThat(CellText.plain(price, new BigDecimal("1234.5"), style)).isEqualTo(expected);
  }
}
