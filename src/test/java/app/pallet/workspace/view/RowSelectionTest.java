package app.pallet.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.workspace.view.RowSelection.Band;
import app.pallet.workspace.view.RowSelection.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rectangles in the order of the gestures, as bands from top to bottom. */
final class RowSelectionTest {

  private final Column name = ProductSchema.create().require("name");
  private final Column price = ProductSchema.create().require("price");

  private List<Band> bands(CellBlock... rectangles) {
    return new RowSelection(RowKey.New::new, List.of(rectangles)).bands();
  }

  @Test
  void rectanglesThatAreApartAreBandsFromTopToBottom() {
    assertThat(
            bands(new CellBlock(5, 6, List.of(price)), new CellBlock(1, 2, List.of(name, price))))
        .containsExactly(
            new Band(1, 2, List.of(new Part(name, 1), new Part(price, 1))),
            new Band(5, 6, List.of(new Part(price, 0))));
  }

  @Test
  void whereRectanglesOverlapTheLatestHasTheCell() {
    assertThat(
            bands(new CellBlock(0, 9, List.of(name, price)), new CellBlock(3, 4, List.of(price))))
        .containsExactly(
            new Band(0, 2, List.of(new Part(name, 0), new Part(price, 0))),
            new Band(3, 4, List.of(new Part(name, 0), new Part(price, 1))),
            new Band(5, 9, List.of(new Part(name, 0), new Part(price, 0))));
  }

  @Test
  void aRectangleThatIsSelectedTwiceIsOneBand() {
    CellBlock block = new CellBlock(2, 2, List.of(name));

    assertThat(bands(block, block)).containsExactly(new Band(2, 2, List.of(new Part(name, 1))));
  }
}
