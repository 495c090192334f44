package app.pallet.spreadsheet.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.clipboard.HtmlTable.HtmlCell;
import app.pallet.spreadsheet.clipboard.HtmlTable.Kind;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class HtmlTableTest {

  private static Document parse(List<List<HtmlCell>> rows) {
    return Jsoup.parse(HtmlTable.format(rows));
  }

  @Test
  void aTextIsMarkedAsTextAndANumberIsPlain() {
    String html = HtmlTable.format(List.of(List.of(text("007"), value("4.50"))));
    assertThat(html).contains("mso-number-format:'\\@'").contains(">007</td>");
    assertThat(html).contains("<td>4.50</td>");
  }

  @Test
  void aNumberSaysItsValueInAnyLanguageAndATextThatItIsOne() {
    String html =
        HtmlTable.format(
            List.of(List.of(text("1E5"), new HtmlCell("1,125", Kind.VALUE, Optional.of("1.125")))));
    assertThat(html).contains("LibreOffice").contains("<td sdnum=\"1033;0;@\"");
    assertThat(html).contains("sdval=\"1.125\" sdnum=\"1033;\" x:num=\"1.125\">1,125</td>");
  }

  @Test
  void rowsAndCellsStayWhereTheyAre() {
    Document table = parse(List.of(List.of(text("a"), text("")), List.of(value("1"))));
    assertThat(table.select("tr")).hasSize(2);
    assertThat(table.select("tr:first-child > td")).hasSize(2);
  }

  @Test
  void aLineBreakStaysInsideItsCell() {
    Document table = parse(List.of(List.of(text("one\r\ntwo\nthree\rfour\r"))));
    assertThat(table.select("td")).hasSize(1);
    assertThat(table.select("br[style=mso-data-placement:same-cell]")).hasSize(4);
  }

  @Property
  void whateverATextHoldsIsEscaped(
      @ForAll @AlphaChars @Chars({'<', '>', '&', '"', '\'', ';', ' '}) String text) {
    Element cell = parse(List.of(List.of(text(text)))).expectFirst("td");
    assertThat(cell.wholeText()).isEqualTo(text);
  }

  private static HtmlCell text(String text) {
    return new HtmlCell(text, Kind.TEXT, Optional.empty());
  }

  private static HtmlCell value(String text) {
    return new HtmlCell(text, Kind.VALUE, Optional.empty());
  }
}
