package app.pallet.workspace.input;

import app.pallet.change.RowProblem;
import app.pallet.spreadsheet.source.TextRow;
import java.util.List;

/**
 * A row of a source, and what it would become.
 *
 * @param row its texts, with the user's corrections
 * @param category what it would become
 * @param problems what is wrong with it
 */
public record PreviewRow(TextRow row, RowCategory category, List<RowProblem> problems) {

  public PreviewRow {
    problems = List.copyOf(problems);
  }
}
