package app.pallet.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.workspace.OpenCatalogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters and views of some rows, by what will be there once all is committed. */
final class ViewScopeTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet")).withProducts(20);
  }

  private static List<String> skus(OpenCatalogue catalogue) {
    return catalogue.texts("sku");
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

  private static RowKey.New add(OpenCatalogue catalogue, String sku, String quantity) {
    RowKey.New key = catalogue.addRow();
    catalogue.workspace.edits().setCell(key, catalogue.column("sku"), sku);
    catalogue.workspace.edits().setCell(key, catalogue.column("quantity"), quantity);
    return key;
  }

  private static int leftOut(OpenCatalogue catalogue) {
    return catalogue.workspace.view().pendingLeftOut();
  }

  @Test
  void aFilterShowsWhatWillMeetItOnceItIsCommitted() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 0, "name", "Another column, and not found");
      set(catalogue, 1, "quantity", "50");
      set(catalogue, 3, "quantity", "50");
      set(catalogue, 3, "quantity", "51");
      add(catalogue, "N-1", "51");
      RowKey.New added = add(catalogue, "N-2", "50");
      catalogue.workspace.show(quantityOf(catalogue, 50));

      assertThat(skus(catalogue)).containsExactly("A-5", "A-2", "N-2");
      assertThat(catalogue.workspace.view().indexOf(added)).hasValue(2);
      assertThat(catalogue.workspace.totalRows()).isEqualTo(22);
      assertThat(leftOut(catalogue)).isEqualTo(3);
    }
  }

  @Test
  void aRowThatIsStillFoundKeepsItsPlaceAndOneThatIsNoMoreGoes() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 10, "name", "Product 1, changed");
      set(catalogue, 11, "name", "Changed");
      set(catalogue, 12, "quantity", "0");
      catalogue.workspace.edits().delete(List.of(catalogue.block(13, 13, "sku")));
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));
      catalogue.workspace.show(catalogue.workspace.query().searching("product 1"));

      assertThat(skus(catalogue))
          .containsExactly(
              "A-1", "A-10", "A-11", "A-13", "A-14", "A-15", "A-16", "A-17", "A-18", "A-19");
      assertThat(leftOut(catalogue)).isEqualTo(2);
    }
  }

  @Test
  void aTextThatCanNotBeTakenIsLookedAtInAColumnOfTextsAndElseNothing() {
    try (OpenCatalogue catalogue = open()) {
      String tooLong = "x".repeat(300);
      set(catalogue, 4, "quantity", "many");
      set(catalogue, 5, "name", tooLong);
      RowQuery all = catalogue.workspace.query();

      catalogue.workspace.show(quantityOf(catalogue, 50));
      assertThat(skus(catalogue)).isEmpty();
      Condition isEmpty = Condition.of(catalogue.column("quantity"), Operator.IS_EMPTY);
      catalogue.workspace.show(all.filteredBy(isEmpty));
      assertThat(skus(catalogue)).containsExactly("A-5");
      catalogue.workspace.show(all.searching("XXX"));
      assertThat(skus(catalogue)).containsExactly("A-6");
    }
  }

  @Test
  void aRowThatIsEditedOutOfItsFilterStaysWhereItIs() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.show(quantityOf(catalogue, 50));
      set(catalogue, 0, "quantity", "51");
      assertThat(skus(catalogue)).containsExactly("A-5");

      set(catalogue, 0, "name", "Changed again");
      assertThat(skus(catalogue)).containsExactly("A-5");

      catalogue.commit();
      assertThat(skus(catalogue)).isEmpty();
    }
  }

  @Test
  void aRowThatIsAddedLaterShowsAndOneThatIsLeftOutComesBackWithoutTheFilter() {
    try (OpenCatalogue catalogue = open()) {
      add(catalogue, "N-1", "1");
      add(catalogue, "N-2", "50");
      catalogue.workspace.show(quantityOf(catalogue, 50));
      RowKey.New later = add(catalogue, "N-3", "1");
      assertThat(skus(catalogue)).containsExactly("A-5", "N-2", "N-3");
      assertThat(leftOut(catalogue)).isEqualTo(1);

      catalogue.workspace.edits().revertRow(later, gone -> {});
      catalogue.workspace.changes().undo();
      assertThat(skus(catalogue)).containsExactly("A-5", "N-2", "N-3");

      catalogue.workspace.edits().revertAll(gone -> {});
      assertThat(skus(catalogue)).containsExactly("A-5");
      assertThat(leftOut(catalogue)).isZero();

      catalogue.workspace.changes().undo();
      catalogue.workspace.show(RowQuery.ALL);
      assertThat(skus(catalogue)).hasSize(23).endsWith("N-1", "N-2", "N-3");
    }
  }

  @Test
  void whatIsPastedOverRowsThatAreNotShownIsCounted() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.show(quantityOf(catalogue, 50));
      catalogue.paste("SKU\tName\nA-5\tFifth\nA-9\tNinth\nA-8\tEighth\n", 0, "sku");

      assertThat(skus(catalogue)).containsExactly("A-5");
      assertThat(leftOut(catalogue)).isEqualTo(2);
    }
  }

  @Test
  void onlyPendingAndAFilterShowWhatMeetsBothAndKeepWhatIsShown() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 4, "name", "Fifth");
      set(catalogue, 5, "quantity", "50");
      set(catalogue, 6, "name", "Seventh");
      add(catalogue, "N-1", "50");
      add(catalogue, "N-2", "51");
      catalogue.workspace.show(quantityOf(catalogue, 50), ViewScope.PENDING);
      assertThat(skus(catalogue)).containsExactly("A-5", "A-6", "N-1");
      assertThat(leftOut(catalogue)).isEqualTo(2);

      set(catalogue, 0, "quantity", "51");
      set(catalogue, 2, "quantity", "51");
      catalogue.paste(
          "SKU\tName\tQuantity\nA-9\tNinth\t50\nA-8\tEighth\t51\nN-3\tNew\t51\n", 0, "sku");
      assertThat(skus(catalogue)).containsExactly("A-5", "A-6", "A-9", "N-1", "N-3");

      catalogue.workspace.show(catalogue.workspace.query());
      assertThat(skus(catalogue)).containsExactly("A-6", "A-9");
    }
  }

  @Test
  void onlyPendingShowsWhatIsPendingAndWhatComesToBe() {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, 2, "name", "Third");
      set(catalogue, 4, "name", "Fifth");
      catalogue.addRow();
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
      RowKey.New fine = catalogue.addRow();
      catalogue.workspace.edits().setCell(fine, catalogue.column("sku"), "N-1");
      catalogue.workspace.edits().setCell(fine, catalogue.column("name"), "New");
      catalogue.workspace.edits().setCell(fine, catalogue.column("price"), "1");
      catalogue.addRow();
      catalogue.workspace.show(RowQuery.ALL, ViewScope.PROBLEMS);
      assertThat(skus(catalogue)).containsExactly("A-2", "");

      set(catalogue, 0, "price", "1");
      assertThat(skus(catalogue)).containsExactly("A-2", "");
      catalogue.addRow();
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
      catalogue.addRow();
      catalogue.addRow();
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
      assertThat(skus(catalogue)).containsExactly("A-8");
      assertThat(catalogue.workspace.shownQuery().within()).map(RowIds::size).contains(3);
    }
  }
}
