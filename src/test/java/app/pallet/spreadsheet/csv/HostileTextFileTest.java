package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text files that are damaged or no text: each is refused in words, or says which cells are bad.
 */
@Timeout(60)
final class HostileTextFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sku,name\n\"A\",\"Mug\"\n\"B\",\"Cu",
        "sku,name\nA,Mug\nB,\"Cu",
        "sku,name\nA,Mug\nB,\"Cup\n",
        "sku,name\nA,\"Mug\"\nB,\"Cup\nC,Pot\nD,Pan\n"
      })
  void aFileThatIsCutOffInsideQuotesIsNamed(String text) throws IOException {
    assertRefused(text, "is damaged or cut off: the quote in line 3 is never closed");
  }

  @Test
  void aQuoteOutOfPlaceIsNamed() throws IOException {
    assertRefused("a,b\n\"x,y\",2\n\"Gold\" ring,2,3\n", "is damaged: a closing quote in line 3");
  }

  @Test
  void tooManyColumnsAreNamed() throws IOException {
    String wide = "x,".repeat(20_000);
    assertRefused(wide + "\n", "has too many columns in line 1, more than a spreadsheet");
    assertRefused("a,b\n1,2\n" + wide + "\n", "has too many columns in line 3");
  }

  @Test
  void aCellOfManyMegabytesIsNamed() throws IOException {
    String cell = "a line of a cell\n".repeat(1_100_000);
    assertRefused(
        "a,b\n1,\"" + cell + "\"\n", "has millions of characters in one row from line 2 on");
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    assertRefused(bytes, "is not text: it contains NUL bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void anEncodingOfFourBytesIsNotTakenForOneOfTwo(String charset) throws IOException {
    String text = "\uFEFFsku,name\nA,Mug\n";
    assertRefused(text.getBytes(Charset.forName(charset)), "is not text: it contains NUL bytes");
  }

  @Test
  void aDatabaseOfFewBytesIsNotTakenForWideText() throws IOException {
    byte[] bytes = Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 200);
    assertRefused(bytes, "is not text but a database");
    assertRefused(new byte[1], "is not text: it contains NUL bytes");
  }

  @Test
  void aFileThatBecomesZerosIsNamed() throws IOException {
    byte[] bytes = "a,b\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    Arrays.fill(bytes, 160_000, 170_000, (byte) 0);
    assertRefused(bytes, "is damaged: line 40001 contains NUL bytes");
  }

  @Test
  void aByteThatIsNoTextMarksItsCellAlone() throws IOException {
    StringBuilder text = new StringBuilder("sku,name\n");
    for (int line = 2; line <= 100_000; line++) {
      text.append(line).append(",Käse\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int broken =
        text.substring(0, text.indexOf("\n90000,")).getBytes(StandardCharsets.UTF_8).length;
    bytes[broken + 9] = (byte) 0xFF; // the second byte of its umlaut
    List<TextRow> bad = new ArrayList<>();
    try (TabularSource source = open(bytes)) {
      source.forEachRemaining(row -> {
        if (row.cells().get(1).indexOf(CsvSource.UNREADABLE) >= 0) {
          bad.add(row);
        }
      });
    }
    assertThat(bad).extracting(TextRow::line).containsExactly(90_000L);
  }

  @Test
  void aQuoteBeforeManyWholeLinesIsText() throws IOException {
    List<TextRow> rows = new ArrayList<>();
    try (TabularSource source = open("a,b\n1,\"big\n2,x\n3,y\n".getBytes(StandardCharsets.UTF_8))) {
      source.forEachRemaining(rows::add);
    }
    assertThat(rows)
        .extracting(TextRow::cells)
        .containsExactly(List.of("1", "\"big"), List.of("2", "x"), List.of("3", "y"));
  }

  private TabularSource open(byte[] bytes) throws IOException {
    return SpreadsheetFile.open(
        Files.write(folder.resolve("shop.csv"), bytes), SourceOptions.DETECT);
  }

  private void assertRefused(String text, String reason) throws IOException {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), reason);
  }

  private void assertRefused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("shop.csv"), bytes);
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> {
          try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
            source.forEachRemaining(row -> {});
          }
        })
        .withMessageStartingWith(file.toString())
        .withMessageContaining(reason);
  }
}
