package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class EscapedTextTest {

  @Test
  void controlCharactersAreWrittenAsTheirDigits() {
    assertThat(EscapedText.encode("a\u0007b")).isEqualTo("a_x0007_b");
    assertThat(EscapedText.encode("\uFFFD\uFFFE\uFFFF")).isEqualTo("\uFFFD_xFFFE__xFFFF_");
    assertThat(EscapedText.encode("a\tb\r\nc 😀")).isEqualTo("a\tb\r\nc 😀");
  }

  @Test
  void aTextThatLooksEscapedStaysThatText() {
    assertThat(EscapedText.encode("_x0041_")).isEqualTo("_x005F_x0041_");
    assertThat(EscapedText.decode("_x000D_\n")).isEqualTo("\r\n");
    assertThat(EscapedText.decode("_x00_ _y")).isEqualTo("_x00_ _y");
  }

  @Property
  void everyTextComesBackAsItWas(@ForAll("texts") String text) {
    assertThat(EscapedText.decode(EscapedText.encode(text))).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of("_", "x", "0041", "005F", "_x0041_", "\u0001", "\uD83D", "\uDE00", "\uFFFE");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(parts -> String.join("", parts)), Arbitraries.strings());
  }
}
