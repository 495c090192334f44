package app.pallet.spreadsheet.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.TextRow;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipboardTextTest {

  @Property
  void parsesBackWhatItFormats(@ForAll("blocks") List<List<String>> block) {
    assertThat(cells(ClipboardText.format(block))).isEqualTo(block);
  }

  @Property
  void neverFailsAndLosesNoCharacterOfUnquotedText(@ForAll("texts") String text) {
    String unquoted = text.replace('"', '\'');
    String joined =
        cells(unquoted).stream()
            .map(row -> String.join("\t", row))
            .collect(Collectors.joining("\n"));
    String withoutLastBreak = unquoted.replaceAll("\r\n?", "\n").replaceFirst("\n\\z", "");
    assertThat(joined).isEqualTo(withoutLastBreak);
  }

  @Property
  void countsLinesAsAnEditorDoes(@ForAll("blocks") List<List<String>> block) {
    List<TextRow> rows = ClipboardText.parse(ClipboardText.format(block));
    for (int i = 0; i < rows.size(); i++) {
      String above = ClipboardText.format(block.subList(0, i)) + (i > 0 ? "\n" : "");
      boolean ownBreak = i > 0 && block.get(i - 1).equals(List.of(""));
      int lines = above.split("\r\n|\r|\n", -1).length - (ownBreak ? 1 : 0);
      assertThat(rows.get(i).line()).isEqualTo(lines);
    }
  }

  @Test
  void readsABlockOfExcel() {
    assertThat(cells("SKU\tName\r\n000001\t\"two\nlines\"\r\n\t1,5 \"x\"\r\n"))
        .isEqualTo(
            List.of(
                List.of("SKU", "Name"), List.of("000001", "two\nlines"), List.of("", "1,5 \"x\"")));
  }

  @Test
  void readsABlockOfLibreOfficeWhoseQuotesAreRaw() {
    assertThat(cells("has \"quotes\" in\t\"lead quote\n\"whole cell\"\tx\n"))
        .isEqualTo(
            List.of(List.of("has \"quotes\" in", "\"lead quote"), List.of("\"whole cell\"", "x")));
  }

  @Test
  void readsABlockOfGoogleSheets() {
    assertThat(cells("a\t\"say \"\"hi\"\"\nthere\"\nb\tc"))
        .isEqualTo(List.of(List.of("a", "say \"hi\"\nthere"), List.of("b", "c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb\nc\td", "a\tb\nc\td\n", "a\tb\r\nc\td\r\n", "a\tb\rc\td\r"})
  void takesAnyLineBreakAndDropsTheLastOne(String text) {
    assertThat(cells(text)).isEqualTo(List.of(List.of("a", "b"), List.of("c", "d")));
  }

  @Test
  void dropsOneLineBreakOnly() {
    assertThat(cells("a\n\n")).isEqualTo(List.of(List.of("a"), List.of("")));
    assertThat(cells("a\r\n\r\n")).isEqualTo(List.of(List.of("a"), List.of("")));
  }

  @Test
  void keepsRaggedRowsAndEmptyCells() {
    assertThat(cells("a\t\tb\nc\n\t\n"))
        .isEqualTo(List.of(List.of("a", "", "b"), List.of("c"), List.of("", "")));
  }

  @Test
  void aTabInsideQuotesBelongsToTheCell() {
    assertThat(cells("\"a\tb\"\tc")).isEqualTo(List.of(List.of("a\tb", "c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\"", "\"\"\"", "\"x\"", "\"x\"\"y\"", "x\"", "\"a\"b\"", "\"x"})
  void quotesWithoutReasonAreText(String cell) {
    assertThat(cells(cell + "\tnext")).isEqualTo(List.of(List.of(cell, "next")));
  }

  @Test
  void aQuoteThatIsNeverClosedIsText() {
    assertThat(cells("\"a\nb\tc\n")).isEqualTo(List.of(List.of("\"a"), List.of("b", "c")));
  }

  @Test
  void nothingIsNoRowAndALineBreakIsAnEmptyCell() {
    assertThat(ClipboardText.parse("")).isEmpty();
    assertThat(cells("\n")).isEqualTo(List.of(List.of("")));
  }

  @Test
  void rowsKnowTheirLinesAlsoAfterCellsOfManyLines() {
    assertThat(ClipboardText.parse("a\r\n\"1\n2\r\n3\"\tx\nb\n"))
        .extracting(TextRow::line)
        .containsExactly(1L, 2L, 5L);
  }

  @Test
  void quotesOnlyWhereNeeded() {
    assertThat(ClipboardText.format(List.of(List.of("a", "5\" pipe", "x\ty"), List.of("", "z"))))
        .isEqualTo("a\t5\" pipe\t\"x\ty\"\n\tz");
    assertThat(ClipboardText.format(List.of(List.of("\"x\"")))).isEqualTo("\"\"\"x\"\"\"");
    assertThat(ClipboardText.format(List.of())).isEmpty();
  }

  private static List<List<String>> cells(String text) {
    return ClipboardText.parse(text).stream().map(TextRow::cells).toList();
  }

  @Provide
  Arbitrary<List<List<String>>> blocks() {
    return texts().list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\"\t\n\r ü").ofMaxLength(8);
  }
}
