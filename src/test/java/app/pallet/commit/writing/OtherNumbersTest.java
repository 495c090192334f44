package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitReport;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.FacetSource;
import app.pallet.rows.FacetValue;
import app.pallet.rows.NumberTotals;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowTotals;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers as another program keeps them: read, compared, summed and written exactly. */
final class OtherNumbersTest extends OtherTable {

  @ParameterizedTest
  @EnumSource
  void aDecimalIsReadAgainAsItWasTyped(CommitMode mode) throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      Column price = products.schema().require("UnitPrice");
      Column weight = products.schema().require("Weight");
      for (String text :
          List.of("0.1", "123456789012345", "1234567890.12345", "0.000001", "99.99", "7")) {
        commit(products, mode, edit(products, 1, Map.of("UnitPrice", text, "Weight", text)));
        RowValues now = row(products, 1).values();
        assertThat(CellText.plain(price, now.get(price))).isEqualTo(text);
        assertThat(CellText.plain(weight, now.get(weight))).isEqualTo(text);
        assertThat(now.get(weight)).isEqualTo(value(weight, text));
      }
      assertThat(CellParser.parse(price, "1234567890.123456", CellFormat.PLAIN))
          .isEqualTo(
              new CellReading.Rejected(
                  "Has more digits than the database keeps of a number",
                  "a number of at least 0 with up to 15 digits"));
    }
  }

  /** Numbers that other programs have stored are read, compared and written back exactly. */
  @ParameterizedTest
  @EnumSource
  void storedNumbersOfAnyKindAreRecognised(CommitMode mode) throws Exception {
    List<String> stored =
        List.of(
            "0.1 + 0.2", "9007199254740993", "1e300", "-1e-300", "1152921504606846976.0", "9e999");
    shop.execute(
        "CREATE TABLE n (id INTEGER PRIMARY KEY, any, nine NUMERIC, fine REAL, note TEXT)");
    for (String sql : stored) {
      shop.execute("INSERT INTO n (any, nine, fine) VALUES (%1$s, %1$s, %1$s)".formatted(sql));
    }
    String all = "SELECT id, any = nine, nine, fine, typeof(nine), typeof(fine) FROM n";
    List<String> before = audit(all);
    try (CatalogueDatabase numbers = shop.open("n")) {
      List<RowChange> edits = new ArrayList<>();
      for (int id = 1; id <= stored.size(); id++) {
        Row row = row(numbers, id);
        RowValues note = values(numbers, Map.of("note", "seen"));
        RowValues read = row.values().only(column -> column.write() == WriteRule.ALWAYS);
        edits.add(
            new RowChange.Edit( // compares every cell, and writes what was read
                row.key(), read, read.plus(note), row.stamp(), List.of()));
      }

      CommitReport report = commit(numbers, mode, edits.toArray(RowChange[]::new));

      assertThat(report.refusals()).isEmpty();
    }
    assertThat(audit(all)).isEqualTo(before);
    assertThat(audit("SELECT count(*) FROM n WHERE note = 'seen'")).containsExactly("6");
  }

  @Test
  void numbersAreSummedFilteredAndSortedByTheirValues() throws Exception {
    shop.execute(
        "UPDATE Products SET UnitPrice = 0.1 WHERE ProductID = 1",
        "UPDATE Products SET UnitPrice = 0.2 WHERE ProductID = 2",
        "UPDATE Products SET UnitPrice = 'dear' WHERE ProductID = 3",
        "INSERT INTO Products (ProductID, ProductName, UnitPrice) VALUES (4, 'Tofu', 3)");
    try (CatalogueDatabase products = shop.open("Products")) {
      Column price = products.schema().require("UnitPrice");
      NumberTotals totals = new RowTotals(products).of(LongStream.of(1, 2, 3, 4), List.of(price));
      assertThat(totals.sum()).isEqualByComparingTo("3.3");
      assertThat(totals.count()).isEqualTo(3);
      RowReader reader = new RowReader(products);
      assertThat(ids(reader, price, Operator.IS, "0.2")).containsExactly(2L);
      assertThat(ids(reader, price, Operator.AT_MOST, "0.2")).containsExactly(1L, 2L);
      assertThat(ids(reader, price, Operator.AT_LEAST, "3")).containsExactly(3L, 4L);
      assertThat(FacetSource.count(products, price, RowQuery.ALL, 10).values())
          .extracting(FacetValue::value)
          .contains(new BigDecimal("0.1"), new BigDecimal("3"));
      assertThat(reader.findValues(price, List.of(new BigDecimal("3")), List.of(price)).at(0))
          .isNotNull();
    }
  }

  private static List<Long> ids(RowReader reader, Column column, Operator operator, String text) {
    List<Long> ids = new ArrayList<>();
    reader.forEach(
        RowQuery.ALL.filteredBy(new Condition(column, operator, List.of(new BigDecimal(text)))),
        row -> ids.add(row.key().id()));
    return ids;
  }
}
