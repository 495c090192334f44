package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that come from calculations, whose exponents no text can have. */
class CellRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"1E+15", "1E+2147483647", "-1E+2147483647"})
  void aNumberIsNotWrittenOutToBeFoundTooLarge(String digits) {
    BigDecimal number = new BigDecimal(digits);
    for (ColumnBuilder column :
        new ColumnBuilder[] {
          Column.builder("price", ColumnType.MONEY),
          Column.builder("price", ColumnType.MONEY).digits(15, 2).plain()
        }) {
      assertThat(CellRules.check(column.build(), number))
          .isInstanceOfSatisfying(
              CellReading.Rejected.class,
              why -> assertThat(why.message()).isEqualTo("Is too large"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8E+308", "-1E+309", "1E+2147483647"})
  void aNumberThatIsNoFloatingPointNumberIsTooLargeForAColumnOfThem(String digits) {
    Column size = Column.builder("size", ColumnType.DECIMAL).floating().plain().build();
    assertThat(CellRules.check(size, new BigDecimal("1.7E+308")))
        .isInstanceOf(CellReading.Value.class);
    assertThat(CellRules.check(size, new BigDecimal(digits)))
        .isInstanceOfSatisfying(
            CellReading.Rejected.class, why -> assertThat(why.message()).isEqualTo("Is too large"));
  }
}
