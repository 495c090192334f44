package app.pallet.spreadsheet.clipboard;

import java.util.List;
import java.util.Optional;

/**
 * Writes blocks of cells as an HTML table for the clipboard. Spreadsheets prefer it to plain text.
 * A text stays a text there: it keeps its leading zeros and line breaks, and is not run as a
 * formula. Stateless, for any thread.
 */
public final class HtmlTable {

  private static final String TEXT =
      "<td sdnum=\"1033;0;@\" style=\"mso-number-format:'\\@';white-space:pre-wrap\">";
  private static final String BREAK = "<br style=\"mso-data-placement:same-cell\">";

  private HtmlTable() {}

  /**
   * One cell.
   *
   * @param text what it says
   * @param kind what a spreadsheet should take it for
   * @param number its number with a point as the decimal sign, which is read in every language;
   *     empty if the cell is no number
   */
  public record HtmlCell(String text, Kind kind, Optional<String> number) {}

  /** What a spreadsheet should take a cell for. */
  public enum Kind {
    /** A text, whatever it looks like. */
    TEXT,
    /** What it looks like: a number or a date. */
    VALUE
  }

  /** Writes the table of these rows. */
  public static String format(List<? extends List<HtmlCell>> rows) {
    StringBuilder html =
        new StringBuilder(
            "<meta charset=\"utf-8\"><meta name=\"generator\" content=\"LibreOffice\"><table>");
    for (List<HtmlCell> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> append(html, cell));
      html.append("</tr>\n");
    }
    return html.append("</table>").toString();
  }

  private static void append(StringBuilder html, HtmlCell cell) {
    String value =
        cell.number()
            .map(number ->
                "<td sdval=\"%s\" sdnum=\"1033;\" x:num=\"%s\">".formatted(number, number))
            .orElse("<td>");
    html.append(cell.kind() == Kind.TEXT ? TEXT : value);
    String text = cell.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\n' -> html.append(BREAK);
        case '\r' -> {
          boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
          html.append(pair ? "" : BREAK);
        }
        default -> html.append(c);
      }
    }
    html.append("</td>");
  }
}
