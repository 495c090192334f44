package app.pallet.ui.table.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CellRangesTest {

  private static final int SIZE = 9;

  /** A rectangle and whether it is added or taken away. */
  record Step(CellRange range, boolean adds) {}

  @Property
  void rangesHoldTheSameCellsAsASetOfCells(@ForAll("steps") List<Step> steps) {
    CellRanges ranges = CellRanges.NONE;
    Set<CellPosition> cells = new HashSet<>();
    for (Step step : steps) {
      ranges = step.adds ? ranges.plus(step.range) : ranges.minus(step.range);
      if (step.adds) {
        cells.addAll(cells(step.range));
      } else {
        cells.removeAll(cells(step.range));
      }
    }
    assertThat(listed(ranges)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(cells);
    assertThat(ranges.cellCount()).isEqualTo(cells.size());
    assertThat(ranges.rowCount())
        .isEqualTo(cells.stream().map(CellPosition::row).distinct().count());
    for (CellPosition cell : cells(new CellRange(0, 0, SIZE, SIZE))) {
      assertThat(ranges.contains(cell)).isEqualTo(cells.contains(cell));
    }
  }

  @Property
  void theSameCellsAreAlwaysTheSameRanges(@ForAll("steps") List<Step> steps) {
    CellRanges ranges = CellRanges.NONE;
    for (Step step : steps) {
      ranges = step.adds ? ranges.plus(step.range) : ranges.minus(step.range);
    }
    CellRanges cellByCell = CellRanges.NONE;
    for (CellPosition cell : listed(ranges)) {
      cellByCell = cellByCell.plus(CellRange.between(cell, cell));
    }
    assertThat(cellByCell).isEqualTo(ranges);
  }

  @Test
  void aMillionWholeRowsAreOneBand() {
    CellRanges all = CellRanges.of(new CellRange(0, 0, 999_999, 19));
    assertThat(all.bands()).hasSize(1);
    assertThat(all.cellCount()).isEqualTo(20_000_000);
    assertThat(all.minus(new CellRange(500_000, 3, 500_000, 3)).bands()).hasSize(3);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, SIZE);
    Arbitrary<CellPosition> corner = Combinators.combine(place, place).as(CellPosition::new);
    Arbitrary<CellRange> range = Combinators.combine(corner, corner).as(CellRange::between);
    return Combinators.combine(range, Arbitraries.of(true, true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  private static List<CellPosition> cells(CellRange range) {
    List<CellPosition> cells = new ArrayList<>();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        cells.add(new CellPosition(row, column));
      }
    }
    return cells;
  }

  private static List<CellPosition> listed(CellRanges ranges) {
    List<CellPosition> cells = new ArrayList<>();
    for (long n = 0; n < ranges.cellCount(); n++) {
      cells.add(ranges.cellAt(n));
    }
    return cells;
  }
}
