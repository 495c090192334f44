package app.pallet.ui.table.cells;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.ViewRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is to say about a cell: for its tooltip, for screen readers and for the bar above the
 * table.
 *
 * @param text its whole text, as it is edited
 * @param before what it was, where a change is pending; an empty text for an empty cell
 * @param problem what is wrong with it
 */
public record CellFacts(String text, Optional<String> before, Optional<RowProblem> problem) {

  private static final Set<CellState> WITH_BEFORE =
      EnumSet.of(CellState.EDITED, CellState.WARNING, CellState.CONFLICT, CellState.PROBLEM);

  /** What there is to say about the cell of a row. */
  public static CellFacts of(ViewRow row, Column column, CellDisplay display) {
    boolean isChanged = row.stored() != null && WITH_BEFORE.contains(row.state(column));
    return new CellFacts(
        display.edited(row, column),
        isChanged ? Optional.of(display.of(column, row.storedValue(column))) : Optional.empty(),
        row.problem(column));
  }

  /** What is wrong with the cell and what it was before, where there is such a thing. */
  List<String> remarks() {
    return Stream.concat(
            problem.map(RowProblem::sentence).stream(),
            before.map(text -> "Was: " + (text.isEmpty() ? "empty" : text)).stream())
        .toList();
  }
}
