package app.pallet.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySpellingTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "1001.0,1001",
        "1001.00,1001",
        "|1001,0|,1001",
        "'00123,00123",
        "'1001.0,1001",
        "'A-1,A-1",
        "000.0,000"
      })
  void aTextThatCanOnlyBeAnotherKey(String text, String meant) {
    assertThat(KeySpelling.meant(text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "1.001", "1.000", "1,000", "A.0", "1001.5", "'", "90.750", ".0"})
  void aTextOfItsOwn(String text) {
    assertThat(KeySpelling.meant(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "123,00123",
        "123.0,00123",
        "|1,001|,1001",
        "1.001.002,1001002",
        "1 001,1001",
        "1'001,1001"
      })
  void aTextMuchLikeAKey(String text, String key) {
    assertThat(KeySpelling.alike(text, Set.of(5))).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-1", "123456", "12345", "1,01", "A1,001", ""})
  void aTextLikeNone(String text) {
    assertThat(KeySpelling.alike(text, Set.of(5))).isEmpty();
  }
}
