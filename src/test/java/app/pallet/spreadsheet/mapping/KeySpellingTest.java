package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
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
        "199,00199",
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

  @Test
  void zerosThatTheCatalogueLacksAreSeen() {
    assertThat(KeySpelling.alike("0000123", Set.of(5))).containsExactly("00123", "123");
    assertThat(KeySpelling.alike("00123", Set.of())).containsExactly("123");
    assertThat(KeySpelling.alike("000", Set.of(3))).containsExactly("0");
    assertThat(KeySpelling.alike("0123", Set.of(3))).containsExactly("123");
  }

  @ParameterizedTest
  @CsvSource({
    "a-1,A-1",
    "AB,ab",
    "A\u200D1,A1",
    "\uFF21\uFF11,A1",
    "A\u00AD1,a1",
    "A\u00A01,A 1",
    "\u2019A1,A1",
    "`001,001"
  })
  void aTextTypedWithoutCare(String text, String key) {
    assertThat(KeySpelling.careful(text)).contains(key).doesNotContain(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "-", "1.5", "'"})
  void aTextTypedWithCare(String text) {
    assertThat(KeySpelling.careful(text)).isEmpty();
  }
}
