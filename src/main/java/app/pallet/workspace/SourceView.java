package app.pallet.workspace;

import app.pallet.spreadsheet.SourceFormat;
import app.pallet.spreadsheet.TextRow;
import java.util.List;

/**
 * The beginning of a source, as it was opened.
 *
 * @param name what the user calls it
 * @param format how it is written
 * @param columns all its columns
 * @param firstRows its first rows, at most {@link #ROWS}
 */
public record SourceView(
    String name, SourceFormat format, List<SourceColumn> columns, List<TextRow> firstRows) {

  /** Rows that are kept of a source at most. */
  public static final int ROWS = 200;

  public SourceView {
    columns = List.copyOf(columns);
    firstRows = List.copyOf(firstRows);
  }
}
