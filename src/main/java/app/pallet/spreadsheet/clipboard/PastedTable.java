package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.TextRow;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The first table of an HTML text, as spreadsheets and browsers put it on the clipboard. The text
 * of a cell that spans others is in the first of them. Rows are read and released one by one, so
 * that the tree of a large table is never held.
 *
 * @param rows its rows, all of the same length
 * @param origin which kind of program wrote it
 * @param hasSpans whether a cell spans others
 */
record PastedTable(List<TextRow> rows, Origin origin, boolean hasSpans) {

  /** Which kind of program wrote a table. */
  enum Origin {
    /** LibreOffice, whose plain text lacks the line breaks inside cells. */
    LIBRE_OFFICE,
    OTHER
  }

  private static final Pattern LIBRE_OFFICE =
      Pattern.compile(
          "<meta[^>]*name=.?generator[^>]*content=.?(LibreOffice|OpenOffice)",
          Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 4_000;

  PastedTable {
    rows = List.copyOf(rows);
  }

  /** Reads the first table. Without a table, the result has no rows. */
  static PastedTable parse(String html) {
    HtmlGrid grid = new HtmlGrid();
    Element table = null;
    try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(html, "")) {
      Iterator<Element> elements = parser.iterator();
      boolean ended = false;
      while (elements.hasNext() && !ended) {
        Element element = elements.next();
        if (element.nameIs("tr")) {
          Element outermost = outermostTable(element);
          table = table == null ? outermost : table;
          if (outermost != null
              && outermost.equals(table)
              && outermost.equals(element.closest("table"))) {
            grid.add(element);
            element.empty();
          }
        }
        ended = element.equals(table);
      }
    }
    boolean libreOffice = grid.hasRawValues() || LIBRE_OFFICE.matcher(head(html)).find();
    return new PastedTable(
        grid.rows(), libreOffice ? Origin.LIBRE_OFFICE : Origin.OTHER, grid.hasSpans());
  }

  private static String head(String html) {
    return html.substring(0, Math.min(html.length(), HEAD));
  }

  private static @Nullable Element outermostTable(Element row) {
    Element table = null;
    for (Element parent = row.parent(); parent != null; parent = parent.parent()) {
      table = parent.nameIs("table") ? parent : table;
    }
    return table;
  }

  /** Number of columns. */
  int width() {
    return rows.isEmpty() ? 0 : rows.getFirst().cells().size();
  }

  /** Whether a cell holds a line break. */
  boolean hasLineBreaks() {
    return rows.stream()
        .anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.indexOf('\n') >= 0));
  }
}
