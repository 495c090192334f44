package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static app.pallet.commit.writing.TestCatalogue.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.engine.sqlite.SqliteDialect;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowStatementsTest {

  private static final RowKey.Stored ROW = new RowKey.Id(1);

  private static String sql(TableSchema schema, RowChange change) {
    return new RowStatements(new SqliteDialect(), schema, new SqliteDialect().keys(schema))
        .statementFor(change)
        .sql();
  }

  private static RowChange add(RowValues values) {
    return new RowChange.Add(new RowKey.New(1), values, RowOrigin.TYPED, List.of());
  }

  private static RowChange edit(RowValues values) {
    return new RowChange.Edit(ROW, values, values, RowStamp.Counted.of(0), List.of());
  }

  @Test
  void an_add_names_its_columns_then_those_with_defaults_then_stamps() {
    assertThat(sql(TestCatalogue.VERSIONED, add(RowValues.of(NAME, "x").with(SKU, "y"))))
        .isEqualTo(
            "INSERT INTO \"product\" (\"id\", \"name\", \"sku\", \"active\", \"created\","
                + " \"updated\", \"version\") VALUES (?, ?, ?, ?, ?, ?, 0)");
  }

  @Test
  void an_edit_writes_only_what_it_changes() {
    assertThat(sql(TestCatalogue.VERSIONED, edit(RowValues.of(PRICE, null))))
        .isEqualTo(
            "UPDATE \"product\" SET \"price\" = ?, \"updated\" = ?,"
                + " \"version\" = \"version\" + 1 WHERE \"id\" = ? AND \"version\" = ?"
                + " AND \"price\" IS NOT DISTINCT FROM ?");
  }

  @Test
  void an_edit_without_versions_looks_for_the_values_seen() {
    assertThat(sql(TestCatalogue.PLAIN, edit(RowValues.of(PRICE, null).with(QUANTITY, 1L))))
        .isEqualTo(
            "UPDATE \"product\" SET \"price\" = ?, \"quantity\" = ? WHERE \"id\" = ?"
                + " AND \"price\" IS NOT DISTINCT FROM ?"
                + " AND \"quantity\" IS NOT DISTINCT FROM ?");
  }

  @Test
  void a_delete_looks_for_the_version_and_the_values_seen() {
    assertThat(
            sql(
                TestCatalogue.VERSIONED,
                new RowChange.Delete(
                    ROW, RowValues.of(NAME, "x"), RowStamp.Counted.of(0), List.of())))
        .isEqualTo(
            "DELETE FROM \"product\" WHERE \"id\" = ? AND \"version\" = ?"
                + " AND \"name\" IS NOT DISTINCT FROM ? COLLATE BINARY");
  }

  @Test
  void columns_that_are_not_the_users_are_never_written_from_values() {
    assertThat(sql(TestCatalogue.VERSIONED, add(RowValues.of(SKU, "y").with(VERSION, 7L))))
        .isEqualTo(
            "INSERT INTO \"product\" (\"id\", \"sku\", \"active\", \"created\", \"updated\","
                + " \"version\") VALUES (?, ?, ?, ?, ?, 0)");
  }

  @Test
  void names_are_quoted_whatever_they_hold() {
    Column id = Column.builder("i\"d", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
    Column odd = Column.builder("Preis; DROP", ColumnType.TEXT).build();
    TableSchema schema = new TableSchema("my table", List.of(id, odd), "Preis; DROP");

    assertThat(sql(schema, add(RowValues.of(odd, "x"))))
        .isEqualTo("INSERT INTO \"my table\" (\"i\"\"d\", \"Preis; DROP\") VALUES (?, ?)");
  }
}
