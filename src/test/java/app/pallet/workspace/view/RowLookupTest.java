package app.pallet.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.query.RowQuery;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.view.RowLookup.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are found by their number or their SKU. */
final class RowLookupTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet")).withProducts(1_200);
  }

  private static Outcome find(OpenCatalogue catalogue, String text) {
    List<Outcome> heard = new ArrayList<>();
    catalogue.workspace.lookup().find(text, heard::add);
    return heard.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      commentCharacter = '!',
      textBlock =
          """
          #1      | 0
          # 1,200 | 1199
          1.200   | 1199
          17      | 16
          A-17    | 16
          ' A-17 '| 16
          """)
  void aRowIsFoundByItsNumberOrSku(String text, int index) {
    try (OpenCatalogue catalogue = open()) {
      assertThat(find(catalogue, text)).isEqualTo(new Outcome.Found(index));
    }
  }

  @ParameterizedTest
  @CsvSource({"#0", "#1201", "#", "A-1201", "99999999999", "#A-1", "''"})
  void whatIsNotThereIsMissing(String text) {
    try (OpenCatalogue catalogue = open()) {
      assertThat(find(catalogue, text)).isEqualTo(new Outcome.Missing());
    }
  }

  @Test
  void aSkuOfDigitsGoesBeforeARowNumber() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.edits().setCell(catalogue.key(99), catalogue.column("sku"), "5");
      assertThat(find(catalogue, "5")).isEqualTo(new Outcome.Found(99));
      catalogue.commit();

      assertThat(find(catalogue, "5")).isEqualTo(new Outcome.Found(99));
      assertThat(find(catalogue, "#5")).isEqualTo(new Outcome.Found(4));
    }
  }

  @Test
  void rowsToBeAddedAreFoundToo() {
    try (OpenCatalogue catalogue = open()) {
      RowKey.New key = catalogue.addRow();
      catalogue.workspace.edits().setCell(key, catalogue.column("sku"), "NEW-1");

      assertThat(find(catalogue, "NEW-1")).isEqualTo(new Outcome.Found(1_200));
      assertThat(find(catalogue, "#1,201")).isEqualTo(new Outcome.Found(1_200));
    }
  }

  @Test
  void aProductThatTheSearchLeavesOutIsSaidToBe() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.show(RowQuery.ALL.searching("Product 12"));

      assertThat(find(catalogue, "A-7")).isEqualTo(new Outcome.LeftOut());
      assertThat(find(catalogue, "A-12")).isEqualTo(new Outcome.Found(0));
    }
  }
}
