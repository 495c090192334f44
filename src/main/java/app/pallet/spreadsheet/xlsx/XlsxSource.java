package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TableStart;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an Excel workbook, read row by row. Only its shared texts are held in memory. Every
 * row has at least as many cells as the header. Macros are ignored.
 */
public final class XlsxSource implements TabularSource {

  private final Path file;
  private final WorkbookFile workbook;
  private final SheetList sheets;
  private final SharedTexts texts;
  private final NumberFormats formats;

  private String sheet = "";
  private TableStart start = TableStart.EMPTY;
  private @Nullable SheetReading rows;

  /** Rows that were read before anybody asked for them. */
  private final Deque<TextRow> ahead = new ArrayDeque<>();

  private XlsxSource(Path file, WorkbookFile workbook, SourceOptions options) throws IOException {
    this.file = file;
    this.workbook = workbook;
    this.sheets = SheetList.read(workbook);
    this.texts = read(sheets.texts(), SharedTexts.none(), SharedTexts::read);
    this.formats = read(sheets.styles(), NumberFormats.none(), NumberFormats::read);
    List<SheetList.Sheet> candidates = candidates(options);
    for (SheetList.Sheet candidate : candidates) {
      if (begin(candidate, options)) {
        return;
      }
    }
    throw new IOException(
        options.sheet().map(name -> "sheet '" + name + "'").orElse("the workbook")
            + " holds no rows");
  }

  /**
   * Opens a workbook at a sheet.
   *
   * @throws SpreadsheetException if it can't be read, is damaged or has no such sheet
   */
  public static XlsxSource open(Path file, SourceOptions options) {
    try {
      WorkbookFile workbook = WorkbookFile.open(file);
      try {
        return new XlsxSource(file, workbook, options);
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (TableStart.NoSuchRowException e) {
      throw new SpreadsheetException(file, e.reason());
    } catch (IOException e) {
      throw new SpreadsheetException(file, WorkbookFile.reason(e), e);
    }
  }

  private List<SheetList.Sheet> candidates(SourceOptions options) throws IOException {
    if (options.sheet().isEmpty()) {
      return sheets.sheets().stream().filter(candidate -> !candidate.hidden()).toList();
    }
    String wanted = options.sheet().get();
    List<SheetList.Sheet> named =
        sheets.sheets().stream().filter(candidate -> candidate.name().equals(wanted)).toList();
    if (named.isEmpty()) {
      throw new IOException(
          "has no sheet '" + wanted + "', but: " + String.join(", ", sheets.names()));
    }
    return named;
  }

  /** Reads a part of the workbook as a whole, such as its texts. */
  @FunctionalInterface
  private interface PartReading<T> {
    T read(XmlCursor xml) throws IOException;
  }

  private <T> T read(String part, T none, PartReading<T> reading) throws IOException {
    Optional<XmlCursor> found = workbook.part(part);
    if (found.isEmpty()) {
      return none;
    }
    try (XmlCursor xml = found.get()) {
      return reading.read(xml);
    }
  }

  private SheetReading reading(SheetList.Sheet candidate) throws IOException {
    RowOrder order = new RowOrder();
    XmlCursor part =
        workbook
            .part(candidate.part(), order)
            .orElseThrow(() -> new IOException("sheet '" + sheet + "' is missing"));
    if (order.isAscending()) {
      return new SheetRows(part, texts, formats, sheets.from1904());
    }
    part.close();
    return new SortedRows(
        () ->
            new SheetRows(
                workbook.part(candidate.part()).orElseThrow(), texts, formats, sheets.from1904()),
        SortedRows.MOST_HELD);
  }

  /** Goes to the first row of a sheet. Returns false if the sheet has none. */
  private boolean begin(SheetList.Sheet candidate, SourceOptions options) throws IOException {
    sheet = candidate.name();
    rows = reading(candidate);
    Optional<TableStart> found = TableStart.take(this, options);
    if (found.isEmpty()) {
      rows.close();
      return false;
    }
    start = found.get();
    start.rows().forEach(row -> ahead.add(row.padded(start.header().size())));
    return true;
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public List<String> header() {
    return start.header();
  }

  @Override
  public SourceFormat.Workbook format() {
    return new SourceFormat.Workbook(sheet, sheets.names(), start.place());
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && rows != null) {
      read(rows).ifPresent(ahead::add);
    }
    return !ahead.isEmpty();
  }

  @Override
  public TextRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  private Optional<TextRow> read(SheetReading from) {
    try {
      return from.next(start.header().size());
    } catch (IOException e) {
      throw new SpreadsheetException(
          file,
          "sheet '%s' %s (after row %d)".formatted(sheet, WorkbookFile.reason(e), from.rowNumber()),
          e);
    }
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      workbook.close();
    } catch (IOException e) {
      throw new SpreadsheetException(file, WorkbookFile.reason(e), e);
    }
  }
}
