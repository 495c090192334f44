package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.pending.Fill.Direction;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellFillTest {

  @TempDir private Path folder;

  private OpenCatalogue open(int products) {
    return new OpenCatalogue(folder.resolve("fill.pallet")).withProducts(products);
  }

  private static void fill(OpenCatalogue catalogue, Fill... fills) {
    catalogue.workspace.edits().fill("Fill", List.of(fills));
  }

  @Test
  void rowsGoOnDownwards() {
    try (OpenCatalogue catalogue = open(6)) {
      fill(catalogue, new Fill(catalogue.block(0, 5, "quantity", "name"), 2, Direction.DOWN, true));

      assertThat(catalogue.texts("quantity")).containsExactly("10", "20", "30", "40", "50", "60");
      assertThat(catalogue.texts("name").getLast()).isEqualTo("Product 6");
      assertThat(catalogue.workspace.changes().isEmpty()).as("all is as it was").isTrue();

      fill(catalogue, new Fill(catalogue.block(0, 5, "quantity"), 2, Direction.DOWN, false));
      assertThat(catalogue.texts("quantity")).containsExactly("10", "20", "10", "20", "10", "20");
    }
  }

  @Test
  void rowsGoOnUpwardsFromTheLowest() {
    try (OpenCatalogue catalogue = open(5)) {
      catalogue.workspace.edits().setCell(catalogue.key(3), catalogue.column("quantity"), "100");
      catalogue.workspace.edits().setCell(catalogue.key(4), catalogue.column("quantity"), "101");
      fill(catalogue, new Fill(catalogue.block(0, 4, "quantity"), 2, Direction.UP, true));

      assertThat(catalogue.texts("quantity")).containsExactly("97", "98", "99", "100", "101");
    }
  }

  @Test
  void columnsGoOnToBothSides() {
    try (OpenCatalogue catalogue = open(2)) {
      fill(
          catalogue,
          new Fill(
              catalogue.block(0, 1, "price", "compare_at_price", "cost"),
              1,
              Direction.RIGHT,
              false));
      assertThat(catalogue.texts("cost")).containsExactly("1.50", "2.50");

      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("cost"), "7");
      List<Column> leftwards =
          Stream.of("cost", "compare_at_price", "price").map(catalogue::column).toList();
      fill(catalogue, new Fill(new CellBlock(1, 1, leftwards), 1, Direction.LEFT, true));
      assertThat(catalogue.texts("price")).containsExactly("1.50", "9.00");
    }
  }

  @Test
  void severalBlocksAreOneStepThatIsTakenBack() {
    try (OpenCatalogue catalogue = open(4)) {
      fill(
          catalogue,
          new Fill(catalogue.block(0, 1, "quantity"), 1, Direction.DOWN, true),
          new Fill(catalogue.block(2, 3, "quantity"), 1, Direction.DOWN, true),
          new Fill(catalogue.block(0, 1, "price", "cost"), 1, Direction.RIGHT, false));

      assertThat(catalogue.texts("quantity")).containsExactly("10", "11", "30", "31");
      assertThat(catalogue.texts("cost")).containsExactly("1.50", "2.50", "", "");
      catalogue.workspace.queue().undo(taken -> assertThat(taken.label()).isEqualTo("Fill"));
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void rowsToBeDeletedAreLeftOutAndNotCounted() {
    try (OpenCatalogue catalogue = open(4)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));
      fill(catalogue, new Fill(catalogue.block(0, 3, "quantity"), 1, Direction.DOWN, true));

      assertThat(catalogue.texts("quantity")).containsExactly("10", "20", "11", "12");
      assertThat(catalogue.told).containsExactly("Fill: left out 1 row that is to be deleted");
    }
  }

  @Test
  void manyRowsAreCountedOnThroughoutAndWhatTheFilledCellsSayCounts() {
    try (OpenCatalogue catalogue = open(450)) {
      catalogue.workspace.edits().clear(List.of(catalogue.block(2, 449, "quantity")));
      fill(catalogue, new Fill(catalogue.block(0, 449, "quantity"), 0, Direction.DOWN, true));

      assertThat(catalogue.texts("quantity"))
          .isEqualTo(IntStream.rangeClosed(1, 450).mapToObj(i -> "" + i * 10).toList());
    }
  }
}
