package app.pallet.commit.order;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which edits want a value that another edit gives up, and the order that follows: who gives up
 * comes first. Edits that wait for each other in a circle, such as a swap, form one unit, which can
 * only be written together (decision 0156).
 */
final class UniqueLinks {

  private final List<RowChange> edits;
  private final int[][] waitsFor;
  private final List<List<RowChange>> units = new ArrayList<>();

  // Tarjan's strongly connected components, without recursion
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private int numbers;

  private UniqueLinks(List<RowChange> edits, int[][] waitsFor) {
    this.edits = edits;
    this.waitsFor = waitsFor;
    number = new int[edits.size()];
    low = new int[edits.size()];
    open = new boolean[edits.size()];
  }

  /**
   * The units of edits in an order in which they can be written one after the other; nearly all
   * have one row. Edits that don't wait for others keep their order.
   *
   * @return empty if no edit waits for another, as in nearly every commit
   */
  static List<List<RowChange>> units(List<RowChange> edits, TableSchema schema) {
    Map<Integer, List<Integer>> waits = new HashMap<>();
    for (Column column : UniqueClaims.columns(schema)) {
      collect(edits, column, waits);
    }
    if (waits.isEmpty()) {
      return List.of();
    }
    int[][] waitsFor = new int[edits.size()][];
    Arrays.fill(waitsFor, new int[0]);
    waits.forEach((row, others) ->
        waitsFor[row] = others.stream().mapToInt(Integer::intValue).distinct().toArray());
    return new UniqueLinks(edits, waitsFor).run();
  }

  private static void collect(
      List<RowChange> edits, Column column, Map<Integer, List<Integer>> waits) {
    Map<Object, List<Integer>> givers = new HashMap<>();
    ColumnSet columns = ColumnSet.EMPTY;
    boolean isAmongThem = false;
    for (int i = 0; i < edits.size(); i++) {
      RowChange edit = edits.get(i);
      if (!edit.after().columns().equals(columns)) { // quicker than to look for it in each row
        columns = edit.after().columns();
        isAmongThem = columns.contains(column);
      }
      if (isAmongThem && UniqueClaims.givesUp(edit, column)) {
        Object value = UniqueClaims.comparable(edit.before().get(column));
        if (value != null) {
          givers.computeIfAbsent(UniqueClaims.key(value), v -> new ArrayList<>(1)).add(i);
        }
      }
    }
    if (givers.isEmpty()) {
      return;
    }
    for (int i = 0; i < edits.size(); i++) {
      Object value = UniqueClaims.wanted(edits.get(i), column);
      if (value != null) {
        for (int giver : givers.getOrDefault(UniqueClaims.key(value), List.of())) {
          if (giver != i) {
            waits.computeIfAbsent(i, row -> new ArrayList<>(1)).add(giver);
          }
        }
      }
    }
  }

  private List<List<RowChange>> run() {
    for (int i = 0; i < edits.size(); i++) {
      if (number[i] == 0) {
        visit(i);
      }
    }
    return units;
  }

  /** A row on the way, and how many of those it waits for were looked at. */
  private static final class Step {
    final int row;
    int looked;

    Step(int row) {
      this.row = row;
    }
  }

  private void visit(int first) {
    Deque<Step> way = new ArrayDeque<>();
    way.push(enter(first));
    while (!way.isEmpty()) {
      Step step = way.element();
      int[] others = waitsFor[step.row];
      if (step.looked < others.length) {
        int other = others[step.looked++];
        if (number[other] == 0) {
          way.push(enter(other));
        } else if (open[other]) {
          low[step.row] = Math.min(low[step.row], number[other]);
        }
      } else {
        way.pop();
        leave(step.row);
        if (!way.isEmpty()) {
          int waiting = way.element().row;
          low[waiting] = Math.min(low[waiting], low[step.row]);
        }
      }
    }
  }

  private Step enter(int row) {
    number[row] = ++numbers;
    low[row] = numbers;
    open[row] = true;
    stack.push(row);
    return new Step(row);
  }

  private void leave(int row) {
    if (low[row] != number[row]) {
      return;
    }
    List<RowChange> unit = new ArrayList<>(1);
    int last;
    do {
      last = stack.pop();
      open[last] = false;
      unit.add(edits.get(last));
    } while (last != row);
    units.add(unit);
  }

  /** The keys of rows that are in units of more than one. */
  static Map<RowKey, List<RowChange>> circles(List<List<RowChange>> units) {
    Map<RowKey, List<RowChange>> circles = new HashMap<>();
    for (List<RowChange> unit : units) {
      if (unit.size() > 1) {
        unit.forEach(row -> circles.put(row.key(), unit));
      }
    }
    return circles;
  }
}
