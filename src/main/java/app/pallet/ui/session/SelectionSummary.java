package app.pallet.ui.session;

import app.pallet.rows.NumberTotals;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.text.Counted;
import app.pallet.ui.table.selection.GridSelection;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.SelectionTotals;
import app.pallet.workspace.view.ViewRow;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes a selection in a few words: how many cells and, for numbers, their sum, average, least
 * and greatest.
 */
final class SelectionSummary {

  /** The most cells that are added up at once, if their rows are at hand. */
  static final int MOST_CELLS = 20_000;

  private static final Column AMOUNT = Column.builder("amount", ColumnType.DECIMAL).build();

  private SelectionSummary() {}

  /** How many cells are selected; empty for no cell or a single one. */
  static String counts(GridSelection selection) {
    if (selection.cellCount() < 2) {
      return "";
    }
    return Counted.of(selection.cellCount(), "cell", "cells")
        + " in "
        + Counted.of(selection.rowCount(), "row", "rows");
  }

  /** The same with the totals of the numbers, if there is more than one. */
  static String of(GridSelection selection, NumberTotals totals) {
    if (totals.count() < 2) {
      return counts(selection);
    }
    return "%s \u00b7 sum %s \u00b7 average %s \u00b7 min %s \u00b7 max %s"
        .formatted(
            counts(selection),
            plain(totals.sum()),
            plain(totals.average().orElse(null)),
            plain(totals.least()),
            plain(totals.greatest()));
  }

  /** The totals of the numbers, if there are few cells and all rows are at hand. */
  static Optional<NumberTotals> atHand(GridSelection selection, RowView view) {
    if (selection.cellCount() > MOST_CELLS) {
      return Optional.empty();
    }
    NumberTotals totals = NumberTotals.NONE;
    for (CellBlock range : selection.ranges()) {
      for (int index = range.firstRow(); index <= range.lastRow(); index++) {
        Optional<ViewRow> row = view.rowOf(view.keyAt(index));
        if (row.isEmpty()) {
          return Optional.empty();
        }
        totals = totals.plus(of(range, row.get()));
      }
    }
    return Optional.of(totals);
  }

  private static NumberTotals of(CellBlock range, ViewRow row) {
    NumberTotals totals = NumberTotals.NONE;
    for (Column column : range.columns()) {
      if (column.type().isNumeric() && !column.isBookkeeping()) {
        Optional<BigDecimal> number = SelectionTotals.number(row.value(column));
        totals = number.isPresent() ? totals.plus(number.get()) : totals;
      }
    }
    return totals;
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : CellText.plain(AMOUNT, number.stripTrailingZeros());
  }
}
