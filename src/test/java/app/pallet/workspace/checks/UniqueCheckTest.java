package app.pallet.workspace.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes can't have the unique values they want. */
class UniqueCheckTest {

  private static final int PRODUCTS = 20_000;
  private static final Column SKU =
      Column.builder("sku", ColumnType.TEXT).label("SKU").required().unique().build();
  private static final Column BARCODE = Column.builder("barcode", ColumnType.TEXT).unique().build();
  private static final TableSchema SCHEMA =
      new TableSchema(
          "product",
          List.of(
              Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
              SKU,
              BARCODE),
          "sku");

  @TempDir Path folder;
  private CatalogueDatabase database;

  @BeforeEach
  void create() throws SQLException {
    Path file = folder.resolve("c.pallet");
    database = CatalogueDatabase.create(file, SCHEMA, ConnectionSettings.DEFAULT);
    run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + PRODUCTS
            + ") INSERT INTO product SELECT i, 'A-' || i, 'B-' || i FROM n");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static RowChange edit(long id, Column column, String after) {
    String before = (column.equals(SKU) ? "A-" : "B-") + id;
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(column, before),
        RowValues.of(column, after),
        RowStamp.Seen.BY_VALUES,
        List.of());
  }

  private Set<RowKey> waiting(List<RowChange> changes) {
    return UniqueCheck.run(SCHEMA, new RowReader(database), changes).keySet();
  }

  @Test
  void aLongChainThatEndsInAValueOfSomebodyElseWaitsWhole() {
    List<RowChange> chain = new ArrayList<>();
    for (int id = 1; id < PRODUCTS; id++) {
      chain.add(edit(id, SKU, "A-" + (id + 1)));
    }

    assertThat(waiting(chain)).hasSize(PRODUCTS - 1);
    chain.add(edit(PRODUCTS, SKU, "A-0"));
    assertThat(waiting(chain)).isEmpty();
  }

  @Test
  void aRowThatWaitsForOneColumnGivesNothingUpInAnother() {
    RowKey.Stored first = new RowKey.Id(1);
    RowValues before = RowValues.of(SKU, "A-1").with(BARCODE, "B-1");
    RowValues after = RowValues.of(SKU, "A-0").with(BARCODE, "B-9");
    RowChange both =
        new RowChange.Edit(
            first, before, after, RowStamp.Seen.BY_VALUES, List.of()); // B-9 is taken

    assertThat(waiting(List.of(both, edit(2, SKU, "A-1"))))
        .containsExactlyInAnyOrder(first, new RowKey.Id(2));
  }

  @Test
  void aColumnThatDoesNotTellCaseApartIsCheckedSo() throws SQLException {
    run(
        "ALTER TABLE product RENAME TO old",
        "CREATE TABLE product (id INTEGER PRIMARY KEY NOT NULL,"
            + " sku TEXT COLLATE NOCASE NOT NULL UNIQUE, barcode TEXT UNIQUE) STRICT",
        "INSERT INTO product SELECT * FROM old",
        "DROP TABLE old");

    assertThat(
            waiting(
                List.of(
                    edit(1, SKU, "a-3"), // which the next one gives up
                    edit(3, SKU, "x-3"),
                    edit(5, SKU, "a-5"), // is its own
                    edit(6, SKU, "a-8")))) // is somebody else's
        .containsExactly(new RowKey.Id(6));
  }
}
