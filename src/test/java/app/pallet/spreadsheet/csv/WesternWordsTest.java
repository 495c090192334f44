package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.EncodingDoubt;
import java.nio.charset.Charset;
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
        "señor, ¿qué?, ¡olé!, jabón, pingüino, nº 5, ração, pão, coração",
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
        "x-MacRoman|Käse, Brötchen, café, Größe",
        "windows-1253|Καλημέρα, σφυρί",
        "KOI8-R|Чайник, молоток, гвоздь",
        "IBM866|Чайник, молоток",
        "GBK|中文, 产品, 价格",
      })
  void otherEncodingsAreSeenAndNamed(String charset, String text) {
    Optional<EncodingDoubt> doubt = doubt(text, charset);
    assertThat(doubt).isPresent();
    assertThat(doubt.get().likelier()).contains(Charset.forName(charset));
    assertThat(text).contains(doubt.get().sample(Charset.forName(charset)).split(", ", -1)[0]);
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
  void theLastWordCountsToo() {
    assertThat(doubt("молоток", "windows-1251")).isPresent();
  }

  @Test
  void whatNoEncodingExplainsIsStillInDoubt() {
    assertThat(doubt("茶碗、急須、日本語", "windows-31j")).isPresent();
  }

  private static Optional<EncodingDoubt> doubt(String text, String charset) {
    WesternWords words = new WesternWords();
    byte[] bytes = text.getBytes(Charset.forName(charset));
    words.accept(bytes, bytes.length);
    return words.doubt();
  }
}
