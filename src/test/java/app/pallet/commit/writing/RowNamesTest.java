package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows are called where a commit or a check says something about them. */
class RowNamesTest {

  @TempDir Path folder;

  private static Map<RowKey, String> names(TestCatalogue catalogue, RowChange... changes) {
    return new RowNames(catalogue.database()).of(List.of(changes));
  }

  @Test
  void a_row_is_called_as_the_catalogue_has_it_and_not_as_it_is_to_be() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(3);
      RowChange edit = catalogue.edit(rows.get(1), SKU, "NEW");
      RowChange delete = catalogue.delete(rows.get(2));
      catalogue.behindTheBack("UPDATE product SET sku = 'THEIRS' WHERE id = 3");

      assertThat(names(catalogue, edit, delete))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(edit.key(), "SKU A-002", delete.key(), "SKU THEIRS"));
    }
  }

  @Test
  void a_new_row_is_called_by_what_it_says_itself() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowChange full = catalogue.add("B-7", "Mug", "1");
      RowChange withoutSku = catalogue.add(RowValues.of(NAME, "Mug").with(SKU, " "));
      RowChange nameless = catalogue.add(RowValues.of(PRICE, null));

      assertThat(names(catalogue, full, withoutSku, nameless))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  full.key(), "SKU B-7",
                  withoutSku.key(), "Name Mug",
                  nameless.key(), "the new row 3"));
    }
  }

  @Test
  void a_row_that_is_gone_is_called_as_it_was_seen() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(3);
      RowChange delete = catalogue.delete(rows.get(1));
      RowChange edit = catalogue.edit(rows.get(2), QUANTITY, 1L);
      catalogue.behindTheBack("DELETE FROM product WHERE id > 1");

      assertThat(names(catalogue, delete, edit))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(delete.key(), "SKU A-002", edit.key(), "a row that is no longer there"));
    }
  }

  @Test
  void a_row_with_an_empty_match_column_is_called_by_its_first_text() {
    Column code = Column.builder("code", ColumnType.TEXT).build();
    Column title = Column.builder("title", ColumnType.TEXT).build();
    TableSchema schema = new TableSchema("product", List.of(TestCatalogue.ID, title, code), "code");
    try (TestCatalogue catalogue = new TestCatalogue(folder, schema)) {
      catalogue.behindTheBack(
          "INSERT INTO product VALUES (1, 'Mug', NULL), (2, 'Cup', '  '), (3, 'Jug', 'J'),"
              + " (4, NULL, NULL)");

      assertThat(
              new RowNames(catalogue.database())
                  .stored(catalogue.rows().stream().map(Row::key).toList()))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  new RowKey.Id(1), "Title Mug",
                  new RowKey.Id(2), "Title Cup",
                  new RowKey.Id(3), "Code J",
                  new RowKey.Id(4), "a row without Code"));
    }
  }

  @Test
  void more_rows_than_one_query_asks_for_are_all_called_by_their_own_names() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1_001);
      List<RowKey> keys = new ArrayList<>(List.of(new RowKey.New(1)));
      for (long id = 1; id <= 1_001; id++) {
        keys.add(new RowKey.Id(id));
      }

      Map<RowKey, String> names = new RowNames(catalogue.database()).stored(keys);

      assertThat(names).hasSize(1_001);
      assertThat(names)
          .allSatisfy(
              (key, name) -> assertThat(name).isEqualTo("SKU A-%03d", ((RowKey.Stored) key).id()));
    }
  }
}
