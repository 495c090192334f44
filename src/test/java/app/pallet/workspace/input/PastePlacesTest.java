package app.pallet.workspace.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.pending.CopiedCells;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where blocks without headings go, and how they are turned. */
final class PastePlacesTest {

  @TempDir private Path folder;

  private OpenCatalogue open(int products) {
    return new OpenCatalogue(folder.resolve("paste.pallet")).withProducts(products);
  }

  private static PasteReport paste(
      OpenCatalogue catalogue, PasteWay way, String text, CellBlock... selected) {
    CellBlock first = selected[selected.length - 1];
    return catalogue.paste(
        text,
        first.firstRow(),
        first.columns().getFirst().name(),
        List.of(selected),
        way,
        new ArrayList<>());
  }

  @Test
  void aRowIsRepeatedInEveryRowOfALargerSelection() {
    try (OpenCatalogue catalogue = open(4)) {
      CellBlock cells = catalogue.block(0, 2, "price", "compare_at_price", "cost");
      paste(catalogue, PasteWay.AS_IT_IS, "7\t8\t9\n", cells);

      assertThat(catalogue.texts("price")).containsExactly("7.00", "7.00", "7.00", "4.50");
      assertThat(catalogue.texts("cost")).containsExactly("9.00", "9.00", "9.00", "");
      assertThat(catalogue.placed).containsExactly(cells);
    }
  }

  @Test
  void aBlockThatDoesNotFitGoesOnceFromTheUpperLeftCell() {
    try (OpenCatalogue catalogue = open(5)) {
      paste(catalogue, PasteWay.AS_IT_IS, "7\n8\n", catalogue.block(0, 2, "price"));

      assertThat(catalogue.texts("price")).containsExactly("7.00", "8.00", "3.50", "4.50", "5.50");
      assertThat(catalogue.placed).containsExactly(catalogue.block(0, 1, "price"));
    }
  }

  @Test
  void everySelectedRectangleGetsABlockThatFitsIntoIt() {
    try (OpenCatalogue catalogue = open(6)) {
      PasteReport report =
          paste(
              catalogue,
              PasteWay.AS_IT_IS,
              "7\n8\n",
              catalogue.block(0, 1, "price"),
              catalogue.block(2, 5, "price"),
              catalogue.block(0, 1, "cost"));

      assertThat(catalogue.texts("price"))
          .containsExactly("7.00", "8.00", "7.00", "8.00", "7.00", "8.00");
      assertThat(catalogue.texts("cost")).containsExactly("7.00", "8.00", "", "", "", "");
      assertThat(report.columns()).containsExactly("price", "cost");
      catalogue.workspace.queue().undo(taken -> {});
      assertThat(catalogue.workspace.changes().isEmpty()).as("one step").isTrue();
    }
  }

  @Test
  void ofRectanglesThatABlockDoesNotFitOnlyTheLastGetsIt() {
    try (OpenCatalogue catalogue = open(4)) {
      paste(
          catalogue,
          PasteWay.AS_IT_IS,
          "7\n8\n",
          catalogue.block(0, 0, "price"),
          catalogue.block(2, 2, "price"));

      assertThat(catalogue.texts("price")).containsExactly("1.50", "2.50", "7.00", "8.00");
    }
  }

  @Test
  void rowsBecomeColumns() {
    try (OpenCatalogue catalogue = open(3)) {
      paste(catalogue, PasteWay.TRANSPOSED, "7\t8\t9\n1\t2\n", catalogue.block(0, 0, "price"));

      assertThat(catalogue.texts("price")).containsExactly("7.00", "8.00", "9.00");
      assertThat(catalogue.texts("compare_at_price")).containsExactly("1.00", "2.00", "");
      assertThat(catalogue.placed)
          .containsExactly(catalogue.block(0, 2, "price", "compare_at_price"));
    }
  }

  @Test
  void valuesOnlyAreLaidWhereTheyAreWhateverTheirFirstRowSays() {
    try (OpenCatalogue catalogue = open(3)) {
      paste(catalogue, PasteWay.VALUES_ONLY, "SKU\nA-3\n", catalogue.block(0, 0, "name"));

      assertThat(catalogue.texts("name")).containsExactly("SKU", "A-3", "Product 3");
      assertThat(catalogue.doubtful).isEmpty();
    }
  }

  @Test
  void whatIsPastedBeyondTheLastRowIsAmongThePlaces() {
    try (OpenCatalogue catalogue = open(2)) {
      paste(catalogue, PasteWay.AS_IT_IS, "x\ny\nz\n", catalogue.block(1, 1, "name"));

      assertThat(catalogue.placed).containsExactly(catalogue.block(1, 3, "name"));
    }
  }

  @Test
  void headingsStandAboveWhatIsCopiedWithThem() {
    try (OpenCatalogue catalogue = open(2)) {
      List<CopiedCells> copied = new ArrayList<>();
      catalogue
          .workspace
          .edits()
          .copy(List.of(catalogue.block(0, 1, "sku", "price")), true, copied::add);

      assertThat(copied.getFirst().text()).isEqualTo("SKU\tPrice\nA-1\t1.50\nA-2\t2.50");
      assertThat(copied.getFirst().html()).contains(">SKU</td>");
    }
  }
}
