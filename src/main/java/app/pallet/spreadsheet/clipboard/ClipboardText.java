package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of cells as text, as spreadsheets put them on the clipboard: a tab between cells, a line
 * break between rows. Used by copy and paste. Stateless, for any thread.
 *
 * <p>Excel and Google Sheets put quotes around a cell that holds a tab or a line break, and double
 * the quotes inside it. They leave the quotes of any other cell alone, and LibreOffice leaves all
 * quotes alone. So a cell counts as quoted only if its quotes are closed at its end and had a
 * reason: a tab or line break inside, or a quote at its very beginning, which only Pallet's own
 * copy quotes.
 */
public final class ClipboardText {

  private static final char QUOTE = '"';
  private static final String QUOTED_QUOTE = "\"\"";

  private ClipboardText() {}

  /**
   * Reads the rows of a block. One line break at the end belongs to the last row. Rows may have
   * different numbers of cells.
   */
  public static List<TextRow> parse(String text) {
    return text.isEmpty() ? List.of() : new Parser(text).rows();
  }

  /**
   * Writes a block as a text that {@link #parse} and other programs turn into the same cells. Every
   * row has at least one cell.
   */
  public static String format(List<? extends List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        text.append('\n');
      }
      appendRow(text, rows.get(i));
    }
    if (!rows.isEmpty() && rows.getLast().equals(List.of(""))) {
      text.append('\n'); // otherwise the row would be taken for the end of the one before
    }
    return text.toString();
  }

  private static void appendRow(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append('\t');
      }
      String cell = cells.get(i);
      if (needsQuotes(cell)) {
        text.append(QUOTE).append(cell.replace("\"", QUOTED_QUOTE)).append(QUOTE);
      } else {
        text.append(cell);
      }
    }
  }

  private static boolean needsQuotes(String cell) {
    return !cell.isEmpty()
        && (cell.charAt(0) == QUOTE || cell.chars().anyMatch(c -> endsCell((char) c)));
  }

  private static boolean endsCell(char c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  /** One pass over one text. */
  private static final class Parser {
    private final String text;
    private final int end;
    private final Next tabs = new Next('\t');
    private final Next lineFeeds = new Next('\n');
    private final Next carriageReturns = new Next('\r');
    private final List<String> cells = new ArrayList<>();
    private int at;
    private long line = 1;

    /**
     * Finds the next character of one kind. Java looks for one character much faster than for
     * several, above all in the first paste, when little code is compiled.
     */
    private final class Next {
      private final char wanted;
      private int found = -1;

      Next(char wanted) {
        this.wanted = wanted;
      }

      /**
       * The first place from a given place on, or the end. The places that are asked for only grow.
       */
      int from(int place) {
        if (found < place) {
          int next = text.indexOf(wanted, place, end);
          found = next < 0 ? end : next;
        }
        return found;
      }
    }

    Parser(String text) {
      this.text = text;
      int last = text.length() - 1;
      boolean crlf = text.endsWith("\r\n");
      boolean broken = text.charAt(last) == '\n' || text.charAt(last) == '\r';
      this.end = crlf ? last - 1 : broken ? last : last + 1;
    }

    List<TextRow> rows() {
      List<TextRow> rows = new ArrayList<>();
      rows.add(row());
      while (at < end) {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        rows.add(row());
      }
      return rows;
    }

    private TextRow row() {
      long firstLine = line;
      cells.clear();
      cells.add(cell());
      while (at < end && text.charAt(at) == '\t') {
        at++;
        cells.add(cell());
      }
      return new TextRow(firstLine, cells);
    }

    private String cell() {
      int close = at < end && text.charAt(at) == QUOTE ? closingQuote() : -1;
      if (close >= 0) {
        String inside = text.substring(at + 1, close);
        at = close + 1;
        line += lineBreaks(inside);
        return inside.indexOf(QUOTE) < 0 ? inside : inside.replace(QUOTED_QUOTE, "\"");
      }
      int from = at;
      at = Math.min(tabs.from(at), Math.min(lineFeeds.from(at), carriageReturns.from(at)));
      return text.substring(from, at);
    }

    /**
     * Where the cell's quotes are closed; -1 if the quote at its start is an ordinary character.
     */
    private int closingQuote() {
      boolean hasReason = text.startsWith("\"\"\"", at);
      for (int i = at + 1; i < end; i++) {
        char c = text.charAt(i);
        if (c != QUOTE) {
          hasReason |= endsCell(c);
        } else if (i + 1 < end && text.charAt(i + 1) == QUOTE) {
          i++;
        } else {
          return hasReason && (i + 1 == end || endsCell(text.charAt(i + 1))) ? i : -1;
        }
      }
      return -1;
    }

    private static long lineBreaks(String text) {
      long count = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean crlf = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        count += (c == '\n' && !crlf) || c == '\r' ? 1 : 0;
      }
      return count;
    }
  }
}
