package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"4006381333931", "96385074", "036000291452", "10012345000017", "2000000000015"})
  void rightOnesSayNothing(String text) {
    assertThat(CheckDigit.expectedInstead(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4006381333932,1", "96385070,4", "036000291453,2", "10012345000010,7"})
  void wrongOnesNameTheRightDigit(String text, int digit) {
    assertThat(CheckDigit.expectedInstead(text)).hasValue(digit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "A006381333931", "400-6381333", "٤٠٠٦٣٨١٣"})
  void otherTextsAreNoArticleNumbers(String text) {
    assertThat(CheckDigit.expectedInstead(text)).isEmpty();
  }

  @Test
  void barcodeColumnsAreKnownByNameOrLabel() {
    assertThat(ProductSchema.create().require("barcode").isBarcode()).isTrue();
    assertThat(Column.builder("ean_13", ColumnType.TEXT).build().isBarcode()).isTrue();
    assertThat(Column.builder("code", ColumnType.TEXT).build().isBarcode()).isFalse();
    assertThat(ProductSchema.create().require("sku").isBarcode()).isFalse();
    assertThat(ProductSchema.create().require("quantity").isBarcode()).isFalse();
  }
}
