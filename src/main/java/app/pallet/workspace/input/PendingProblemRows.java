package app.pallet.workspace.input;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pending rows that have problems, as texts: what was typed where that could not be taken, else the
 * value.
 *
 * @param source the rows under the columns' names, numbered from 2
 * @param problems what is wrong, by these numbers
 */
record PendingProblemRows(TabularSource source, Map<Long, List<RowProblem>> problems) {

  static PendingProblemRows of(List<Column> columns, List<ViewRow> rows) {
    List<TextRow> texts = new ArrayList<>(rows.size() + 1);
    texts.add(new TextRow(1, columns.stream().map(Column::name).toList()));
    Map<Long, List<RowProblem>> problems = new HashMap<>();
    for (ViewRow row : rows) {
      long number = texts.size() + 1L;
      texts.add(new TextRow(number, columns.stream().map(row::text).toList()));
      problems.put(number, row.problems());
    }
    PastedBlock block = new PastedBlock(texts, false);
    return new PendingProblemRows(ClipboardSource.withHeader(block), problems);
  }
}
