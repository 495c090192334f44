package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Lays the cells of table rows out, of which some span columns and rows. */
final class HtmlGrid {

  /** As many columns as any spreadsheet has; a page may claim more. */
  private static final int MAX_COLUMNS = 16_384;

  private static final int MAX_SPAN = 1_000;

  private record Line(List<String> cells, BitSet numbers) {}

  private final List<Line> lines = new ArrayList<>();

  /** For each column, how many of the next rows a cell from above still covers. */
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

  /** Excel ends a table with cells that only tell how wide the columns are. */
  private static boolean isFiller(Element row, List<String> cells) {
    return row.attr("height").equals("0") && cells.stream().allMatch(String::isEmpty);
  }

  /** All rows, filled up to the length of the longest. */
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

  /** Whether cells tell their numbers as LibreOffice writes them. */
  boolean hasRawValues() {
    return rawValues;
  }
}
