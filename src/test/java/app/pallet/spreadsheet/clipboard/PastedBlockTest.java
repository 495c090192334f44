package app.pallet.spreadsheet.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.TextRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PastedBlockTest {

  private static final String LIBRE_OFFICE =
      "<html><head><meta name=\"generator\" content=\"LibreOffice 7.4\"/></head><table>";

  @Test
  void whatPalletCopiedComesFirst() {
    PastedBlock block =
        PastedBlock.of(
            new ClipboardContent(
                Optional.of("a\t\"x\ny\""), Optional.of("<table><tr><td>b"), Optional.of("c")));
    assertThat(cells(block)).containsExactly(List.of("a", "x\ny"));
    assertThat(block.fromHtml()).isFalse();
  }

  @Test
  void lineBreaksThatLibreOfficeLosesComeFromItsTable() {
    PastedBlock block =
        paste(
            "SKU\tName\nA-1\tone  two three\n",
            LIBRE_OFFICE + "<tr><td>SKU<td>Name<tr><td>A-1<td>one&nbsp; two<br>three</table>");
    assertThat(cells(block))
        .containsExactly(List.of("SKU", "Name"), List.of("A-1", "one  two\nthree"));
    assertThat(block.fromHtml()).isTrue();
  }

  @Test
  void numbersOfTheTableAreNumbers() {
    PastedBlock block =
        paste("A-1\t1,5\n", LIBRE_OFFICE + "<tr><td>A-1<td sdval='1.5' sdnum='1033;'>1,5</table>");
    assertThat(cells(block)).containsExactly(List.of("A-1", "1.5"));
    assertThat(block.rows().getFirst().numbers().stream()).containsExactly(1);
  }

  @Test
  void aTextOfLibreOfficeWithoutATableIsAText() {
    assertThat(cells(paste("a\tb", LIBRE_OFFICE.replace("<table>", "<p>a b</p>"))))
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void theTextOfExcelKeepsItsSpaces() {
    PastedBlock block =
        paste(
            "A-1\ta   b\t\"x\r\ny\"\t00123\r\n",
            "<table><tr><td>A-1<td>a<span style='mso-spacerun:yes'>   </span>b<td>x<br>y"
                + "<td>00123</table>");
    assertThat(cells(block)).containsExactly(List.of("A-1", "a   b", "x\r\ny", "00123"));
    assertThat(block.fromHtml()).isFalse();
  }

  @Test
  void theTableOfAPageCountsWhereItsTextIsTornApart() {
    String lines = "<table><tr><td>a<br>b<td>c</table>";
    assertThat(cells(paste("a\nb\tc", lines))).containsExactly(List.of("a\nb", "c"));
    String first = "<table><tr><td><br>a<td>c</table>";
    assertThat(cells(paste("x\na\tc", first))).containsExactly(List.of("\na", "c"));
    assertThat(cells(paste("a\tc", first))).containsExactly(List.of("\na", "c"));
    String merged = "<table><tr><td colspan=2>a<td>b</table>";
    assertThat(cells(paste("a\tb", merged))).containsExactly(List.of("a", "", "b"));
  }

  @Test
  void theTextCountsWhereTheTableHasNoMore() {
    PastedBlock block = paste("Prices\na\tb", "<p>Prices</p><table><tr><td>a<td>b</table>");
    assertThat(cells(block)).containsExactly(List.of("Prices"), List.of("a", "b"));
  }

  @Test
  void takesWhatIsThere() {
    Optional<String> none = Optional.empty();
    Optional<String> table = Optional.of("<table><tr><td>a</table>");
    assertThat(cells(PastedBlock.of(new ClipboardContent(none, table, none))))
        .containsExactly(List.of("a"));
    assertThat(cells(PastedBlock.of(new ClipboardContent(none, Optional.of("<b>x"), none))))
        .isEmpty();
    assertThat(cells(PastedBlock.of(PlainText.of("x")))).containsExactly(List.of("x"));
  }

  private static PastedBlock paste(String text, String html) {
    return PastedBlock.of(
        new ClipboardContent(Optional.empty(), Optional.of(html), Optional.of(text)));
  }

  private static List<List<String>> cells(PastedBlock block) {
    return block.rows().stream().map(TextRow::cells).toList();
  }
}
