package app.pallet.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.palette.PaletteEntry.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

final class PaletteSearchTest {

  private static final List<PaletteEntry> ENTRIES =
      Stream.concat(
              Stream.of(
                      "Paste",
                      "Paste with options\u2026",
                      "Export\u2026",
                      "Compare modes",
                      "Sp\u00e9cial order",
                      "Reset prices",
                      "Price list")
                  .map(title -> entry(Kind.COMMAND, title)),
              Stream.of(
                  entry(Kind.COLUMN, "Go to column Price"), entry(Kind.ROW, "Enamel coffee pot")))
          .toList();

  /** The letters that are marked stand in brackets. */
  @ParameterizedTest
  @CsvSource({
    "exp, [Exp]ort\u2026",
    "pwo, [P]aste [w]ith [o]ptions\u2026",
    "paop, [Pa]ste with [op]tions\u2026",
    "opt past, [Past]e with [opt]ions\u2026",
    "special, [Sp\u00e9cial] order",
    "MODE, Compare [mode]s",
    "por, Ex[por]t\u2026"
  })
  void aCommandIsFoundBySomeOfItsLetters(String typed, String marked) {
    List<PaletteSearch.Hit> hits = PaletteSearch.of(typed).among(ENTRIES);
    assertThat(marked(hits.getFirst())).isEqualTo(marked);
  }

  @ParameterizedTest
  @CsvSource({"pse", "eprt", "exprot", "paste zebra"})
  void lettersThatNeitherFollowNorBeginAWordFindNothing(String typed) {
    assertThat(PaletteSearch.of(typed).among(ENTRIES.subList(0, 4))).isEmpty();
  }

  @Test
  void aWordThatBeginsWithTheTextComesFirst() {
    assertThat(titles("price")).startsWith("Price list", "Reset prices");
    assertThat(titles("paste")).startsWith("Paste", "Paste with options\u2026");
  }

  @Test
  void aSignAsksForOneKindOnly() {
    assertThat(titles("> price")).containsExactly("Price list", "Reset prices");
    assertThat(titles("@price")).containsExactly("Go to column Price");
    assertThat(titles("#4711")).containsExactly("Enamel coffee pot");
    assertThat(titles("price"))
        .containsExactly("Price list", "Reset prices", "Go to column Price", "Enamel coffee pot");
  }

  @Test
  void beforeAnythingIsTypedAllCommandsAreThereInTheirOrder() {
    assertThat(titles(""))
        .hasSize(7)
        .startsWith("Paste", "Paste with options\u2026", "Export\u2026");
  }

  @Test
  void rowsAreOnlyAskedForByWhatCanBeANumberOrASku() {
    assertThat(PaletteSearch.of("#").asksForRow()).isFalse();
    assertThat(PaletteSearch.of("#7").asksForRow()).isTrue();
    assertThat(PaletteSearch.of("7").asksForRow()).isFalse();
    assertThat(PaletteSearch.of("LIG-1").asksForRow()).isTrue();
    assertThat(PaletteSearch.of(">LIG-1").asksForRow()).isFalse();
    assertThat(PaletteSearch.of("@LIG-1").asksForRow()).isFalse();
  }

  private static List<String> titles(String typed) {
    return PaletteSearch.of(typed).among(ENTRIES).stream().map(hit -> hit.entry().title()).toList();
  }

  private static String marked(PaletteSearch.Hit hit) {
    String title = hit.entry().title();
    return IntStream.range(0, title.length())
        .mapToObj(i ->
            hit.letters().get(i) ? "[" + title.charAt(i) + "]" : String.valueOf(title.charAt(i)))
        .collect(Collectors.joining())
        .replace("][", "");
  }

  private static PaletteEntry entry(Kind kind, String title) {
    return new PaletteEntry(kind, title, Feather.BOX, "", List.of(), true, () -> {});
  }
}
