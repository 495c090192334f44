package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first bytes of a file say about it. */
class FileTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body>|is a web page saved as .xls",
        "<?xml version='1.0'?><!-- a --> <TABLE border=1>|is a web page saved as .xls",
        "mime-version: 1.0|is a web page saved as .xls",
        "<?xml version='1.0'?><ss:Workbook xmlns='x'>|is an Excel workbook saved as XML",
        "{\\rtf1|is a document; save its table as CSV",
        "<?xml version='1.0'?><products>|is XML; save its rows as CSV",
        "[ {\"sku\": 1}]|is JSON; save its rows as CSV",
        "{\"sku\": 1}|is JSON; save its rows as CSV"
      })
  void otherTextsAreNamed(String text, String reason) {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
      for (String mark : new String[] {"", "\uFEFF", "\n "}) {
        assertThat(FileType.otherText((mark + text).getBytes(charset)).orElseThrow())
            .startsWith(reason);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sku,name", "<b>Mug</b>,5", "{x},5", "[1],5", "MIME,5"})
  void tablesAreNot(String text) {
    assertThat(FileType.otherText(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void mostBytesOfEachPairOfWideTextAreZeros() {
    assertThat(wide("sku,Käse", StandardCharsets.UTF_16LE)).contains(StandardCharsets.UTF_16LE);
    assertThat(wide("sku,Käse", StandardCharsets.UTF_16BE)).contains(StandardCharsets.UTF_16BE);
    assertThat(wide("sku,Käse", StandardCharsets.UTF_8)).isEmpty();
    assertThat(wide("a商品", StandardCharsets.UTF_16LE)).isEmpty();
    assertThat(wide("\0\0\0\0", StandardCharsets.ISO_8859_1)).as("no text at all").isEmpty();
    assertThat(wide("", StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void wideTextHoldsNoNulNotEvenAtItsBeginning() {
    Path file = Path.of("shop.csv");
    Charset wide = StandardCharsets.UTF_16LE;
    for (String text : new String[] {"\0sku", "sku\0"}) {
      assertThatExceptionOfType(SpreadsheetException.class)
          .isThrownBy(() -> FileType.requireText(file, text.getBytes(wide), Optional.of(wide)))
          .withMessageContaining("is not text: it contains NUL bytes");
    }
    FileType.requireText(file, "sku".getBytes(wide), Optional.of(wide));
  }

  private static Optional<Charset> wide(String text, Charset charset) {
    return FileType.wideCharset(text.getBytes(charset));
  }
}
