package app.pallet.change;

import java.util.List;
import java.util.Map;

/**
 * One row of wanted values from a spreadsheet, with where it came from and what was wrong with it.
 * It becomes an edit where its key matches a product, and an add where none does.
 *
 * @param values the cells that could be read
 * @param origin where the row stands in its source
 * @param problems the cells that could not
 * @param spellings by the names of their columns, the texts of cells that say their values in
 *     another way than Pallet does, where another program may have stored them like that
 */
public record RowMapping(
    RowValues values, RowOrigin origin, List<RowProblem> problems, Map<String, String> spellings) {

  public RowMapping {
    problems = List.copyOf(problems);
    spellings = Map.copyOf(spellings);
  }

  /** A row whose cells are written as Pallet writes them, or whose writing does not matter. */
  public RowMapping(RowValues values, RowOrigin origin, List<RowProblem> problems) {
    this(values, origin, problems, Map.of());
  }
}
