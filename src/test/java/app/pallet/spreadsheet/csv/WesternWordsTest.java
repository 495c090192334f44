package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.EncodingDoubt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WesternWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Käse, Brötchen, Größe, ÄPFEL, Öl, Übergröße, Rösti",
        "Crème brûlée, naïve, œuvre, Noël, l’été, ÉTÉ, garçon, 5 €, «prix»",
        "señor, ¿qué?, ¡olé!, jabón, pingüino, nº 5, 1ª, Mª José, ração, pão, coração",
        "smörgåsbord, blåbær, køkken, rødgrød, Ærø",
        "perché, città, così, più, virtù",
        "25 m², 3 m³, ½ l, 20 °C, Lego® System™, 10×20, ±5, 4 µm, “quoted”, „so“, it’s, a…b – c",
        "þorskur, fæði, Løgstrup, Häfele, coöperatie, š"
      })
  void wordsOfWesternEuropeLeaveNoDoubt(String text) {
    assertThat(doubt(text, "windows-1252")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251|Чайник, Чашка, молоток",
        "windows-1250|Książka, żółw, łyżka, młotek, źródło",
        "windows-1250|Příliš žluťoučký kůň",
        "IBM850|Käse, Brötchen, Größe, Öl",
        "IBM850|Brötchen, Ø 5 mm",
        "x-MacRoman|Käse, Brötchen, café, Größe",
        "x-MacRoman|l’été, d’œuvre, l’opéra",
        "windows-1253|Καλημέρα, σφυρί",
        "KOI8-R|Чайник, молоток, гвоздь",
        "IBM866|Чайник, молоток",
        "GBK|中文, 产品, 价格",
      })
  void otherEncodingsAreSeenAndNamed(String charset, String text) {
    Optional<EncodingDoubt> doubt = doubt(text, charset);
    assertThat(doubt).isPresent();
    assertThat(doubt.get().likelier()).contains(Charset.forName(charset));
    String first = doubt.get().sample(Charset.forName(charset)).split(", ", -1)[0];
    assertThat(first).isNotBlank().isSubstringOf(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1250|ABAŻUR, ZŁOTY, jeża, złoto",
        "IBM866|ДАНО, БАНКА",
      })
  void wordsAreShownWhole(String charset, String text) {
    EncodingDoubt doubt = doubt(text, charset).orElseThrow();
    assertThat(doubt.words())
        .extracting(word -> decoded(word, charset))
        .containsExactly(text.split(", ", -1));
  }

  @Test
  void anEncodingInWhichHalfOfTheWordsMakeNoSenseIsNotNamed() {
    byte[] words = "Чайник ".getBytes(Charset.forName("windows-1251"));
    byte[] odd = {'a', (byte) 0x81, 'b', (byte) 0xB1, 'c'};
    WesternWords both = new WesternWords();
    both.accept(words, words.length);
    assertThat(both.doubt().orElseThrow().likelier()).isPresent();
    both.accept(odd, odd.length);
    assertThat(both.doubt().orElseThrow().likelier()).isEmpty();
  }

  @Test
  void theLettersOfAWordAreThoseOfOneLanguage() {
    assertThat(WesternWords.isWestern("K\u00f6ln")).isTrue();
    assertThat(WesternWords.isWestern("ni\u00f1o")).isTrue();
    assertThat(WesternWords.isWestern("ni\u00f1\u00f6")).as("Spanish and German").isFalse();
    assertThat(WesternWords.isWestern("ni\u00f1o\u2014K\u00f6ln")).as("two words").isTrue();
  }

  @Test
  void moreThanTwoAccentedLettersSideBySideAreNoWord() {
    assertThat(WesternWords.isWestern("H\u00e4\u00fcs")).isTrue();
    assertThat(WesternWords.isWestern("H\u00e4\u00f6\u00fcs")).isFalse();
    assertThat(WesternWords.isWestern("\u00e4H\u00f6s\u00fc")).as("not side by side").isTrue();
  }

  @Test
  void aFewSignsAloneAreNoWordsOfAnotherEncoding() {
    assertThat(WesternWords.isWestern("\u00b1\u00d7\u00f7")).isTrue();
    assertThat(WesternWords.isWestern("\u00b1\u00d7\u00f7\u00a7")).isFalse();
  }

  @Test
  void aSignOfMoneyInsideAWordIsALetterOfAnotherEncoding() {
    assertThat(doubt("KÄSE", "x-MacRoman")).as("K€SE").isPresent();
    assertThat(doubt("5€, €5", "windows-1252")).isEmpty();
  }

  @Test
  void theLastWordCountsToo() {
    assertThat(doubt("молоток", "windows-1251")).isPresent();
  }

  @Test
  void whatNoEncodingExplainsIsStillInDoubt() {
    assertThat(doubt("茶碗、急須、日本語", "windows-31j")).isPresent();
  }

  private static String decoded(String bytes, String charset) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), Charset.forName(charset));
  }

  private static Optional<EncodingDoubt> doubt(String text, String charset) {
    WesternWords words = new WesternWords();
    byte[] bytes = text.getBytes(Charset.forName(charset));
    words.accept(bytes, bytes.length);
    return words.doubt();
  }
}
