package app.pallet.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which rows of a step come from a file or a paste, and from which line of it. Rows whose lines
 * follow one another form one run, so a file of 100,000 rows takes no more memory than one of two
 * rows. Immutable.
 *
 * @param runs in the order of their first rows; no two overlap
 */
public record StepOrigins(List<Run> runs) {

  /** Of a step that comes from no input. */
  public static final StepOrigins NONE = new StepOrigins(List.of());

  public StepOrigins {
    runs = List.copyOf(runs);
  }

  /**
   * Rows of a step that follow one another, as their lines do.
   *
   * @param first place of the first row among those of the step, from 0
   * @param rows how many they are, at least 1
   * @param origin where the first one comes from
   */
  public record Run(int first, int rows, RowOrigin origin) {

    /** The place behind its last row. */
    public int end() {
      return first + rows;
    }

    /** Where its row at a place among those of the step comes from. */
    RowOrigin at(int row) {
      return new RowOrigin(origin.source(), origin.line() + row - first);
    }

    private boolean goesOnWith(int row, RowOrigin next) {
      return row == end() && next.equals(at(row));
    }
  }

  /**
   * The origins of rows; a row that no input has changed has none.
   *
   * @param rows how many rows the step has
   * @param origins gives that of a row by its place
   */
  static StepOrigins of(int rows, IntFunction<Optional<RowOrigin>> origins) {
    List<Run> runs = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Optional<RowOrigin> origin = origins.apply(row);
      if (origin.isPresent()) {
        add(runs, row, origin.get());
      }
    }
    return runs.isEmpty() ? NONE : new StepOrigins(runs);
  }

  private static void add(List<Run> runs, int row, RowOrigin origin) {
    if (!runs.isEmpty() && runs.getLast().goesOnWith(row, origin)) {
      Run last = runs.removeLast();
      runs.add(new Run(last.first(), last.rows() + 1, last.origin()));
    } else {
      runs.add(new Run(row, 1, origin));
    }
  }

  /** Whether no row comes from an input. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Where the row at a place comes from; empty if from no input. */
  Optional<RowOrigin> at(int row) {
    int low = 0;
    int high = runs.size();
    while (low < high) { // the first run that ends behind the row
      int middle = (low + high) >>> 1;
      if (runs.get(middle).end() > row) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < runs.size() && runs.get(low).first() <= row
        ? Optional.of(runs.get(low).at(row))
        : Optional.empty();
  }
}
