package app.pallet.spreadsheet.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.CsvDialect.Quoting;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Files as shop programs and offices write them: small ones of our own, and whole ones of other
 * makers where they lie beside the project, of which they are never part.
 */
final class RealFilesTest {

  private static final Path OWN = Path.of("src", "test", "files");
  private static final Path SHARED = Path.of("..", "shared", "data");
  private static final TableSchema SCHEMA = ProductSchema.create();

  /**
   * What is known of a file: its dialect, its shape, and the columns that must be filled from it.
   */
  record Known(
      String file, Charset charset, char separator, int rows, int columns, List<String> filled) {

    static Known utf8(String file, char separator, int rows, int columns, String filled) {
      return new Known(file, UTF_8, separator, rows, columns, List.of(filled.split(" ")));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static final List<Known> FILES =
      List.of(
          Known.utf8(
              "magento.csv",
              ',',
              10,
              37,
              "sku category name description weight active price image compare_at_price quantity"
                  + " reorder_level"),
          Known.utf8(
              "magento-baskets.csv", ',', 3, 14, "category name sku price quantity description"),
          Known.utf8(
              "openfoodfacts.tsv", '\t', 6, 29, "barcode name quantity brand category tags image"),
          Known.utf8(
              "prestashop.csv",
              ';',
              4,
              41,
              "active name category price cost sku supplier brand barcode weight quantity unit"
                  + " description tags available_from image"),
          Known.utf8(
              "woocommerce.csv",
              ',',
              5,
              36,
              "sku name active description tax_class quantity reorder_level weight price category"
                  + " tags image"),
          new Known(
              "office-de-cp1252.csv",
              Charset.forName("windows-1252"),
              ';',
              9,
              10,
              List.of("sku name supplier category unit price quantity reorder_level".split(" "))),
          Known.utf8(
              "magento-configurable-products.csv",
              ',',
              1_994,
              70,
              "sku category name description weight active price image compare_at_price quantity"
                  + " reorder_level"),
          Known.utf8(
              "magento-products_gear_bags.csv",
              ',',
              14,
              19,
              "category name sku price quantity description"),
          Known.utf8(
              "openfoodfacts-sample.tsv",
              '\t',
              1_263,
              174,
              "barcode name quantity brand category tags image"),
          Known.utf8(
              "prestashop-products_import.csv",
              ';',
              7,
              55,
              "active name category price cost sku supplier brand barcode weight quantity unit"
                  + " description tags available_from image"),
          Known.utf8(
              "woocommerce-sample_products.csv",
              ',',
              24,
              55,
              "sku name active description tax_class quantity reorder_level weight price category"
                  + " tags image"),
          new Known(
              "northwind-de-cp1252.csv",
              Charset.forName("windows-1252"),
              ';',
              77,
              10,
              List.of("sku name supplier category unit price quantity reorder_level".split(" "))));

  @ParameterizedTest
  @FieldSource("FILES")
  void aFileIsOpenedAsItIsWritten(Known known) {
    try (CsvSource source = open(known.file())) {
      assertThat(source.dialect())
          .isEqualTo(new CsvDialect(known.charset(), 0, known.separator(), Quoting.ENCLOSES));
      assertThat(source.header()).hasSize(known.columns());
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      assertThat(rows).hasSize(known.rows());
      assertThat(rows).allMatch(row -> row.cells().size() == known.columns());
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void theHeadingsOfAFileFindTheirColumns(Known known) {
    try (CsvSource source = open(known.file())) {
      assertThat(mapping(source).columns())
          .extracting(Column::name)
          .containsExactlyElementsOf(known.filled());
    }
  }

  @Test
  void anOfficesFileKeepsLeadingZerosDecimalCommasAndUmlauts() {
    List<RowMapping> rows = read("office-de-cp1252.csv");
    assertThat(rows).allMatch(row -> row.problems().isEmpty());
    assertThat(rows)
        .extracting(row -> value(row, "sku"))
        .startsWith("000001", "000002")
        .endsWith("000009");
    assertThat(rows)
        .extracting(row -> value(row, "price"))
        .startsWith(new BigDecimal("18.2500"), new BigDecimal("36.5000"))
        .endsWith(new BigDecimal("164.2500"));
    assertThat(value(rows.get(7), "name")).isEqualTo("Fußmatte „Moin“");
    assertThat(rows.getLast().origin().line()).isEqualTo(10);
    try (CsvSource source = open("office-de-cp1252.csv")) {
      assertThat(numbersOfPrices(source)).isEqualTo(NumberStyle.COMMA);
    }
  }

  @Test
  void rowsOfAShopKnowTheirLinesAfterCellsOfManyLines() {
    List<RowMapping> rows = read("magento.csv");
    assertThat(rows).allMatch(row -> row.problems().isEmpty());
    assertThat(rows)
        .extracting(row -> row.origin().line())
        .containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
    assertThat(value(rows.getFirst(), "sku")).isEqualTo("BOWL-CHALK-S");
    assertThat(value(rows.get(1), "price")).isEqualTo(new BigDecimal("18.5000"));
    assertThat(value(rows.getLast(), "description")).isEqualTo("<p>One bowl,\nnine ways.</p>");
    assertThat(value(read("magento-baskets.csv").get(1), "category")).isEqualTo("Home\nBaskets");
  }

  @Test
  void barcodesStayTextAndOnlyQuantitiesOfFoodAreNoneOfOurs() {
    List<RowMapping> rows = read("openfoodfacts.tsv");
    assertThat(rows)
        .extracting(row -> value(row, "barcode"))
        .contains("0036000291452", "20203467", "4901777018888");
    assertThat(value(rows.get(4), "name")).isEqualTo("緑茶");
    assertThat(rows)
        .flatExtracting(RowMapping::problems)
        .extracting(RowProblem::column, RowProblem::value)
        .containsExactly(
            tuple("quantity", "720 g"),
            tuple("quantity", "12 oz"),
            tuple("quantity", "370 g"),
            tuple("quantity", "525 ml"),
            tuple("quantity", "1 kg"));
  }

  @Test
  void ofTwoShopsOnlyATaxClassIsNoneOfOurs() {
    List<RowMapping> woocommerce = read("woocommerce.csv");
    assertThat(woocommerce)
        .flatExtracting(RowMapping::problems)
        .extracting(RowProblem::column, RowProblem::value)
        .containsOnly(tuple("tax_class", "parent"))
        .hasSize(2);
    assertThat(value(woocommerce.getFirst(), "weight")).isEqualTo(new BigDecimal("0.500000"));
    assertThat(value(woocommerce.getLast(), "sku")).isEqualTo("00123");
    assertThat(value(woocommerce.getLast(), "quantity")).isEqualTo(-2L);
    List<RowMapping> prestashop = read("prestashop.csv");
    assertThat(prestashop).allMatch(row -> row.problems().isEmpty());
    assertThat(value(prestashop.get(2), "weight")).isEqualTo(new BigDecimal("0.068357"));
    assertThat(prestashop)
        .extracting(row -> value(row, "active"))
        .containsExactly(false, true, true, true);
    assertThat(prestashop)
        .extracting(row -> value(row, "available_from"))
        .startsWith(LocalDate.of(2026, 3, 1));
  }

  @Test
  void northwindKeepsLeadingZerosDecimalCommasAndUmlauts() {
    List<RowMapping> rows = read("northwind-de-cp1252.csv");
    assertThat(rows).allMatch(row -> row.problems().isEmpty());
    assertThat(value(rows.getFirst(), "sku")).isEqualTo("000001");
    assertThat(value(rows.getFirst(), "price")).isEqualTo(new BigDecimal("18.0000"));
    assertThat(value(rows.get(21), "name")).isEqualTo("Gustaf's Knäckebröd");
    assertThat(rows.getLast().origin().line()).isEqualTo(78);
  }

  @Test
  void northwindIsRecognizedAsWrittenWithDecimalCommas() {
    try (CsvSource source = open("northwind-de-cp1252.csv")) {
      assertThat(numbersOfPrices(source)).isEqualTo(NumberStyle.COMMA);
    }
  }

  @Test
  void everyRowOfMagentoCanBeTaken() {
    List<RowMapping> rows = read("magento-configurable-products.csv");
    assertThat(rows).allMatch(row -> row.problems().isEmpty());
    assertThat(value(rows.getFirst(), "sku")).isEqualTo("MH01-XS-Black");
    assertThat(rows).extracting(row -> value(row, "price")).doesNotContainNull();
    assertThat(rows).extracting(row -> value(row, "sku")).doesNotHaveDuplicates();
  }

  @Test
  void magentoRowsKnowTheirLinesAfterCellsOfManyLines() {
    List<RowMapping> rows = read("magento-configurable-products.csv");
    assertThat(rows.get(1).origin().line()).isEqualTo(4);
    assertThat(rows.getLast().origin().line()).isEqualTo(3_940);
  }

  @Test
  void barcodesOfOpenFoodFactsStayText() {
    List<RowMapping> rows = read("openfoodfacts-sample.tsv");
    assertThat(value(rows.getFirst(), "barcode")).isEqualTo("8076809570787");
    assertThat(rows).extracting(row -> value(row, "barcode")).doesNotHaveDuplicates();
  }

  @Test
  void onlyQuantitiesOfOpenFoodFactsAreNoneOfOurs() {
    assertThat(read("openfoodfacts-sample.tsv"))
        .flatExtracting(RowMapping::problems)
        .extracting(RowProblem::column)
        .containsOnly("quantity"); // "500 g" is no number of pieces
  }

  @Test
  void onlyTaxClassesOfWooCommerceAreNoneOfOurs() {
    List<RowMapping> rows = read("woocommerce-sample_products.csv");
    assertThat(rows)
        .flatExtracting(RowMapping::problems)
        .extracting(RowProblem::column, RowProblem::value)
        .containsOnly(tuple("tax_class", "parent"));
  }

  @Test
  void prestashopIsReadWithoutProblems() {
    List<RowMapping> rows = read("prestashop-products_import.csv");
    assertThat(rows).allMatch(row -> row.problems().isEmpty());
    assertThat(value(rows.getFirst(), "weight")).isEqualTo(new BigDecimal("0.068357"));
    assertThat(value(rows.getFirst(), "barcode")).isEqualTo("1234567890123");
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void aFileBecomesACatalogueThatGivesEveryCellBack(Known known) {
    List<TextRow> rows = rows(known.file());
    ColumnInference inference = new ColumnInference(header(known.file()), false);
    rows.forEach(inference::accept);
    TableSchema schema = inference.schema(Optional.empty());
    List<RowMapping> read = readAs(known.file(), schema, inference.columns());
    List<TextRow> kept = rows.stream().filter(row -> !row.isBlank()).toList();
    assertThat(read).hasSameSizeAs(kept).allMatch(row -> row.problems().isEmpty());
    assertThat(schema.match().rules().required() && schema.match().rules().unique()).isTrue();
    for (int i = 0; i < kept.size(); i++) {
      for (int j = 0; j < known.columns(); j++) {
        InferredColumn inferred = inference.columns().get(j);
        Object value = read.get(i).values().get(inferred.column());
        assertThat(normal(CellText.plain(inferred.column(), value), inferred))
            .isEqualTo(normal(kept.get(i).cells().get(j), inferred));
      }
    }
  }

  /** Numbers are compared as such, everything else byte for byte. */
  private static String normal(String cell, InferredColumn inferred) {
    return inferred.column().type().isNumeric() && !cell.isEmpty()
        ? new BigDecimal(cell.replace(',', '.')).stripTrailingZeros().toPlainString()
        : cell;
  }

  private static List<String> header(String file) {
    try (CsvSource source = open(file)) {
      return source.header();
    }
  }

  private static List<TextRow> rows(String file) {
    try (CsvSource source = open(file)) {
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private static List<RowMapping> readAs(
      String file, TableSchema schema, List<InferredColumn> columns) {
    Map<Integer, CellFormat> formats = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      formats.put(i, columns.get(i).format());
    }
    try (CsvSource source = open(file)) {
      ColumnMapping mapping =
          ColumnMapping.byHeader(source.header(), schema, schema.match(), List.of(), Map.of());
      assertThat(mapping.unmapped()).isEmpty();
      return new MappingReader(source, mapping, CellFormat.PLAIN, EmptyCells.LEAVE, formats)
          .readAll(WorkMonitor.NONE);
    }
  }

  private static @Nullable Object value(RowMapping row, String column) {
    return row.values().get(SCHEMA.require(column));
  }

  private static List<RowMapping> read(String file) {
    try (CsvSource source = open(file)) {
      return reader(source).readAll(WorkMonitor.NONE);
    }
  }

  private static MappingReader reader(CsvSource source) {
    return new MappingReader(source, mapping(source), CellFormat.PLAIN, EmptyCells.LEAVE, Map.of());
  }

  private static NumberStyle numbersOfPrices(CsvSource source) {
    Optional<Column> price = Optional.of(SCHEMA.require("price"));
    int place = 0;
    while (!mapping(source).target(place).equals(price)) {
      place++;
    }
    return reader(source).reading(place).format().numbers();
  }

  private static ColumnMapping mapping(CsvSource source) {
    return ColumnMapping.byHeader(source.header(), SCHEMA, SCHEMA.match(), List.of(), Map.of());
  }

  private static CsvSource open(String file) {
    Path own = OWN.resolve(file);
    Path path = Files.exists(own) ? own : SHARED.resolve(file);
    assumeTrue(Files.exists(path), () -> "There is no " + path.toAbsolutePath());
    return CsvSource.open(path, SourceOptions.DETECT);
  }
}
