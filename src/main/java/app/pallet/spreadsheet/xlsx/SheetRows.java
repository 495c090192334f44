package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.CellNote.NoValue;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.spreadsheet.xlsx.NumberFormats.Format;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet in the order in which it holds them. Formulas are not run. Their last
 * result is read; a formula that was never run, or whose result is an error, leaves its cell
 * without a value. Rows without cells are left out.
 */
final class SheetRows implements SheetReading {

  private static final int MAX_ROWS = 1_048_576;
  private static final int MAX_COLUMNS = 16_384;
  private static final int MAX_ROW_TEXT = 1 << 24;
  private static final int LETTERS = 26;
  private static final String MIDNIGHT = "T00:00:00";

  private static final NoValue NEVER_RUN =
      new NoValue(
          "Is a formula whose result the workbook doesn't hold",
          "a value; or open the workbook in a spreadsheet program, let it calculate, and save it");

  private static final NoValue ERROR =
      new NoValue("Is an error of the workbook, not a value", "a value, or an empty cell");

  private final XmlCursor xml;
  private final SharedTexts texts;
  private final NumberFormats formats;
  private final boolean from1904;

  private int rowNumber;
  private String[] cells = new String[16];
  private int count;
  private long textLength;
  private BitSet numbers = new BitSet();
  private Map<Integer, CellNote> notes = Map.of();

  SheetRows(XmlCursor xml, SharedTexts texts, NumberFormats formats, boolean from1904)
      throws IOException {
    this.xml = xml;
    this.texts = texts;
    this.formats = formats;
    this.from1904 = from1904;
    if (!xml.find("sheetData")) {
      throw new IOException("has no rows");
    }
  }

  @Override
  public Optional<TextRow> next(int width) throws IOException {
    while (xml.next() && !xml.isEnd("sheetData")) {
      if (xml.isStart("row")) {
        return Optional.of(row(width));
      }
    }
    return Optional.empty();
  }

  @Override
  public int rowNumber() {
    return rowNumber;
  }

  private TextRow row(int width) throws IOException {
    rowNumber = number(xml.attribute("r"), rowNumber + 1);
    Arrays.fill(cells, 0, count, null);
    count = 0;
    textLength = 0;
    numbers = new BitSet();
    notes = Map.of();
    int column = -1;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        column = column(xml.attribute("r"), column + 1);
        set(column, cell(column));
      }
    }
    String[] row = Arrays.copyOf(cells, Math.max(count, width));
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] == null ? "" : row[i];
    }
    return new TextRow(rowNumber, List.of(row), numbers, notes);
  }

  private void set(int column, String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
    }
    cells[column] = text;
    count = Math.max(count, column + 1);
    textLength += text.length();
    if (textLength > MAX_ROW_TEXT) {
      throw new IOException("has a row of more than " + MAX_ROW_TEXT + " characters");
    }
  }

  private String cell(int column) throws IOException {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String value = null;
    String formula = null;
    String inline = "";
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        value = xml.text();
      } else if (xml.isStart("is")) {
        inline = xml.richText();
      } else if (xml.isStart("f")) {
        formula = xml.text();
      }
    }
    boolean empty = value == null || (value.isEmpty() && !"str".equals(type));
    if (formula != null && empty && inline.isEmpty()) {
      return without(column, "=" + formula, NEVER_RUN);
    }
    if ("e".equals(type) && value != null) {
      return without(column, value, ERROR);
    }
    return value == null ? inline : text(column, type == null ? "n" : type, style, value);
  }

  /** Notes that a cell has no value. The text is shown in its place. */
  private String without(int column, String text, NoValue why) {
    note(column, why);
    return text.isEmpty() ? "#N/A" : text;
  }

  private void note(int column, CellNote note) {
    if (notes.isEmpty()) {
      notes = new HashMap<>();
    }
    notes.put(column, note);
  }

  private String text(int column, String type, @Nullable String style, String value)
      throws IOException {
    return switch (type) {
      case "n" -> value.isEmpty() ? "" : numberText(column, value.strip(), formats.of(style));
      case "s" -> value.isEmpty() ? "" : texts.get(value);
      case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
      case "d" ->
          value.endsWith(MIDNIGHT) ? value.substring(0, value.length() - MIDNIGHT.length()) : value;
      default -> EscapedText.decode(value);
    };
  }

  private String numberText(int column, String stored, Format format) {
    Optional<String> plain = WorkbookNumber.plain(stored);
    if (plain.isEmpty()) {
      return stored;
    }
    if (format.kind() != NumberFormats.Kind.NUMBER) {
      Optional<String> moment = WorkbookNumber.moment(plain.get(), format, from1904);
      if (moment.isPresent()) {
        return moment.get();
      }
    }
    numbers.set(column);
    format.mask().flatMap(mask -> mask.show(plain.get())).ifPresent(shown -> note(column, shown));
    return format.digits() == 1 ? plain.get() : WorkbookNumber.padded(plain.get(), format.digits());
  }

  private static int number(@Nullable String text, int otherwise) throws IOException {
    int number = otherwise;
    if (text != null && !text.isEmpty()) {
      number = 0;
      for (int i = 0; i < text.length() && number <= MAX_ROWS; i++) {
        number = number * 10 + Character.digit(text.charAt(i), 10);
      }
    }
    if (number < 1 || number > MAX_ROWS) {
      throw new IOException("has a row beyond the last one that a sheet can have");
    }
    return number;
  }

  /** The column of a reference such as AB12, from 0. */
  private static int column(@Nullable String reference, int otherwise) throws IOException {
    int column = 0;
    for (int i = 0; reference != null && i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z' || column > MAX_COLUMNS) {
        break;
      }
      column = column * LETTERS + c - 'A' + 1;
    }
    int index = column == 0 ? otherwise : column - 1;
    if (index >= MAX_COLUMNS) {
      throw new IOException("has a column beyond the last one that a sheet can have");
    }
    return index;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
