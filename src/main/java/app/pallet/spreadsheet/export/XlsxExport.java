package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows as the only sheet of a workbook. It has typed cells, a bold heading row that stays in
 * view, and columns that fit the first rows. A few hundred rows are held in memory at a time.
 */
final class XlsxExport implements RowSink {

  /** A sheet has 2^20 rows, and one is for the headings. */
  static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

  private static final int ROWS_HELD = 500;
  private static final String SHEET = "Products";
  private static final String HEADING_FILL = "E7ECF3";

  private final Workbook workbook;
  private final Worksheet sheet;
  private final ExportOptions options;
  private final List<XlsxColumn> columns = new ArrayList<>();
  private int row;

  private XlsxExport(Workbook workbook, ExportOptions options) {
    this.workbook = workbook;
    this.sheet = workbook.newWorksheet(SHEET);
    this.options = options;
  }

  /** Writes the headings. The stream is closed with the file. */
  static XlsxExport begin(OutputStream out, ExportOptions options) throws IOException {
    if (options.columns().size() > Worksheet.MAX_COLS) {
      throw new IOException(
          "a workbook holds %,d columns at most; choose CSV".formatted(Worksheet.MAX_COLS));
    }
    XlsxExport export = new XlsxExport(new Workbook(out, "Pallet", null), options);
    export.writeHeadings();
    return export;
  }

  static IOException tooManyRows() {
    return new IOException(
        "a workbook holds %,d rows below its headings; choose CSV or fewer rows"
            .formatted(MOST_ROWS));
  }

  private void writeHeadings() {
    for (int i = 0; i < options.columns().size(); i++) {
      XlsxColumn column = new XlsxColumn(sheet, i, options.columns().get(i), options.formulas());
      column.writeHeading();
      columns.add(column);
    }
    sheet
        .range(0, 0, 0, columns.size() - 1)
        .style()
        .bold()
        .fillColor(HEADING_FILL)
        .verticalAlignment("center")
        .set();
    sheet.freezePane(0, 1);
  }

  @Override
  public void write(RowValues values) throws IOException {
    if (++row > MOST_ROWS) {
      throw tooManyRows();
    }
    for (XlsxColumn column : columns) {
      column.write(row, values);
    }
    if (row % ROWS_HELD == 0) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (row <= ROWS_HELD) {
      columns.forEach(XlsxColumn::setWidth); // widths are written before the first row
    }
    columns.forEach(XlsxColumn::endRun);
    sheet.flush();
  }

  @Override
  public void close() throws IOException {
    if (row < ROWS_HELD) {
      columns.forEach(XlsxColumn::setWidth);
    }
    columns.forEach(XlsxColumn::endRun);
    workbook.close();
  }
}
