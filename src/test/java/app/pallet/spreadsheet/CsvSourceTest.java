package app.pallet.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.CsvDialect.Quoting;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvSourceTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparator(String separator) throws IOException {
    String text = "sku,name,price\n1,\"a;b|c\",2.5\n2,\"x\ty\",3\n".replace(",", separator);
    assertThat(dialect(text)).isEqualTo(dialect(StandardCharsets.UTF_8, 0, separator.charAt(0)));
  }

  @Test
  void decimalCommasAreNoSeparators() throws IOException {
    assertThat(dialect("Nr;Preis\n1;18,00\n2;19,50\n").separator()).isEqualTo(';');
  }

  @Test
  void separatorsInsideQuotesDoNotCount() throws IOException {
    String text = "a,b\n\"x;y;z\",1\n\"x;y;z\n;;\",2\n\"x;y\",3\n";
    assertThat(dialect(text).separator()).isEqualTo(',');
  }

  @Test
  void aFileOfOneColumnIsRead() throws IOException {
    assertThat(rows("sku\n001\n002\n"))
        .containsExactly(new TextRow(2, List.of("001")), new TextRow(3, List.of("002")));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({"UTF-8,3", "UTF-16LE,2", "UTF-16BE,2"})
  void followsAByteOrderMark(String charset, int markBytes) throws IOException {
    Charset expected = Charset.forName(charset);
    Path file = file("\uFEFFsku;name\n1;Käse\n".getBytes(expected));
    try (CsvSource source = CsvSource.open(file)) {
      assertThat(source.dialect()).isEqualTo(dialect(expected, markBytes, ';'));
      assertThat(source.header()).containsExactly("sku", "name");
      assertThat(source.next().cells()).containsExactly("1", "Käse");
    }
  }

  @Test
  void followsAByteOrderMarkOfChineseText() throws IOException {
    byte[] bytes = "\uFEFF商品编号;名称\n一;奶酪\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(file(bytes))).containsExactly(new TextRow(2, List.of("一", "奶酪")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void knowsUtf16WithoutAMark(String charset) throws IOException {
    Path file = file("sku;name\n1;Käse\n".getBytes(Charset.forName(charset)));
    assertThat(read(file)).containsExactly(new TextRow(2, List.of("1", "Käse")));
  }

  @Test
  void whatIsNotUtf8IsWindowsText() throws IOException {
    Path file = file("sku;name\n1;Käse für 5 €\n".getBytes(WINDOWS));
    assertThat(read(file)).containsExactly(new TextRow(2, List.of("1", "Käse für 5 €")));
  }

  @Test
  void seesWindowsTextThatBeginsLate() throws IOException {
    String ascii = "000001;plain\n".repeat(50_000);
    List<TextRow> rows = read(file(("sku;name\n" + ascii + "x;Käse\n").getBytes(WINDOWS)));
    assertThat(rows.getLast()).isEqualTo(new TextRow(50_002, List.of("x", "Käse")));
  }

  @Test
  void marksBytesThatAreNoTextInTheCharset() throws IOException {
    byte[] bytes = "sku;name\n1;Käse Brötchen Öl\n2;?\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xFF;
    List<TextRow> rows = read(file(bytes));
    assertThat(rows.getFirst().cells()).containsExactly("1", "Käse Brötchen Öl");
    assertThat(rows.getLast().cells()).containsExactly("2", "\uFFFF");
  }

  @Test
  void readsQuotedCellsAndKeepsTheirLines() throws IOException {
    assertThat(rows("a,b\r\n\"1\r\n2\",\"say \"\"hi\"\"\"\r\n\r\n3,4"))
        .containsExactly(
            new TextRow(2, List.of("1\r\n2", "say \"hi\"")), new TextRow(5, List.of("3", "4")));
  }

  @Test
  void keepsRaggedRowsAndQuotesInsideCells() throws IOException {
    assertThat(rows("a,b,c\n1,5\" pipe\n1,2,3,4\n,,\n"))
        .containsExactly(
            new TextRow(2, List.of("1", "5\" pipe")),
            new TextRow(3, List.of("1", "2", "3", "4")),
            new TextRow(4, List.of("", "", "")));
  }

  @Test
  void takesQuotesForTextWhereTheyEncloseNothing() throws IOException {
    String text = "code\tname\n1\t\"Bio\" Honig\n2\t\"Öl\n3\tx\n";
    assertThat(dialect(text).quoting()).isEqualTo(Quoting.IS_TEXT);
    assertThat(rows(text))
        .extracting(row -> row.cells().getLast())
        .containsExactly("\"Bio\" Honig", "\"Öl", "x");
  }

  @Test
  void namesTheLineOfAQuoteThatIsOutOfPlace() throws IOException {
    Path file = file("a,b\n\"x,y\",2\n\"Gold\" ring,2,3\n".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(file))
        .withMessageContainingAll(file.toString(), "is damaged", "line 3");
  }

  @Test
  void namesTheLineOfAQuoteThatIsNeverClosed() throws IOException {
    Path file = file("a,b\n\"x,y\",2\n1,\"cut".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(file))
        .withMessageContainingAll(file.toString(), "is damaged", "line 3");
  }

  @Test
  void refusesTooManyColumnsWithAMessage() throws IOException {
    Path file = file(",".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(file))
        .withMessageContaining("fields");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "'',the file is empty",
    "'\n\n',the file holds no rows",
    "'PK\u0003\u0004',Excel workbook",
    "'%PDF-1.7',a PDF document",
    "'SQLite format 3\0',a database",
    "'a;b\n1;\0\0',is no text: it contains NUL bytes"
  })
  void saysWhatIsWrongWithAFileThatIsNoTable(String text, String reason) throws IOException {
    Path file = file(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(file))
        .withMessageContainingAll(file.toString(), reason);
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(folder.resolve("none.csv")))
        .withMessage(folder.resolve("none.csv") + ": there is no such file");
  }

  @Test
  void saysThatAFolderIsNoFile() {
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> read(folder))
        .withMessage(folder + ": is a folder");
  }

  @Test
  void isNamedAsTheFile() throws IOException {
    Path file = file("a,b\n".getBytes(StandardCharsets.UTF_8));
    try (CsvSource source = CsvSource.open(file)) {
      assertThat(source.name()).isEqualTo("shop.csv");
      assertThat(source.hasNext()).isFalse();
    }
  }

  private List<TextRow> rows(String text) throws IOException {
    return read(file(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<TextRow> read(Path file) {
    try (CsvSource source = CsvSource.open(file)) {
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private CsvDialect dialect(String text) throws IOException {
    Path file = file(text.getBytes(StandardCharsets.UTF_8));
    try (CsvSource source = CsvSource.open(file)) {
      return source.dialect();
    }
  }

  private static CsvDialect dialect(Charset charset, int markBytes, char separator) {
    return new CsvDialect(charset, markBytes, separator, Quoting.ENCLOSES);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("shop.csv"), bytes);
  }
}
