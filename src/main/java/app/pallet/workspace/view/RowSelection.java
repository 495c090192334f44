package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Selected cells, over the rows as they stood when the user selected them. Small however many rows
 * there are: which row stands where is asked when it is needed. Immutable, for any thread.
 *
 * @param rows tells which row stands at an index
 * @param rectangles in the order in which the user selected them; they may overlap
 */
public record RowSelection(IntFunction<RowKey> rows, List<CellBlock> rectangles) {

  public RowSelection {
    rectangles = List.copyOf(rectangles);
  }

  /** One cell, wherever its row stands. */
  public static RowSelection ofCell(RowKey row, Column column) {
    return new RowSelection(index -> row, List.of(new CellBlock(0, 0, List.of(column))));
  }

  /**
   * Rows in which the same cells of the same rectangles are selected.
   *
   * @param parts each selected column once
   */
  public record Band(int firstRow, int lastRow, List<Part> parts) {

    /** Number of rows. */
    public int rowCount() {
      return lastRow - firstRow + 1;
    }

    /** Its columns in their order. */
    public List<Column> columns() {
      return parts.stream().map(Part::column).toList();
    }

    /** The same rows with some of the columns only. */
    public Band only(Predicate<Column> wanted) {
      return new Band(
          firstRow, lastRow, parts.stream().filter(part -> wanted.test(part.column())).toList());
    }
  }

  /**
   * A column of a band.
   *
   * @param rectangle index of the latest rectangle that has it there
   */
  public record Part(Column column, int rectangle) {}

  /** How many rows its rectangles have; one that is in several counts as often. */
  public long rowCount() {
    return rectangles.stream().mapToLong(CellBlock::rowCount).sum();
  }

  /** The same cells as bands from top to bottom: each row is in one band at most. */
  public List<Band> bands() {
    TreeMap<Integer, List<Integer>> changes = new TreeMap<>(); // where rectangles begin and end
    for (int i = 0; i < rectangles.size(); i++) {
      CellBlock rectangle = rectangles.get(i);
      changes.computeIfAbsent(rectangle.firstRow(), row -> new ArrayList<>()).add(i);
      changes.computeIfAbsent(rectangle.lastRow() + 1, row -> new ArrayList<>()).add(i);
    }
    List<Band> bands = new ArrayList<>();
    TreeSet<Integer> open = new TreeSet<>();
    int from = 0;
    for (Map.Entry<Integer, List<Integer>> change : changes.entrySet()) {
      if (!open.isEmpty()) {
        bands.add(new Band(from, change.getKey() - 1, parts(open)));
      }
      change.getValue().stream().filter(i -> !open.remove(i)).forEach(open::add);
      from = change.getKey();
    }
    return bands;
  }

  private List<Part> parts(TreeSet<Integer> open) {
    Map<Column, Part> parts = new LinkedHashMap<>();
    for (int rectangle : open) {
      for (Column column : rectangles.get(rectangle).columns()) {
        parts.put(column, new Part(column, rectangle));
      }
    }
    return List.copyOf(parts.values());
  }
}
