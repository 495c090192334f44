package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.source.SourceOptions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shops get. */
final class ExportPresetTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final RowValues MUG =
      RowValues.of(SCHEMA.require("sku"), "MÜ-1")
          .with(SCHEMA.require("name"), "Große Tasse, blau")
          .with(SCHEMA.require("price"), new BigDecimal("4.5000"))
          .with(SCHEMA.require("weight"), new BigDecimal("0.350000"))
          .with(SCHEMA.require("active"), false);

  private static Map<String, String> written(
      ExportPreset preset, TableSchema schema, RowValues row) {
    Map<String, String> cells = new LinkedHashMap<>();
    preset
        .columns(schema)
        .forEach(column -> cells.put(column.heading(), column.text(row, NumberStyle.POINT)));
    return cells;
  }

  @Test
  void shopifyGetsItsHeadingsWordsAndHandles() {
    assertThat(written(ExportPreset.SHOPIFY, SCHEMA, MUG))
        .containsEntry("Handle", "große-tasse-blau-mu-1")
        .containsEntry("Title", "Große Tasse, blau")
        .containsEntry("Variant SKU", "MÜ-1")
        .containsEntry("Variant Price", "4.50")
        .containsEntry("Variant Grams", "350")
        .containsEntry("Published", "FALSE")
        .containsEntry("Status", "draft");
  }

  @Test
  void textsAreGuardedForSpreadsheetsAndNotForShops() {
    for (ExportPreset preset : ExportPreset.values()) {
      assertThat(preset.formulas())
          .isEqualTo(preset == ExportPreset.PALLET ? FormulaTexts.GUARD : FormulaTexts.KEEP);
    }
  }

  @Test
  void eachShopSaysYesAndNoInItsOwnWords() {
    assertThat(written(ExportPreset.WOOCOMMERCE, SCHEMA, MUG)).containsEntry("Published", "0");
    assertThat(written(ExportPreset.MAGENTO, SCHEMA, MUG)).containsEntry("product_online", "2");
    assertThat(written(ExportPreset.PRESTASHOP, SCHEMA, MUG)).containsEntry("Active (0/1)", "0");
    assertThat(ExportPreset.PRESTASHOP.separator()).isEqualTo(';');
  }

  @ParameterizedTest
  @CsvSource({
    "WOOCOMMERCE, src/test/files/woocommerce.csv",
    "MAGENTO, src/test/files/magento.csv",
    "PRESTASHOP, src/test/files/prestashop.csv",
    "WOOCOMMERCE, ../shared/data/woocommerce-sample_products.csv",
    "MAGENTO, ../shared/data/magento-configurable-products.csv",
    "PRESTASHOP, ../shared/data/prestashop-products_import.csv"
  })
  void headingsAreThoseOfTheShopsOwnFile(ExportPreset preset, String name) {
    Path file = Path.of(name);
    assumeTrue(Files.exists(file), "needs " + file);
    List<String> newer = List.of("GTIN, UPC, EAN, or ISBN", "Brands"); // WooCommerce 9.2 and 9.6
    try (app.pallet.spreadsheet.csv.CsvSource shop =
        app.pallet.spreadsheet.csv.CsvSource.open(file, SourceOptions.DETECT)) {
      assertThat(preset.columns(SCHEMA))
          .extracting(ExportColumn::heading)
          .filteredOn(heading -> !newer.contains(heading))
          .isSubsetOf(shop.header());
    }
  }

  @Test
  void everyHeadingFindsAColumnAgainOnImport() {
    for (ExportPreset preset : ExportPreset.values()) {
      assertThat(preset.columns(SCHEMA)).isNotEmpty();
    }
    assertThat(ExportPreset.PALLET.columns(SCHEMA))
        .extracting(ExportColumn::heading)
        .containsExactlyElementsOf(SCHEMA.dataColumns().stream().map(Column::name).toList());
  }

  @Test
  void aCatalogueWithTheShopsOwnColumnsKeepsTheirValues() {
    Column id = Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
    Column handle = Column.builder("handle", ColumnType.TEXT).label("Handle").build();
    Column title = Column.builder("title", ColumnType.TEXT).build();
    Column grams = Column.builder("grams", ColumnType.DECIMAL).label("Variant Grams").build();
    TableSchema own = new TableSchema("shop", List.of(id, handle, title, grams), "handle");
    RowValues row =
        RowValues.of(handle, "My_Handle")
            .with(title, "Mug")
            .with(grams, new BigDecimal("350.0000"));
    assertThat(written(ExportPreset.SHOPIFY, own, row))
        .containsExactly(
            Map.entry("Handle", "My_Handle"),
            Map.entry("Title", "Mug"),
            Map.entry("Variant Grams", "350"));
  }

  @Test
  void whatACatalogueDoesNotHaveIsNotWritten() {
    Column id = Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
    Column colour = Column.builder("colour", ColumnType.TEXT).build();
    TableSchema other = new TableSchema("t", List.of(id, colour), "colour");
    assertThat(ExportPreset.SHOPIFY.columns(other)).isEmpty();
  }
}
