package app.pallet.workspace.imports;

import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
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

  /** The most rows that are kept. */
  public static final int ROWS = 200;

  /** Its first lines as they are: those above the table, the headings, and the first rows. */
  public List<TextRow> firstLines() {
    List<TextRow> lines = new ArrayList<>(format.headings().above());
    if (format.hasHeader()) {
      lines.add(
          new TextRow(
              format.headings().line(), columns.stream().map(SourceColumn::heading).toList()));
    }
    lines.addAll(firstRows);
    return lines;
  }

  /** The same view with other columns. */
  SourceView with(List<SourceColumn> all) {
    return new SourceView(name, format, all, firstRows);
  }

  public SourceView {
    columns = List.copyOf(columns);
    firstRows = List.copyOf(firstRows);
  }
}
