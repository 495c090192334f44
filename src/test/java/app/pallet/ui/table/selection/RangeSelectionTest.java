package app.pallet.ui.table.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.table.selection.RangeSelection.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rectangles of a selection, each of which is filled down from its own first row. */
final class RangeSelectionTest {

  private final RangeSelection selection = new RangeSelection();

  @BeforeEach
  void resize() {
    selection.resize(10, 6);
  }

  @Test
  void theyStayAsTheyWereSelected() {
    selection.select(new CellRange(0, 1, 2, 1));
    selection.toggle(new CellPosition(1, 3), Span.CELLS);
    selection.extendTo(new CellPosition(5, 3));
    assertThat(selection.rectangles())
        .containsExactly(new CellRange(0, 1, 2, 1), new CellRange(1, 3, 5, 3));
  }

  @Test
  void aCellThatIsTakenOutIsInNone() {
    selection.select(new CellRange(0, 0, 3, 1));
    selection.toggle(new CellPosition(1, 1), Span.CELLS);
    assertThat(selection.rectangles())
        .isNotEmpty()
        .noneMatch(rectangle -> rectangle.contains(new CellRange(1, 1, 1, 1)));
  }

  @Test
  void allCellsAreOne() {
    selection.select(new CellPosition(4, 2), Span.CELLS);
    selection.selectAll();
    assertThat(selection.rectangles()).containsExactly(new CellRange(0, 0, 9, 5));
  }
}
