package app.pallet.spreadsheet.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pasted block gives as a source. */
class ClipboardSourceTest {

  private static PastedBlock block(String text) {
    return new PastedBlock(ClipboardText.parse(text), false);
  }

  private static List<List<String>> cells(ClipboardSource source) {
    List<List<String>> cells = new ArrayList<>();
    source.forEachRemaining(row -> cells.add(row.cells()));
    return cells;
  }

  @Test
  void aBlockIsLaidSideBySideAndBelowItself() {
    assertThat(cells(ClipboardSource.repeated(block("a\tb\nc\n"), 2, 2)))
        .containsExactly(
            List.of("a", "b", "a", "b"),
            List.of("c", "", "c", ""),
            List.of("a", "b", "a", "b"),
            List.of("c", "", "c", ""));
    assertThat(cells(ClipboardSource.repeated(block("a\tb\n"), 3, 1)))
        .containsExactly(List.of("a", "b"), List.of("a", "b"), List.of("a", "b"));
  }

  @Test
  void theFirstRowHoldsTheHeadingsUnlessItIsSaidOtherwise() {
    PastedBlock values = block("Mug\t9.5\nCup\t5\n");
    ClipboardSource source = ClipboardSource.withHeader(values);
    assertThat(source.name()).isEqualTo("clipboard");
    assertThat(source.header()).containsExactly("Mug", "9.5");
    assertThat(cells(source)).containsExactly(List.of("Cup", "5"));
    ClipboardSource without =
        ClipboardSource.withHeader(values, SourceOptions.DETECT.withHeader(HeaderMode.NONE));
    assertThat(without.header()).containsExactly("Column A", "Column B");
    assertThat(cells(without)).containsExactly(List.of("Mug", "9.5"), List.of("Cup", "5"));
  }

  @Test
  void nothingOfATitleAboveValuesIsData() {
    ClipboardSource source =
        ClipboardSource.withHeader(block("Price list\nMug\tred\t9.5\nCup\tblue\t5\n"));
    assertThat(source.header()).containsExactly("Column A", "Column B", "Column C");
    assertThat(cells(source))
        .containsExactly(List.of("Mug", "red", "9.5"), List.of("Cup", "blue", "5"));
  }

  @Test
  void aNumberIsOneWhereverItIsLaid() {
    BitSet second = new BitSet();
    second.set(1);
    PastedBlock block = new PastedBlock(List.of(new TextRow(1, List.of("a", "5"), second)), true);
    BitSet expected = new BitSet();
    expected.set(1);
    expected.set(3);
    assertThat(ClipboardSource.repeated(block, 1, 2).next().numbers()).isEqualTo(expected);
  }

  @Test
  void aTitleIsSeenAboveKnownHeadingsAlone() {
    assertThat(ClipboardSource.hasTitle(block("Price list\nSKU\tName\tPrice\nA\ta\t1\n"))).isTrue();
    assertThat(ClipboardSource.hasTitle(block("SKU\tName\tPrice\nA\ta\t1\n"))).isFalse();
    assertThat(ClipboardSource.hasTitle(block("A\ta\t1\nB\tb\t2\n"))).isFalse();
    assertThat(
            ClipboardSource.hasTitle(
                block("Lagerliste\nTeil\tFarbe\tMenge\nQ1\trot\t5\nQ2\tblau\t6\n")))
        .as("in doubt")
        .isFalse();
  }
}
