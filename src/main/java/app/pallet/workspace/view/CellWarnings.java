package app.pallet.workspace.view;

import app.pallet.change.RowChange;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.schema.CheckDigit;
import app.pallet.schema.Column;
import java.util.Optional;

/** What is odd about a pending value that is allowed; found while it is shown, never stored. */
final class CellWarnings {

  private CellWarnings() {}

  /** The warning of a cell that the change gives a value. */
  static Optional<RowProblem> of(RowChange change, Column column) {
    if (!(change.after().get(column) instanceof String text) || !column.isBarcode()) {
      return Optional.empty();
    }
    return CheckDigit.expectedInstead(text).stream()
        .mapToObj(digit ->
            new RowProblem(
                RowOrigin.TYPED,
                column.name(),
                text,
                "The check digit is wrong: it should end in " + digit,
                "",
                RowProblem.Severity.WARNING))
        .findFirst();
  }
}
