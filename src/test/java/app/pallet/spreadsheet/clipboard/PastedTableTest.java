package app.pallet.spreadsheet.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.TextRow;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PastedTableTest {

  @Test
  void aCellThatSpansOthersLeavesThemEmpty() {
    assertThat(
            cells(
                "<table><tr><td rowspan=2>a<td colspan=2>b<td>c</tr>"
                    + "<tr><td>d<td>e<td>f</tr><tr><td>g</tr></table>"))
        .containsExactly(
            List.of("a", "b", "", "c"), List.of("", "d", "e", "f"), List.of("g", "", "", ""));
  }

  @Test
  void absurdSpansAreCutShort() {
    String row = "<td rowspan=99999999 colspan=999999999>a<td colspan=-1>b<td colspan=x>c";
    assertThat(cells("<table><tr>" + row + "</table>")).containsExactly(List.of("a", "b", "c"));
    String wide = "<td colspan=1000>a".repeat(30);
    assertThat(cells("<table><tr>" + wide + "</table>").getFirst()).hasSize(16_384);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a<br>b|a#b
          a<div>b</div>|a#b
          <div>a</div><br>b|a##b
          a<br/><br>b|a##b
          a<br>|a
          <br>|''
          '  a \n  b\t c '|a b c
          <p>a</p><p>b</p>|a#b
          <div>a</div>b|a#b
          a&nbsp;&nbsp;b &amp; c|a  b & c
          a<span style='mso-spacerun:yes'>  </span>b|a b
          <b>a</b><i>b</i>|ab
          <!-- x -->a|a
          <table><tr><td>in<td>side</table>|in#side
          """)
  void aCellHasTheTextThatABrowserShows(String html, String expected) {
    assertThat(cells("<table><tr><td>x<td>" + html + "<td>y</table>").getFirst().get(1))
        .isEqualTo(expected.replace('#', '\n'));
  }

  @Test
  void preformattedCellsKeepTheirSpaces() {
    assertThat(cells("<table><tr><td style='white-space:pre-wrap'> a  b </td></table>"))
        .containsExactly(List.of(" a  b "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.5|12.50|12.5
          1234.5|1.234,50 €|1234.5
          3.14159|3.14|3.14159
          -12.5|(12.50)|-12.5
          4006381333931|4.01E+12|4006381333931
          """)
  void theNumberBehindTheTextIsTaken(String raw, String shown, String expected) {
    assertThat(PastedTable.parse(libreOffice(raw, shown)).rows())
        .containsExactly(new TextRow(1, List.of(expected), first()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          46387|31.12.2026
          0.12|12%
          12|1200%
          12|%1200
          1|1/9
          123|00123
          1|TRUE
          x|12
          0.5|12:00
          """)
  void aTextThatShowsMoreThanTheNumberStays(String raw, String shown) {
    assertThat(PastedTable.parse(libreOffice(raw, shown)).rows())
        .containsExactly(new TextRow(1, List.of(shown)));
  }

  @Test
  void googleSheetsTellsItsNumbers() {
    String html =
        "<table><tr><td data-sheets-value='{\"1\":3,\"3\":1234.5}'>1,234.50"
            + "<td data-sheets-value='{\"1\":2,\"2\":\"0012\"}'>0012</table>";
    assertThat(PastedTable.parse(html).rows())
        .containsExactly(new TextRow(1, List.of("1234.5", "0012"), first()));
  }

  @Test
  void aBlockInATextThatIsShownAsWrittenBeginsALine() {
    assertThat(cells("<table><tr><td style='white-space:pre'><div>a  b</div>c</table>"))
        .containsExactly(List.of("a  b\nc"));
  }

  @Test
  void aRowMayHaveAnyNumberOfCells() {
    assertThat(cells("<table><tr>" + "<td>a".repeat(70) + "</table>").getFirst())
        .hasSize(70)
        .containsOnly("a");
  }

  @Test
  void aCellMayGoOverTenColumns() {
    assertThat(cells("<table><tr><td colspan=10>a<td colspan=9>b<td>c</table>").getFirst())
        .hasSize(20)
        .endsWith("c");
  }

  @Test
  void onlyTheFirstTableCounts() {
    assertThat(
            cells(
                "<p>before<table><thead><tr><th>a</thead><tbody><tr style='display:none'><td>b"
                    + "</table><table><tr><td>c</table>"))
        .containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void theRowThatOnlyTellsWidthsIsLeft() {
    assertThat(cells("<table><tr><td>a</td></tr><tr height=0><td width=9></td></tr></table>"))
        .containsExactly(List.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "<p>a</p>", "<table></table>", "<tr><td>a", "<table"})
  void aTextWithoutATableHasNoRows(String html) {
    assertThat(PastedTable.parse(html).rows()).isEmpty();
  }

  @Test
  void aTableWhoseCellsTellTheirNumbersIsOfLibreOffice() {
    assertThat(PastedTable.parse(libreOffice("1.5", "1,5")).origin())
        .isEqualTo(PastedTable.Origin.LIBRE_OFFICE);
    String said = "<meta name=\"generator\" content=\"LibreOffice 7.4\"><table><tr><td>a</table>";
    assertThat(PastedTable.parse(said).origin()).isEqualTo(PastedTable.Origin.LIBRE_OFFICE);
    assertThat(PastedTable.parse("<table><tr><td>1,5</td></tr></table>").origin())
        .isEqualTo(PastedTable.Origin.OTHER);
  }

  private static String libreOffice(String raw, String shown) {
    return "<table><tr><td sdval=\"" + raw + "\" sdnum=\"1033;\">" + shown + "</td></tr></table>";
  }

  private static List<List<String>> cells(String html) {
    return PastedTable.parse(html).rows().stream().map(TextRow::cells).toList();
  }

  private static BitSet first() {
    BitSet bits = new BitSet();
    bits.set(0);
    return bits;
  }
}
