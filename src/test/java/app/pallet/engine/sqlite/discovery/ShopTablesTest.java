package app.pallet.engine.sqlite.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.engine.Promises.Given;
import app.pallet.engine.discovery.CheckRule.Bound;
import app.pallet.engine.discovery.CheckRule.OneOf;
import app.pallet.engine.discovery.CheckRule.Side;
import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.ProductsFirst;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference.Action;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of shops, as their makers document them, and of an example that everybody knows. */
final class ShopTablesTest extends InMemoryDatabase {

  private static Optional<KeyColumns> key(String... names) {
    return Optional.of(new KeyColumns(List.of(names)));
  }

  @ParameterizedTest
  @CsvSource({
    "woocommerce.sql, wp_wc_product_meta_lookup, product_id, 2",
    "prestashop.sql, ps_product, id_product, 2",
    "odoo.sql, product_template, id, 1"
  })
  void theTablesOfShopsAreRead(String file, String first, String key, long misfits)
      throws Exception {
    execute(resource(file).split(";\\s*\n", -1));

    List<DiscoveredTable> tables = ProductsFirst.sorted(tables());

    assertThat(tables.getFirst().name().name()).isEqualTo(first);
    assertThat(tables.getFirst().key()).isEqualTo(key(key));
    assertThat(tables.getFirst().columns().stream().mapToLong(DiscoveredColumn::misfits).sum())
        .isEqualTo(misfits);
    for (DiscoveredTable table : tables) {
      new Audit(connection, table).run();
    }
  }

  @Test
  void theTextsOfPrestashopHaveAKeyOfThreeColumns() throws Exception {
    execute(resource("prestashop.sql").split(";\\s*\n", -1));

    assertThat(table("ps_product_lang").key()).isEqualTo(key("id_product", "id_shop", "id_lang"));
    assertThat(table("ps_product_lang").references())
        .singleElement()
        .satisfies(reference -> {
          assertThat(reference.parentColumns()).containsExactly("id_product");
          assertThat(reference.onDelete()).isEqualTo(Action.CASCADE);
        });
    assertThat(table("ps_product").rules())
        .containsExactly(new OneOf("condition", List.of("new", "used", "refurbished")));
  }

  @Test
  void northwindIsRead() throws Exception {
    Path script = Path.of("..", "shared", "data", "northwind-create.sql");
    assumeThat(script).exists();
    Path file = Files.createTempFile("northwind", ".db");
    try {
      Process shell =
          new ProcessBuilder("sqlite3", file.toString())
              .redirectInput(script.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      shell.waitFor();
      close();
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);

      List<DiscoveredTable> tables = ProductsFirst.sorted(tables());

      assertThat(tables.getFirst().name().name()).isEqualTo("Products");
      assertThat(tables.getFirst().rows()).hasValue(77);
      assertThat(tables.getFirst().references())
          .extracting(reference -> reference.readable().orElseThrow())
          .containsExactly("CategoryName", "CompanyName");
      assertThat(table("Order Details").key()).isEqualTo(key("OrderID", "ProductID"));
      assertThat(table("Order Details").rules())
          .contains(new Bound("Quantity", Side.LOWER, false, new BigDecimal("0")));
      assertThat(table("Customers").promises().keys()).isEqualTo(Given.TYPED);
      new Audit(connection, table("Products")).run();
    } finally {
      Files.delete(file);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ShopTablesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
