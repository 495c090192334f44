package app.pallet.workspace.view;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellText;
import app.pallet.schema.CheckDigit;
import app.pallet.schema.Column;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.WriteRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as the table shows it: the stored row with the pending change laid over it. Immutable.
 *
 * @param key which row it is
 * @param stored the stored row, or null for a row to be added
 * @param change the pending change, or null if there is none
 */
public record ViewRow(RowKey key, @Nullable Row stored, @Nullable RowChange change)
    implements RowCells {

  /** What is pending for the row. */
  public RowState state() {
    return switch (change) {
      case null -> RowState.UNCHANGED;
      case RowChange.Add add -> RowState.ADDED;
      case RowChange.Edit edit -> RowState.EDITED;
      case RowChange.Delete delete -> RowState.DELETED;
    };
  }

  /** Whether a cell may be written, as long as the row is not to be deleted. */
  public boolean isWritable(Column column) {
    return !(key instanceof RowKey.Unkeyed) && column.isWritable(stored == null);
  }

  /** What is pending for a cell. */
  public CellState state(Column column) {
    if (value(column) instanceof UnreadableValue value && !value.isMeant(column)) {
      return CellState.PROBLEM;
    }
    if (change == null) {
      return CellState.UNCHANGED;
    }
    Optional<RowProblem> problem = change.problemOf(column);
    if (problem.isPresent()) {
      return problem.get().isConflict() ? CellState.CONFLICT : CellState.PROBLEM;
    }
    if (CellWarnings.of(change, column).isPresent()) {
      return CellState.WARNING;
    }
    return switch (state()) {
      case ADDED -> CellState.ADDED;
      case DELETED -> CellState.DELETED;
      case EDITED -> edited(column);
      case UNCHANGED -> CellState.UNCHANGED;
    };
  }

  private CellState edited(Column column) {
    if (change == null || !change.after().has(column)) {
      return CellState.UNCHANGED;
    }
    // What is said of the whole row concerns each cell that it would overwrite.
    return problems().stream().anyMatch(p -> p.isConflict() && p.column().isEmpty())
        ? CellState.CONFLICT
        : CellState.EDITED;
  }

  /** The value the cell will have, or has where nothing is pending; null for an empty cell. */
  @Override
  public @Nullable Object value(Column column) {
    return change != null && change.after().has(column)
        ? change.after().get(column)
        : storedValue(column);
  }

  /** The value the database holds; null for an empty cell and for a row to be added. */
  public @Nullable Object storedValue(Column column) {
    return stored == null ? null : stored.values().get(column);
  }

  /** The cell's text: a rejected one just as it was entered, else its value. */
  @Override
  public String text(Column column) {
    return rejectedText(column).orElseGet(() -> CellText.plain(column, value(column)));
  }

  /** The text that was entered into a cell and could not be taken. */
  @Override
  public Optional<String> rejectedText(Column column) {
    return problem(column)
        .filter(p -> p.severity() == RowProblem.Severity.ERROR)
        .map(RowProblem::value);
  }

  /**
   * The content of a cell for search and filters: its value. If a text could not be taken, it is
   * that text in a column of texts, and nothing in any other column.
   */
  @Nullable Object searched(Column column) {
    if (problems().isEmpty()) { // nearly always, and quick to tell
      return value(column);
    }
    Optional<String> rejected = rejectedText(column);
    if (rejected.isEmpty()) {
      return value(column);
    }
    return column.type().isText() ? rejected.get() : null;
  }

  /** The problem of a cell, or a warning about it. */
  public Optional<RowProblem> problem(Column column) {
    Optional<RowProblem> pending =
        change == null
            ? Optional.empty()
            : change.problemOf(column).or(() -> CellWarnings.of(change, column));
    return pending.or(() -> unreadable(column));
  }

  /** The problem of a cell in which another program stored what its column can't hold. */
  private Optional<RowProblem> unreadable(Column column) {
    if (key instanceof RowKey.Unkeyed && column.write() == WriteRule.ON_ADD) {
      return Optional.of(
          new RowProblem(
              RowOrigin.TYPED,
              column.name(),
              CellText.plain(column, value(column)),
              "This row can only be read: its key does not tell it apart from others for sure",
              "",
              RowProblem.Severity.WARNING));
    }
    return value(column) instanceof UnreadableValue value && !value.isMeant(column)
        ? Optional.of(RowProblem.of(RowOrigin.TYPED, column, value.text(), value.rejected(column)))
        : Optional.empty();
  }

  /** Everything that is wrong with the row. */
  public List<RowProblem> problems() {
    return change == null ? List.of() : change.problems();
  }

  /**
   * What is odd about a pending value that is allowed. It is found when the value is shown, and
   * never stored.
   */
  private static final class CellWarnings {

    private CellWarnings() {}

    /** The warning for a cell to which the change gives a value. */
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
}
