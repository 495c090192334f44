package app.pallet.change;

import java.util.List;

/**
 * One row of wanted values from a spreadsheet, with where it came from and what was wrong with it.
 * It becomes an edit where its key matches a product, and an add where none does.
 *
 * @param values the cells that could be read
 * @param origin where the row stands in its source
 * @param problems the cells that could not
 */
public record RowMapping(RowValues values, RowOrigin origin, List<RowProblem> problems) {

  public RowMapping {
    problems = List.copyOf(problems);
  }
}
