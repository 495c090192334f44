package app.pallet.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderRowTest {

  private static final TableSchema SCHEMA = ProductSchema.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SKU|Price", "sku|name|my note", "Artikelnummer|Bezeichnung|Preis netto|Bestand",
        "Price", "|SKU||Name|", "a|b|c|d|e|SKU|Name|Price"
      })
  void knowsHeadings(String row) {
    assertThat(HeaderRow.isHeader(cells(row), SCHEMA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4711|Chai|18.00",
        "SKU|Name|18,00",
        "Chai|Chang",
        "|",
        "Chai|Brand|standard",
        "a|b|c|d|SKU|Name"
      })
  void knowsValues(String row) {
    assertThat(HeaderRow.isHeader(cells(row), SCHEMA)).isFalse();
  }

  private static List<String> cells(String row) {
    return Arrays.asList(row.split("\\|", -1));
  }
}
