package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {

  private static final TableSchema SCHEMA = ProductSchema.create();

  @ParameterizedTest
  @ValueSource(strings = {"4,00638E+12", "4.00638E+12", "4E+12", "-4.1E+12", "1.2E+100"})
  void aNumberThatASpreadsheetShortenedIsNoBarcodeAndNoArticleNumber(String text) {
    for (String column : new String[] {"sku", "barcode"}) {
      assertThat(CellParser.parse(SCHEMA.require(column), text, CellFormat.PLAIN))
          .isEqualTo(
              new CellReading.Rejected(
                  "Was shortened by a spreadsheet, so digits are missing",
                  "all digits, from a column that the spreadsheet holds as text"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4E12", "12E3", "E+12", "4E+1", "4.E+12", "40.06E+12", "4.0E+1x", "4006"})
  void whatOnlyLooksLikeOneIsAnArticleNumber(String text) {
    assertThat(CellParser.parse(SCHEMA.require("sku"), text, CellFormat.PLAIN))
        .isEqualTo(new CellReading.Value(text));
  }

  @Test
  void otherTextsMayHoldSuchNumbers() {
    assertThat(CellParser.parse(SCHEMA.require("name"), "4.00638E+12", CellFormat.PLAIN))
        .isEqualTo(new CellReading.Value("4.00638E+12"));
  }

  @Test
  void aColumnOfAnyCatalogueIsKnownByItsHeading() {
    assertThat(text("x", "EAN-Code").isIdentifier()).isTrue();
    assertThat(text("Artikelnummer", "x").isIdentifier()).isTrue();
    assertThat(text("x", "y").isIdentifier()).isFalse();
    assertThat(Column.builder("ean", ColumnType.WHOLE_NUMBER).build().isIdentifier()).isFalse();
  }

  private static Column text(String name, String label) {
    return Column.builder(name, ColumnType.TEXT).label(label).build();
  }
}
