package app.pallet.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.NumberTotals;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.workspace.OpenCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums over selected cells come from the database, with what is pending laid over. */
final class SelectionTotalsTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet")).withProducts(50);
  }

  private static NumberTotals totals(OpenCatalogue catalogue, CellBlock... blocks) {
    List<NumberTotals> heard = new ArrayList<>();
    catalogue.workspace.totals().add(List.of(blocks), heard::add);
    return heard.getFirst();
  }

  private static void assertTotals(
      NumberTotals totals, long count, String sum, String least, String greatest) {
    assertThat(totals.count()).isEqualTo(count);
    assertThat(totals.sum()).isEqualByComparingTo(sum);
    assertThat(totals.least()).isEqualByComparingTo(least);
    assertThat(totals.greatest()).isEqualByComparingTo(greatest);
  }

  @Test
  void allRowsAreAddedUp() {
    try (OpenCatalogue catalogue = open()) {
      assertTotals(totals(catalogue, catalogue.block(0, 49, "price")), 50, "1300", "1.5", "50.5");
      assertTotals(
          totals(catalogue, catalogue.block(0, 49, "name", "quantity")), 50, "12750", "10", "500");
    }
  }

  @Test
  void someRowsAreAddedUpInTheOrderInWhichTheyAreShown() {
    try (OpenCatalogue catalogue = open()) {
      assertTotals(totals(catalogue, catalogue.block(10, 12, "quantity")), 3, "360", "110", "130");

      SortOrder down = new SortOrder(catalogue.column("price"), Direction.DESCENDING);
      catalogue.workspace.show(RowQuery.ALL.sortedBy(Optional.of(down)));
      assertTotals(totals(catalogue, catalogue.block(0, 2, "quantity")), 3, "1470", "480", "500");
      assertTotals(totals(catalogue, catalogue.block(0, 49, "quantity")), 50, "12750", "10", "500");

      catalogue.workspace.show(RowQuery.ALL.searching("\"Product 4\""));
      assertTotals(totals(catalogue, catalogue.block(0, 10, "quantity")), 11, "4490", "40", "490");
    }
  }

  @Test
  void severalBlocksAreAddedUpTogether() {
    try (OpenCatalogue catalogue = open()) {
      assertTotals(
          totals(catalogue, catalogue.block(0, 0, "price"), catalogue.block(49, 49, "quantity")),
          2,
          "501.5",
          "1.5",
          "500");
    }
  }

  @Test
  void whatIsPendingCountsInPlaceOfWhatTheDatabaseHolds() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("quantity"), "1000");
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("name"), "Renamed");
      catalogue.workspace.edits().setCell(catalogue.key(2), catalogue.column("quantity"), "");
      RowKey.New added = catalogue.addRow();
      catalogue.workspace.edits().setCell(added, catalogue.column("quantity"), "7");

      assertTotals(totals(catalogue, catalogue.block(0, 50, "quantity")), 50, "13717", "7", "1000");

      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("name"), "Product 4b");
      catalogue.workspace.edits().setCell(added, catalogue.column("name"), "Product 4c");
      catalogue.workspace.show(RowQuery.ALL.searching("\"Product 4\""));
      assertThat(catalogue.workspace.view().size()).isEqualTo(13);
      assertTotals(totals(catalogue, catalogue.block(0, 12, "quantity")), 13, "5497", "7", "1000");
    }
  }

  @Test
  void textsAndRowsThatArentThereAddUpToNothing() {
    try (OpenCatalogue catalogue = open()) {
      assertThat(totals(catalogue, catalogue.block(0, 49, "name"))).isEqualTo(NumberTotals.NONE);
      assertThat(totals(catalogue)).isEqualTo(NumberTotals.NONE);
    }
  }
}
