package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.TextRow;
import app.pallet.spreadsheet.xlsx.WorkbookNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Lays out the cells of table rows. Some of them span columns and rows. */
final class HtmlGrid {

  /** The most columns that any spreadsheet has. A page may claim more. */
  private static final int MAX_COLUMNS = 16_384;

  private static final int MAX_SPAN = 1_000;

  private record Line(List<String> cells, BitSet numbers) {}

  private final List<Line> lines = new ArrayList<>();

  /** For each column, the number of rows that a cell from above still covers. */
  private int[] covered = new int[16];

  private int width;
  private boolean spans;
  private boolean rawValues;

  void add(Element row) {
    List<String> cells = new ArrayList<>();
    BitSet numbers = new BitSet();
    int[] before = Arrays.copyOf(covered, covered.length);
    for (Element cell : row.children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        skipCovered(cells, before);
        add(cell, cells, numbers);
      }
    }
    for (int i = 0; i < before.length; i++) {
      covered[i] = before[i] > 0 ? before[i] - 1 : covered[i];
    }
    if (!isFiller(row, cells)) {
      width = Math.max(width, cells.size());
      lines.add(new Line(cells, numbers));
    }
  }

  private static void skipCovered(List<String> cells, int[] before) {
    while (cells.size() < before.length && before[cells.size()] > 0) {
      cells.add("");
    }
  }

  private void add(Element cell, List<String> cells, BitSet numbers) {
    int columns = Math.min(span(cell, "colspan"), MAX_COLUMNS - cells.size());
    int rows = span(cell, "rowspan");
    String shown = HtmlText.of(cell);
    rawValues |= cell.hasAttr("sdval") || cell.hasAttr("sdnum");
    Optional<String> raw = RawValue.of(cell, shown);
    if (raw.isPresent() && columns > 0) {
      numbers.set(cells.size());
    }
    for (int i = 0; i < columns; i++) {
      if (cells.size() >= covered.length) {
        covered = Arrays.copyOf(covered, covered.length * 2);
      }
      covered[cells.size()] = rows - 1;
      cells.add(i == 0 ? raw.orElse(shown) : "");
    }
    spans |= columns > 1 || rows > 1;
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    boolean number = !value.isEmpty() && value.length() < 6;
    number = number && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Math.clamp(Integer.parseInt(value), 1, MAX_SPAN) : 1;
  }

  /** Excel ends a table with cells that only say how wide the columns are. */
  private static boolean isFiller(Element row, List<String> cells) {
    return row.attr("height").equals("0") && cells.stream().allMatch(String::isEmpty);
  }

  /** All rows, padded to the length of the longest. */
  List<TextRow> rows() {
    List<TextRow> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      List<String> cells = line.cells();
      while (cells.size() < width) {
        cells.add("");
      }
      rows.add(new TextRow(rows.size() + 1L, cells, line.numbers()));
    }
    return rows;
  }

  boolean hasSpans() {
    return spans;
  }

  /** Whether cells carry their numbers as LibreOffice writes them. */
  boolean hasRawValues() {
    return rawValues;
  }

  /**
   * Finds the number behind the text of a table cell, which LibreOffice (sdval) and Google Sheets
   * (data-sheets-value) write. It is taken only if the text shows this very number, perhaps rounded
   * or shortened, because a date, a percentage and an article number with leading zeros are stored
   * as numbers too.
   */
  private static final class RawValue {

    private static final Pattern SHEETS_NUMBER =
        Pattern.compile("\\{\"1\":3,\"3\":([-0-9.Ee+]+)[,}].*", Pattern.DOTALL);

    private static final Pattern SHORTENED =
        Pattern.compile("-?[0-9]+([.,][0-9]+)?[Ee][+-]?[0-9]+");

    /** The most digits that a cell may show behind the point. */
    private static final int MAX_SCALE = 20;

    private RawValue() {}

    /**
     * The number in plain digits; empty if there is none, or the text shows something else.
     *
     * @param shown the cell's text
     */
    static Optional<String> of(Element cell, String shown) {
      String stored = cell.attr("sdval");
      if (stored.isEmpty()) {
        Matcher sheets = SHEETS_NUMBER.matcher(cell.attr("data-sheets-value"));
        stored = sheets.matches() ? sheets.group(1) : "";
      }
      return stored.isEmpty()
          ? Optional.empty()
          : WorkbookNumber.plain(stored).filter(plain -> shows(shown, plain));
    }

    private static boolean shows(String shown, String plain) {
      if (SHORTENED.matcher(shown).matches()) {
        return true;
      }
      String digits = digits(shown);
      if (digits.isEmpty() || shown.indexOf('%') >= 0) {
        return false;
      }
      BigDecimal number = new BigDecimal(plain);
      for (int scale = 0; scale <= MAX_SCALE && scale < digits.length(); scale++) {
        if (digits(number.setScale(scale, RoundingMode.HALF_UP).toPlainString()).equals(digits)) {
          return true;
        }
      }
      return false;
    }

    private static String digits(String text) {
      StringBuilder digits = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          digits.append(c);
        }
      }
      return digits.toString();
    }
  }
}
