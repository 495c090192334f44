package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file becomes a catalogue, is exported and becomes a catalogue again: texts stay the same byte
 * for byte, and numbers the same numbers, in CSV files and in workbooks.
 */
final class RoundTripTest {

  private static final String OWN = "src/test/files/";
  private static final String SHARED = "../shared/data/";

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  /** A catalogue's columns and rows. */
  private record Content(List<Column> columns, List<RowValues> rows) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        OWN + "magento.csv",
        OWN + "magento-baskets.csv",
        OWN + "woocommerce.csv",
        OWN + "prestashop.csv",
        OWN + "openfoodfacts.tsv",
        OWN + "office-de-cp1252.csv",
        SHARED + "magento-configurable-products.csv",
        SHARED + "magento-products_gear_bags.csv",
        SHARED + "woocommerce-sample_products.csv",
        SHARED + "prestashop-products_import.csv",
        SHARED + "openfoodfacts-sample.tsv",
        SHARED + "northwind-de-cp1252.csv"
      })
  void aFileComesBackAsItWas(String name) {
    Path file = Path.of(name);
    assumeTrue(Files.exists(file), () -> "There is no " + file.toAbsolutePath());

    Content first = imported(file, "first.pallet");
    assertThatEqual(first, texts(file));

    for (String export : List.of("again.csv", "again.xlsx")) {
      Path exported = folder.resolve(export);
      assertThat(pallet.run("export", path("first.pallet"), exported.toString())).isZero();
      assertThatEqual(first, texts(exported));
      Content second = imported(exported, export + ".pallet");
      assertThatEqual(second, texts(file));
      assertThat(second.columns())
          .extracting(Column::name)
          .isEqualTo(first.columns().stream().map(Column::name).toList());
    }
  }

  private Content imported(Path file, String catalogue) {
    int code =
        pallet.run("import", file.toString(), "--into", path(catalogue), "--as-new", "--json");
    assertThat(pallet.err()).isEmpty();
    assertThat(pallet.json().get("problems")).isEmpty();
    assertThat(code).isZero();
    try (CatalogueDatabase database =
        CatalogueDatabase.open(folder.resolve(catalogue), ConnectionSettings.DEFAULT)) {
      List<RowValues> rows = new ArrayList<>();
      new RowReader(database)
          .forEach(
              RowQuery.ALL, row -> rows.add(row.values().only(column -> !column.isReadOnly())));
      assertThat(rows).hasSize(pallet.json().get("rowsRead").asInt());
      return new Content(database.schema().dataColumns(), rows);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<TextRow> texts(Path file) {
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private static void assertThatEqual(Content catalogue, List<TextRow> texts) {
    assertThat(catalogue.rows()).hasSameSizeAs(texts);
    for (int row = 0; row < texts.size(); row++) {
      for (int i = 0; i < catalogue.columns().size(); i++) {
        Column column = catalogue.columns().get(i);
        List<String> cells = texts.get(row).cells();
        String text = i < cells.size() ? cells.get(i) : "";
        Object value = catalogue.rows().get(row).get(column);
        assertThat(same(column, value, text))
            .as("line %d, %s: '%s' became '%s'", texts.get(row).line(), column, text, value)
            .isTrue();
      }
    }
  }

  private static boolean same(Column column, @Nullable Object value, String text) {
    if (value == null) {
      return text.isEmpty() || (column.type() != ColumnType.TEXT && text.isBlank());
    }
    return switch (value) {
      case String stored -> stored.equals(restored(text));
      case BigDecimal number -> number.compareTo(new BigDecimal(text.replace(',', '.'))) == 0;
      case Boolean yes -> List.of(yes ? "yes" : "no", yes ? "TRUE" : "FALSE").contains(text);
      default -> value.toString().equals(text);
    };
  }

  /** An exported text that a spreadsheet would run has an apostrophe before it. */
  private static String restored(String text) {
    return text.matches("(?s)'+[=+\\-@\\t\\r].*") ? text.substring(1) : text;
  }
}
