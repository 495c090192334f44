package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.workspace.input.PreviewRow;
import java.util.List;
import java.util.Optional;

/**
 * A column of the preview.
 *
 * @param place its place in the source, from 0
 * @param heading its heading in the source
 * @param column the column of the catalogue that it fills; empty where it is left out
 */
record PreviewColumn(int place, String heading, Optional<Column> column) {

  static PreviewColumn of(ColumnLine line) {
    return new PreviewColumn(line.source().place(), line.source().heading(), line.column());
  }

  /** The text a row has here, as in the source. */
  String text(PreviewRow row) {
    List<String> cells = row.row().cells();
    return place < cells.size() ? cells.get(place) : "";
  }

  /** What is wrong with a row's text here. */
  Optional<RowProblem> problem(PreviewRow row) {
    return row.problems().stream()
        .filter(problem -> column.filter(problem::concerns).isPresent())
        .findFirst();
  }
}
