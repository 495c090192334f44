package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class ProductLinesTest {

  private static final String HEADER =
      "Handle|Title|Vendor|Option1 Value|Variant SKU|Variant Price|Image Src|Image Position|Cost per item";

  @Test
  void aVariantIsARowWithWhatTheFirstLineSaysOfTheProduct() {
    assertThat(lines("shirt|Shirt|Acme|S|SH-S|9.00|a.jpg|1|4.00", "shirt|||M|SH-M|9.50|b.jpg|2|"))
        .containsExactly(
            "2: shirt|Shirt|Acme|S|SH-S|9.00|a.jpg|1|4.00",
            "3: shirt|Shirt|Acme|M|SH-M|9.50|b.jpg|2|");
  }

  @Test
  void whatAVariantSaysItselfStays() {
    assertThat(lines("shirt|Shirt|Acme|S|SH-S||||", "shirt|Shirt XL||M|SH-M||||"))
        .endsWith("3: shirt|Shirt XL|Acme|M|SH-M||||");
  }

  @Test
  void aLineWithNothingButAPictureGoesIntoTheFirstRow() {
    ProductLines lines =
        source("shirt|Shirt|||SH|9.00|a.jpg|1|", "shirt||||||b.jpg|2|", "shirt||||||c.jpg|3|");
    assertThat(texts(lines)).containsExactly("2: shirt|Shirt|||SH|9.00|a.jpg, b.jpg, c.jpg|1|");
    assertThat(lines.folded()).isEqualTo(2);
  }

  @Test
  void theFirstPictureMayStandInALaterLine() {
    assertThat(lines("shirt|Shirt|||SH||||", "shirt||||||b.jpg|1|"))
        .containsExactly("2: shirt|Shirt|||SH||b.jpg||");
  }

  @Test
  void anyOtherLineIsARowOfItsOwn() {
    assertThat(
            lines(
                "shirt|Shirt|||SH||a.jpg|1|",
                "shirt|||M||9.50|||",
                "shirt||||||||",
                "shirt||||||b.jpg|2|5.00"))
        .containsExactly(
            "2: shirt|Shirt|||SH||a.jpg|1|",
            "3: shirt|||M||9.50|||",
            "4: shirt||||||||",
            "5: shirt||||||b.jpg|2|5.00");
  }

  @Test
  void linesOfOtherHandlesOrNoneAreOtherProducts() {
    assertThat(
            lines(
                "shirt|Shirt|||SH||||",
                "|||||| x.jpg||",
                "||||X1||||",
                "hat|Hat|||H||||",
                "shirt||||SH2||||"))
        .containsExactly(
            "2: shirt|Shirt|||SH||||",
            "3: |||||| x.jpg||",
            "4: ||||X1||||",
            "5: hat|Hat|||H||||",
            "6: shirt||||SH2||||");
  }

  @Test
  void filesWithoutTheseHeadingsGoThroughAsTheyAre() {
    TextSource source =
        TextSource.of(List.of("Handle", "SKU"), List.of("a", "1"), List.of("a", ""));
    ProductLines lines = new ProductLines(source);
    assertThat(lines.applies()).isFalse();
    assertThat(texts(lines)).containsExactly("2: a|1", "3: a|");
  }

  @Test
  void headingsAreKnownHoweverTheyAreWritten() {
    TextSource source =
        TextSource.of(
            List.of("handle", "VARIANT_SKU", "Title"), List.of("a", "1", "A"), List.of("a", "2"));
    assertThat(texts(new ProductLines(source))).containsExactly("2: a|1|A", "3: a|2|A");
  }

  @Test
  void noMoreLinesThanAProductCanHaveAreHeld() {
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(25_000, List.of("a", "x")));
    ProductLines lines = new ProductLines(TextSource.of(List.of("Handle", "Variant SKU"), rows));
    assertThat(texts(lines)).hasSize(25_000);
  }

  @Test
  void theColumnsMayStandInAnyOrder() {
    TextSource source =
        TextSource.of(
            List.of("Variant SKU", "Title", "Handle"),
            List.of("1", "A", "a"),
            List.of("2", "", "a"));
    assertThat(texts(new ProductLines(source))).containsExactly("2: 1|A|a", "3: 2|A|a");
    TextSource titleFirst =
        TextSource.of(
            List.of("Title", "Variant SKU", "Handle"),
            List.of("A", "1", "a"),
            List.of("", "2", "a"));
    assertThat(texts(new ProductLines(titleFirst))).containsExactly("2: A|1|a", "3: A|2|a");
    TextSource imageFirst =
        TextSource.of(
            List.of("Image Src", "Variant SKU", "Handle"),
            List.of("a.jpg", "1", "a"),
            List.of("b.jpg", "", "a"));
    assertThat(texts(new ProductLines(imageFirst))).containsExactly("2: a.jpg, b.jpg|1|a");
  }

  @Test
  void aNumberOfAWorkbookIsOneInTheOtherVariantsToo() {
    BitSet numbers = new BitSet();
    numbers.set(2);
    CellNote note = new CellNote.Shown("5 kg", false);
    List<TextRow> rows =
        List.of(
            new TextRow(2, List.of("a", "1", "5"), numbers, Map.of(2, note)),
            new TextRow(3, List.of("a", "2")));
    ProductLines lines =
        new ProductLines(
            new TextSource(List.of("Handle", "Variant SKU", "Weight"), rows.iterator()));
    lines.next();
    assertThat(lines.next())
        .isEqualTo(new TextRow(3, List.of("a", "2", "5"), numbers, Map.of(2, note)));
  }

  @Test
  void isOverWhenTheSourceIs() {
    ProductLines lines = source("shirt|Shirt|||SH||||");
    lines.next();
    assertThat(lines.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(lines::next);
  }

  private static List<String> lines(String... rows) {
    return texts(source(rows));
  }

  private static ProductLines source(String... rows) {
    return new ProductLines(
        TextSource.of(cells(HEADER), Arrays.stream(rows).map(ProductLinesTest::cells).toList()));
  }

  private static List<String> cells(String row) {
    return List.of(row.split("\\|", -1));
  }

  private static List<String> texts(ProductLines lines) {
    List<String> texts = new ArrayList<>();
    lines.forEachRemaining(row -> texts.add(row.line() + ": " + String.join("|", row.cells())));
    return texts;
  }
}
