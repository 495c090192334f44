package app.pallet.workspace.checks;

import app.pallet.change.RowKey;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts the cells of a column that are worth a warning, and keeps the worst few of them. */
final class WorstCells {

  /** Examples of a warning. */
  static final int KEPT = 5;

  /** A cell, and how bad it is. */
  record Cell(RowKey key, @Nullable Object before, @Nullable Object after, double badness) {

    String before(Column column) {
      return CellText.plain(column, before);
    }

    String after(Column column) {
      return CellText.plain(column, after);
    }
  }

  private final PriorityQueue<Cell> worst =
      new PriorityQueue<>(Comparator.comparingDouble(Cell::badness));
  private int count;

  void add(RowKey key, @Nullable Object before, @Nullable Object after, double badness) {
    count++;
    if (worst.size() < KEPT || badness > worst.element().badness()) {
      worst.add(new Cell(key, before, after, badness));
      if (worst.size() > KEPT) {
        worst.remove();
      }
    }
  }

  int count() {
    return count;
  }

  /** The worst cells, the worst first. */
  List<Cell> worst() {
    List<Cell> cells = new ArrayList<>(worst);
    cells.sort(Comparator.comparingDouble(Cell::badness).reversed());
    return cells;
  }
}
