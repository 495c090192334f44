package app.pallet.ui.history;

import app.pallet.change.RowChange;
import app.pallet.workspace.history.ChangedCell;
import app.pallet.workspace.history.HistoryRow;
import java.util.stream.Collectors;

/** Words of a committed row. Made when a cell shows them, not for all rows. */
final class ChangeText {

  private ChangeText() {}

  static String kind(HistoryRow row) {
    return switch (row.committed().change()) {
      case RowChange.Add add -> "added";
      case RowChange.Edit edit -> "changed";
      case RowChange.Delete delete -> "deleted";
    };
  }

  /**
   * All cells, before and after.
   *
   * @param separator between two cells
   */
  static String cells(HistoryRow row, String separator) {
    RowChange change = row.committed().change();
    return ChangedCell.of(change).stream()
        .map(cell ->
            switch (change) {
              case RowChange.Add add -> cell.column().label() + " " + oneLine(cell.after());
              case RowChange.Edit edit ->
                  "%s  %s → %s"
                      .formatted(
                          cell.column().label(), oneLine(cell.before()), oneLine(cell.after()));
              case RowChange.Delete delete -> cell.column().label() + " " + oneLine(cell.before());
            })
        .collect(Collectors.joining(separator));
  }

  private static String oneLine(String text) {
    return text.isEmpty() ? "(empty)" : text.replaceAll("\\s+", " ");
  }
}
