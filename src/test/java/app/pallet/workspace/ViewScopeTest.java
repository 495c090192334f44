package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.Condition;
import app.pallet.rows.Operator;
import app.pallet.rows.RowIds;
import app.pallet.rows.RowQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters and views of some rows, and that nothing pending is lost behind them. */
final class ViewScopeTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet")).withProducts(20);
  }

  private static List<String> skus(OpenCatalogue catalogue) {
    return IntStream.range(0, catalogue.workspace.view().size())
        .mapToObj(row -> catalogue.text(row, "sku"))
        .toList();
  }

  private static void set(OpenCatalogue catalogue, int row, String column, String text) {
    catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column(column), text);
  }

  private static RowQuery quantityOf(OpenCatalogue catalogue, long quantity) {
    return catalogue
        .workspace
        .query()
        .filteredBy(Condition.of(catalogue.column("quantity"), Operator.IS, quantity));
  }

  @Test
  void aFilterShowsWhatItFindsAndBehindThatWhatIsPending() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 0, "name", "Changed");
      RowKey.New added = catalogue.workspace.edits().addRow();
      catalogue.workspace.show(quantityOf(catalogue, 50));

      assertThat(skus(catalogue)).containsExactly("A-5", "A-1", "");
      assertThat(catalogue.workspace.view().indexOf(added)).hasValue(2);
      assertThat(catalogue.workspace.totalRows()).isEqualTo(21);
    }
  }

  @Test
  void aRowThatIsEditedOutOfItsFilterStaysWhereItIs() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.show(quantityOf(catalogue, 50));
      set(catalogue, 0, "quantity", "51");
      assertThat(skus(catalogue)).containsExactly("A-5");

      catalogue.workspace.refresh();
      assertThat(skus(catalogue)).containsExactly("A-5");

      catalogue.commit();
      assertThat(skus(catalogue)).isEmpty();
    }
  }

  @Test
  void onlyPendingShowsWhatIsPendingAndWhatComesToBe() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 2, "name", "Third");
      set(catalogue, 4, "name", "Fifth");
      catalogue.workspace.edits().addRow();
      catalogue.workspace.show(RowQuery.ALL, ViewScope.PENDING);
      assertThat(skus(catalogue)).containsExactly("A-3", "A-5", "");

      catalogue.paste("SKU\tName\nA-9\tNinth\n", 0, "sku");
      assertThat(skus(catalogue)).containsExactly("A-3", "A-5", "A-9", "");

      catalogue.workspace.changes().undo();
      catalogue.workspace.show(RowQuery.ALL, ViewScope.PENDING);
      assertThat(skus(catalogue)).containsExactly("A-3", "A-5", "");
    }
  }

  @Test
  void onlyPendingIsEmptyOnceAllIsCommitted() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 2, "name", "Third");
      catalogue.workspace.show(RowQuery.ALL, ViewScope.PENDING);
      catalogue.commit();
      assertThat(skus(catalogue)).isEmpty();

      catalogue.workspace.show(RowQuery.ALL, ViewScope.ALL);
      assertThat(skus(catalogue)).hasSize(20);
    }
  }

  @Test
  void onlyProblemsKeepsARowThatIsMendedUntilItIsAskedForAgain() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 0, "name", "Fine");
      set(catalogue, 1, "price", "cheap");
      RowKey.New fine = catalogue.workspace.edits().addRow();
      catalogue.workspace.edits().setCell(fine, catalogue.column("sku"), "N-1");
      catalogue.workspace.edits().setCell(fine, catalogue.column("name"), "New");
      catalogue.workspace.edits().setCell(fine, catalogue.column("price"), "1");
      catalogue.workspace.edits().addRow();
      catalogue.workspace.show(RowQuery.ALL, ViewScope.PROBLEMS);
      assertThat(skus(catalogue)).containsExactly("A-2", "");

      set(catalogue, 0, "price", "1");
      assertThat(skus(catalogue)).containsExactly("A-2", "");
      catalogue.workspace.edits().addRow();
      assertThat(skus(catalogue)).containsExactly("A-2", "", "");

      catalogue.workspace.show(RowQuery.ALL, ViewScope.PROBLEMS);
      assertThat(skus(catalogue)).containsExactly("", "");
    }
  }

  @Test
  void onlySelectedShowsTheseRowsInAnyOrderAndFilter() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 0, "name", "Pending, but not selected");
      set(catalogue, 6, "name", "Pending and selected");
      catalogue.workspace.edits().addRow();
      catalogue.workspace.edits().addRow();
      ViewScope picked =
          catalogue
              .workspace
              .view()
              .picked(
                  List.of(
                      catalogue.block(5, 6, "sku"),
                      catalogue.block(7, 7, "name"),
                      catalogue.block(20, 20, "name")));
      catalogue.workspace.show(RowQuery.ALL, picked);
      assertThat(skus(catalogue)).containsExactly("A-6", "A-7", "A-8", "");

      catalogue.workspace.show(quantityOf(catalogue, 80));
      assertThat(skus(catalogue)).containsExactly("A-8", "A-7", "");
      assertThat(catalogue.workspace.shownQuery().within()).map(RowIds::size).contains(3);
    }
  }
}
