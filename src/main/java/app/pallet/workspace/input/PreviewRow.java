package app.pallet.workspace.input;

import app.pallet.change.RowProblem;
import app.pallet.spreadsheet.source.TextRow;
import java.util.List;

/**
 * A row of a source and what became of it.
 *
 * @param row its texts, corrections put in
 * @param category what becomes of it
 * @param problems what is wrong with it
 */
public record PreviewRow(TextRow row, RowCategory category, List<RowProblem> problems) {

  public PreviewRow {
    problems = List.copyOf(problems);
  }
}
