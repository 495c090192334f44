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

/** What there is to say about a cell beside its value, for its tooltip and for screen readers. */
final class CellRemarks {

  private static final Set<CellState> WITH_BEFORE =
      EnumSet.of(CellState.EDITED, CellState.WARNING, CellState.PROBLEM);

  private CellRemarks() {}

  /** What is wrong with the cell and what it was before, where there is such a thing. */
  static List<String> of(ViewRow row, Column column, CellDisplay display) {
    return Stream.of(row.problem(column).map(RowProblem::sentence), before(row, column, display))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> before(ViewRow row, Column column, CellDisplay display) {
    CellState state = row.state(column);
    if (row.stored() == null || !WITH_BEFORE.contains(state)) {
      return Optional.empty();
    }
    String text = display.of(column, row.storedValue(column));
    return Optional.of("Was: " + (text.isEmpty() ? "empty" : text));
  }
}
