package app.pallet.rows.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that are written as texts. */
final class FilterTextTest {

  private static final TableSchema PRODUCT = ProductSchema.create();

  private static final Map<Column, Object> ROW =
      row(
          "sku",
          "A-1",
          "name",
          "Oak \"grand\" chair",
          "brand",
          "Acme",
          "price",
          "10.00",
          "quantity",
          "3",
          "available_from",
          "2026-05-01",
          "active",
          "yes",
          "tax_class",
          "reduced");

  private static Map<Column, Object> row(String... cells) {
    Map<Column, Object> row = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      Column column = PRODUCT.require(cells[i]);
      if (CellParser.parse(column, cells[i + 1], CellFormat.PLAIN)
              instanceof CellReading.Value(var value)
          && value != null) {
        row.put(column, value);
      }
    }
    row.put(PRODUCT.require("updated"), Instant.parse("2026-11-24T10:00:00Z"));
    return row;
  }

  private static boolean matches(String text) {
    RowQuery query = RowQuery.ALL.filteredBy(FilterText.parse(PRODUCT, text));
    return new RowPredicate(PRODUCT, query).test(ROW::get);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "price > 9.99 | true",
        "price > 10 | false",
        "price >= 10 | true",
        "price < 10.0001 | true",
        "price < 10 | false",
        "price <= 10 and Price > -1 | true",
        "brand = acme | true",
        "brand == 'ACME' | true",
        "brand != acme | false",
        "cost <> 5 | true",
        "brand is Acme | true",
        "brand is not Acme | false",
        "cost is empty | true",
        "{Compare-at price} is not empty | false",
        "name contains \"OAK \"\"g\" | true",
        "[name] starts with oak | true",
        "name starts with chair | false",
        "quantity between 3 and 4 | true",
        "quantity between 1 and 2 or brand = Acme | true",
        "tax_class in (standard, reduced) | true",
        "tax_class in (standard) | false",
        "active = yes | true",
        "active = false | false",
        "available_from > 2026-04-30 | true",
        "available_from between 2026-01-01 and 2026-04-30 | false",
        "updated = 2026-11-24 | true",
        "updated != 2026-11-24 | false",
        "updated > 2026-11-24 | false",
        "updated > 2026-11-23 and updated < 2026-11-25 | true",
        "brand = x and price > 1 or quantity = 3 | true",
        "brand = x and (price > 1 or quantity = 3) | false",
        "sku = A-1 | true",
      })
  void aRowIsFoundOrNot(String text, boolean found) {
    assertThat(matches(text)).isEqualTo(found);
  }

  @Test
  void nothingLeavesNoRowOut() {
    assertThat(FilterText.parse(PRODUCT, "  ")).isEqualTo(Filter.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "prise > 1 | there is no column \"prise\", at character 1 ",
        "price > cheap | \"cheap\" is no value of Price",
        "price > | a value is expected",
        "price | is expected, at character 6",
        "price > 1 brand = x | \"and\", \"or\" or the end is expected, at character 11",
        "(price > 1 | \")\" is expected",
        "price = \"1 | can't be read, at character 9",
        "name > m | can't be asked",
        "price contains 1 | can't be asked",
        "quantity between 1 or 2 | \"and\" is expected",
        "= 3 | the name of a column is expected",
        "price ! 3 | can't be read, at character 7",
        "price = \"\" | Is missing",
        "price > 1 and | name of a column is expected",
      })
  void whatCannotBeReadIsRefusedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> FilterText.parse(PRODUCT, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void bracketsHaveABound() {
    assertThatThrownBy(
            () -> FilterText.parse(PRODUCT, "(".repeat(5_000) + "price=1" + ")".repeat(5_000)))
        .hasMessageContaining("50");
  }

  @Test
  void aLongTextIsReadToo() {
    assertThat(matches("name != \"" + "a\"\"b".repeat(50_000) + "\"")).isTrue();
  }
}
