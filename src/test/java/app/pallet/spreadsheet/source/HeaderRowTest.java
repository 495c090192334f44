package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderRowTest {

  private static final TableSchema SCHEMA = ProductSchema.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SKU|Price",
        "sku|name|my note",
        "Artikelnummer|Bezeichnung|Preis netto|Bestand",
        "Price",
        "|SKU||Name|",
        "SKU|Name|2024|2025",
        "a|b|c|d|e|SKU|Name|Price",
        "SKU|mine"
      })
  void knowsHeadings(String row) {
    assertThat(HeaderRow.isHeader(cells(row), SCHEMA, Set.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4711|Chai|18.00",
        "SKU|Name|18,00",
        "Chai|Chang",
        "|",
        "Chai|Brand|standard",
        "a|b|c|d|SKU|Name",
        "Name|2024|2025",
        "SKU|Name|20.24"
      })
  void knowsValues(String row) {
    assertThat(HeaderRow.isHeader(cells(row), SCHEMA, Set.of())).isFalse();
  }

  @Test
  void yearsAreHeadingsOfAFileWhereTheRestClearlyIs() {
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("SKU", "Name", "2024", "2025")))).isTrue();
    assertThat(HeaderRow.isHeader(new TextRow(1, cells("EAN||Bezeichnung|1|2")))).isTrue();
    BitSet numbers = new BitSet();
    numbers.set(2);
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("SKU", "Name", "2024"), numbers)))
        .isTrue();
  }

  @Test
  void headingsThatAreKnownBesidesCountToo() {
    List<String> row = List.of("Teil", "Farbe");
    assertThat(HeaderRow.isHeader(row, SCHEMA, Set.of())).isFalse();
    assertThat(HeaderRow.isHeader(row, SCHEMA, Set.of("Teil", "Farbe"))).isTrue();
    assertThat(HeaderRow.isHeader(row, SCHEMA, Set.of("Ort"))).isFalse();
  }

  @Test
  void besideYearsHalfOfTheWordsHaveToBeKnown() {
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("SKU", "Name", "mine", "his", "2090"))))
        .isTrue();
    assertThat(
            HeaderRow.isHeader(
                new TextRow(1, List.of("SKU", "Name", "mine", "his", "hers", "2090"))))
        .isFalse();
  }

  @Test
  void aRowOfValuesIsNoHeaderForAWordThatHappensToBeOne() {
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("4711", "Chai", "Price", "7")))).isFalse();
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("SKU", "Name", "12.50")))).isFalse();
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("SKU", "Name", "2026-01-01")))).isFalse();
    assertThat(HeaderRow.isHeader(new TextRow(1, List.of("2024", "2025")))).isFalse();
  }

  @Test
  void wordsOverAColumnOfNumbersAreLikelyHeadings() {
    assertThat(isLikely("Artikel|Menge", "X-1|5", "X-2|7")).isTrue();
    assertThat(isLikely("Ort|Qty", "X-1|5", "X-2|7")).isTrue();
    assertThat(isLikely("Artikel|Menge", "X-1|5")).as("one row tells too little").isFalse();
    assertThat(isLikely("Chair|n/a", "Table|5", "Lamp|7")).isFalse();
    assertThat(isLikely("Chair|Blue", "Table|Red", "Lamp|7")).isFalse();
    assertThat(isLikely("Menge", "5", "7")).as("one column").isFalse();
    assertThat(isLikely("Artikel|Menge", "X-1|5", "X-2")).as("a short row").isFalse();
  }

  private static boolean isLikely(String... rows) {
    return HeaderRow.isLikelyHeader(
        Arrays.stream(rows).map(row -> new TextRow(1, cells(row))).toList());
  }

  private static List<String> cells(String row) {
    return Arrays.asList(row.split("\\|", -1));
  }
}
