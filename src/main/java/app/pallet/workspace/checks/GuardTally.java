package app.pallet.workspace.checks;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellText;
import app.pallet.schema.CheckDigit;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.checks.CommitWarning.Example;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for possible slips in changes, one by one, and reports them at the end: prices that jump,
 * many changed products, deletions, wrong check digits. Confined to one thread.
 */
public final class GuardTally {

  private final TableSchema schema;
  private final GuardLimits limits;
  private final Map<Column, WorstCells> prices = new LinkedHashMap<>();
  private final Map<Column, WorstCells> barcodes = new LinkedHashMap<>();
  private final WorstCells deletes = new WorstCells();
  private int changed;

  /** A tally of no changes yet. */
  public GuardTally(TableSchema schema, GuardLimits limits) {
    this.schema = schema;
    this.limits = limits;
    for (Column column : schema.dataColumns()) {
      if (column.type() == ColumnType.MONEY) {
        prices.put(column, new WorstCells());
      } else if (column.isBarcode()) {
        barcodes.put(column, new WorstCells());
      }
    }
  }

  /** Looks at a change that would be committed. */
  public void add(RowChange change) {
    switch (change) {
      case RowChange.Add add -> {}
      case RowChange.Edit edit -> {
        changed++;
        prices.forEach((column, cells) -> addPrice(edit, column, cells));
      }
      case RowChange.Delete delete -> {
        changed++;
        deletes.add(delete.key(), delete.before().get(schema.match()), null, 0);
      }
    }
    barcodes.forEach((column, cells) -> {
      if (change.after().get(column) instanceof String text
          && CheckDigit.expectedInstead(text).isPresent()) {
        cells.add(change.key(), null, text, 0);
      }
    });
  }

  private void addPrice(RowChange.Edit edit, Column column, WorstCells cells) {
    if (edit.after().get(column) instanceof BigDecimal after
        && edit.before().get(column) instanceof BigDecimal before
        && before.signum() != 0) { // zero stands for a price nobody has set yet
      double from = before.doubleValue();
      double share = (after.doubleValue() - from) / Math.abs(from);
      if (Math.abs(share) * 100 > limits.pricePercent()) {
        // a price at a hundredth is as bad as one a hundred times as high
        double factor = share > 0 ? 1 + share : 1 / Math.max(1e-9, 1 + share);
        cells.add(edit.key(), before, after, factor);
      }
    }
  }

  /**
   * The warnings about all changes so far.
   *
   * @param products reads the number of products in the catalogue, if it is needed
   */
  public List<CommitWarning> warnings(RowReader reader, Supplier<Integer> products) {
    List<CommitWarning> warnings = new ArrayList<>();
    if (deletes.count() > limits.deletedRows()) {
      List<Example> examples =
          deletes.worst().stream()
              .map(cell ->
                  new Example(cell.key(), CellText.plain(schema.match(), cell.before()), "", ""))
              .toList();
      warnings.add(new CommitWarning.RowsDeleted(deletes.count(), examples));
    }
    prices.forEach((column, cells) -> {
      if (cells.count() > 0) {
        warnings.add(
            new CommitWarning.PriceMoved(
                column, limits.pricePercent(), cells.count(), examples(reader, column, cells)));
      }
    });
    if (changed >= Math.max(1, limits.changedRows())) {
      int total = products.get();
      if (changed * 100L > (long) total * limits.changedPercent()) {
        warnings.add(new CommitWarning.ManyRowsChanged(changed, total));
      }
    }
    barcodes.forEach((column, cells) -> {
      if (cells.count() > 0) {
        warnings.add(
            new CommitWarning.BarcodeDigit(column, cells.count(), examples(reader, column, cells)));
      }
    });
    return warnings;
  }

  private List<Example> examples(RowReader reader, Column column, WorstCells cells) {
    Map<RowKey, Row> rows = reader.byKey(cells.worst().stream().map(WorstCells.Cell::key).toList());
    return cells.worst().stream()
        .map(cell ->
            new Example(
                cell.key(), title(rows.get(cell.key())), cell.before(column), cell.after(column)))
        .toList();
  }

  private String title(@Nullable Row known) {
    return known == null
        ? "New row"
        : CellText.plain(schema.match(), known.values().get(schema.match()));
  }

  /** Counts the cells of a column that are worth a warning, and keeps the worst few of them. */
  private static final class WorstCells {

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
}
