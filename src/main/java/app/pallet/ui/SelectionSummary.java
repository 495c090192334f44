package app.pallet.ui;

import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.GridRange;
import app.pallet.ui.table.GridSelection;
import app.pallet.ui.text.Wording;
import app.pallet.workspace.RowView;
import app.pallet.workspace.ViewRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in a few words: how many cells, and for numbers their sum, average, least and
 * greatest. Numbers are summed over rows that are at hand and up to {@link #MOST_CELLS} of them, so
 * selecting a million rows stays instant; beyond that only the counts are shown.
 */
final class SelectionSummary {

  /** Cells summed at most. */
  static final int MOST_CELLS = 20_000;

  private int numbers;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable BigDecimal least;
  private @Nullable BigDecimal greatest;

  private SelectionSummary() {}

  /** The summary as the status bar shows it; empty for no cell or a single one. */
  static String of(GridSelection selection, RowView view) {
    if (selection.cellCount() < 2) {
      return "";
    }
    String counts =
        Wording.counted(selection.cellCount(), "cell", "cells")
            + " in "
            + Wording.counted(selection.rowCount(), "row", "rows");
    if (selection.cellCount() > MOST_CELLS) {
      return counts;
    }
    SelectionSummary summary = new SelectionSummary();
    boolean complete = selection.ranges().stream().allMatch(range -> summary.add(range, view));
    return complete && summary.numbers > 1 ? counts + " · " + summary.figures() : counts;
  }

  /** Adds the numbers of a range; false where a row is not at hand. */
  private boolean add(GridRange range, RowView view) {
    for (int index = range.firstRow(); index <= range.lastRow(); index++) {
      Optional<ViewRow> row = view.rowOf(view.keyAt(index));
      if (row.isEmpty()) {
        return false;
      }
      for (Column column : range.columns()) {
        if (column.type().isNumeric() && !column.isReadOnly()) {
          add(row.get().value(column));
        }
      }
    }
    return true;
  }

  private void add(@Nullable Object value) {
    BigDecimal number =
        switch (value) {
          case Long whole -> BigDecimal.valueOf(whole);
          case BigDecimal decimal -> decimal;
          case null, default -> null;
        };
    if (number != null) {
      numbers++;
      sum = sum.add(number);
      least = least == null ? number : least.min(number);
      greatest = greatest == null ? number : greatest.max(number);
    }
  }

  private String figures() {
    BigDecimal average = sum.divide(BigDecimal.valueOf(numbers), 2, RoundingMode.HALF_UP);
    return "sum %s · average %s · min %s · max %s"
        .formatted(plain(sum), plain(average), plain(least), plain(greatest));
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : CellText.plain(AMOUNT, number.stripTrailingZeros());
  }

  private static final Column AMOUNT = Column.builder("amount", ColumnType.DECIMAL).build();
}
