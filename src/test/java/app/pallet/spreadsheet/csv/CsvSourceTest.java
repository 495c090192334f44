package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.CsvDialect.Quoting;
import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
  void anEncodingThatIsNotOfWesternEuropeIsInDoubtUnlessItIsChosen() throws IOException {
    String text = "sku,name\n1,Чайник\n2,Молоток\n";
    Charset cyrillic = Charset.forName("windows-1251");
    Path file = Files.write(folder.resolve("cyrillic.csv"), text.getBytes(cyrillic));
    assertThat(dialectOf(file, SourceOptions.DETECT).doubt().orElseThrow().likelier())
        .contains(cyrillic);
    assertThat(dialectOf(file, SourceOptions.DETECT.withCharset(WINDOWS)).doubt()).isEmpty();
    Path plain = Files.writeString(folder.resolve("plain.csv"), text);
    assertThat(dialectOf(plain, SourceOptions.DETECT).doubt()).isEmpty();
  }

  private static CsvDialect dialectOf(Path file, SourceOptions options) {
    try (CsvSource source = CsvSource.open(file, options)) {
      return source.dialect();
    }
  }

  @Test
  void decimalCommasAreNoSeparators() throws IOException {
    assertThat(dialect("Nr;Preis\n1;18,00\n2;19,50\n").separator()).isEqualTo(';');
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
  void aFileThatEndsInTheMiddleOfARowIsCutOff(String charset) throws IOException {
    String whole = "\uFEFFsku,name,price\n1,Käse,2.5\n2,Öl,3";
    String text = charset.equals("windows-1252") ? whole.substring(1) : whole;
    Charset encoding = Charset.forName(charset);

    assertThat(isCutOff(text.getBytes(encoding))).isFalse();
    assertThat(isCutOff(text.substring(0, text.length() - 2).getBytes(encoding))).isTrue();
    assertThat(isCutOff((text.substring(0, text.length() - 2) + "\r\n").getBytes(encoding)))
        .as("its line was ended")
        .isFalse();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      value = {
        "sku,name,price#1,Chai|true",
        "sku,name,price|false",
        "1,5|false",
        "1,5,7#2,5|true",
        "1,5,7#2,5,8|false"
      })
  void aRowIsCutOffIfItIsShorterThanAllBefore(String text, boolean cutOff) throws IOException {
    assertThat(isCutOff(text.replace('#', '\n').getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(cutOff);
  }

  @Test
  void aShortLastRowAmongOtherShortRowsIsNotCutOff() throws IOException {
    assertThat(isCutOff("sku,name,price\n1,Chai\n2,Chang".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  private boolean isCutOff(byte[] bytes) throws IOException {
    try (CsvSource source = CsvSource.open(file(bytes), SourceOptions.DETECT)) {
      source.forEachRemaining(row -> {});
      return source.isCutOff();
    }
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

  @Test
  void decimalCommasAreNoSeparatorsInAFileOfOneColumnEither() throws IOException {
    assertThat(rows("Preis\n12,50\n13,00\n"))
        .containsExactly(new TextRow(2, List.of("12,50")), new TextRow(3, List.of("13,00")));
  }

  @Test
  void followsTheLineThatTellsExcelTheSeparator() throws IOException {
    Path file = file("\uFEFFsep=|\r\nsku|a;b;c\r\n1|2;3;4\r\n".getBytes(StandardCharsets.UTF_8));
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("sku", "a;b;c");
      assertThat(source.next()).isEqualTo(new TextRow(3, List.of("1", "2;3;4")));
      assertThat(source.format().headings().above()).isEmpty();
    }
    assertThat(all(file, SourceOptions.DETECT.withHeader(HeaderMode.FIRST_ROW)).getFirst())
        .containsExactly("sku", "a;b;c");
  }

  @Test
  void aFileThatMayNotBeReadIsNamedAsSuch() {
    Path file = folder.resolve("secret.csv");
    assertThat(CsvSource.reason(file, new AccessDeniedException(file.toString())))
        .isEqualTo("may not be read");
  }

  @Test
  void quotesFarFromTheBeginningCount() throws IOException {
    String rows = "sku,size\n" + "A,1\n".repeat(20_000);
    assertThat(dialect(rows + "B,\"2\"\n").quoting()).isEqualTo(Quoting.ENCLOSES);
    assertThat(dialect(rows + "B,\"2\" pipe\n").quoting()).isEqualTo(Quoting.IS_TEXT);
  }

  @Test
  void spacesBeforeAQuoteThatIsTheLastByteCount() throws IOException {
    assertThat(dialect("sku, name\n1, \"Hammer\"").quoting()).isEqualTo(Quoting.ENCLOSES_PADDED);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({"UTF-8,3", "UTF-16LE,2", "UTF-16BE,2"})
  void followsAByteOrderMark(String charset, int markBytes) throws IOException {
    Charset expected = Charset.forName(charset);
    Path file = file("\uFEFFsku;name\n1;Käse\n".getBytes(expected));
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
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
  void columnsBeyondTheHeadingsHaveNone() throws IOException {
    try (CsvSource source =
        CsvSource.open(file("sku,name\n1,x\n2,y,z,\n".getBytes(WINDOWS)), SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("sku", "name", "");
    }
  }

  @Test
  void quotesInsideACellSayNothingOfSpaces() throws IOException {
    assertThat(dialect("a,b\n1,the \"Bio\"\n2,\"x, y\"\n").quoting()).isEqualTo(Quoting.ENCLOSES);
  }

  @Test
  void aMarkIsNoPartOfTheFirstCell() throws IOException {
    Path file = file("\uFEFF\"a\",b\n1,\"5\" pipe\n".getBytes(StandardCharsets.UTF_8));
    assertThat(DialectDetection.of(file, SourceOptions.DETECT).quoting())
        .isEqualTo(Quoting.ENCLOSES);
  }

  @Test
  void takesQuotesForTextWhereTheyEncloseNothing() throws IOException {
    String text = "code\tname\n1\t\"Bio\" Honig\n2\t\"Öl\n3\tx\n";
    assertThat(dialect(text).quoting()).isEqualTo(Quoting.IS_TEXT);
    assertThat(rows(text))
        .extracting(row -> row.cells().getLast())
        .containsExactly("\"Bio\" Honig", "\"Öl", "x");
    assertThat(dialect("\uFEFF" + text).quoting()).as("behind a mark").isEqualTo(Quoting.IS_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SKU\", \"Name\", \"Price\"\n\"A1\", \"Ham, \"\"big\"\"\", \"1\"\n",
        "SKU,\"Name\" ,Price\nA1,\"Ham, \"\"big\"\"\"  ,1\n",
        " \"SKU\",Name, \"Price\"\nA1, \"Ham, \"\"big\"\"\" ,1"
      })
  void spacesBetweenSeparatorsAndQuotesAreNoPartOfACell(String text) throws IOException {
    assertThat(dialect(text).quoting()).isEqualTo(Quoting.ENCLOSES_PADDED);
    assertThat(all(file(text.getBytes(StandardCharsets.UTF_8)), SourceOptions.DETECT))
        .containsExactly(List.of("SKU", "Name", "Price"), List.of("A1", "Ham, \"big\"", "1"));
  }

  @Test
  void aQuoteBehindASpaceInATextIsPartOfIt() throws IOException {
    assertThat(rows("a,b\n1, \"Bio\" Honig\n2, 5\" or \"more\"\n"))
        .extracting(row -> row.cells().getLast())
        .containsExactly(" \"Bio\" Honig", " 5\" or \"more\"");
    assertThat(rows("a,b\n1,the \"Bio\"\n2,\"x, y\"\n"))
        .extracting(row -> row.cells().getLast())
        .containsExactly("the \"Bio\"", "x, y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void theMarkOfAnEndIsNoRow(String charset) throws IOException {
    for (String end : List.of("", "\n\u001A", "\u001A", "\n\u001A\r\n", "\r\n\u001A\n")) {
      String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
      byte[] bytes = (mark + "sku,name\n1,\u00E4" + end).getBytes(Charset.forName(charset));
      assertThat(all(file(bytes), SourceOptions.DETECT))
          .containsExactly(List.of("sku", "name"), List.of("1", "\u00E4"));
    }
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
        .withMessageContaining("has too many columns in line 1");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "'',the file is empty",
    "'\n\n',the file holds no rows",
    "'\u001A',the file holds no rows",
    "'PK\u0003\u0004',Excel workbook",
    "'%PDF-1.7',a PDF document",
    "'SQLite format 3\0',a database",
    "'a;b\n1;\0\0',is not text: it contains NUL bytes"
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
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      assertThat(source.name()).isEqualTo("shop.csv");
      assertThat(source.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024,4006381333931",
        "Mug,12.50",
        "Mug,31.12.2026",
        "Mug,4E+12",
        "Mug,9:30",
        "Mug,(5)"
      })
  void aFirstRowWithValuesIsNoHeader(String row) throws IOException {
    try (CsvSource source =
        CsvSource.open(file((row + "\nx,y\n").getBytes(WINDOWS)), SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("Column A", "Column B");
      assertThat(source.format().hasHeader()).isFalse();
      assertThat(source.next()).isEqualTo(new TextRow(1, List.of(row.split(","))));
      assertThat(source.next()).isEqualTo(new TextRow(2, List.of("x", "y")));
      assertThat(source.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,", "sku,sku", "Price 2024,100g", ",,\n\n,x", "Mug,Cup"})
  void inDoubtTheFirstRowHoldsHeadings(String rows) throws IOException {
    try (CsvSource source =
        CsvSource.open(file((rows + "\n").getBytes(WINDOWS)), SourceOptions.DETECT)) {
      assertThat(source.format().hasHeader()).isTrue();
      assertThat(source.hasNext()).isFalse();
    }
  }

  @Test
  void eachPartOfTheFormatCanBeChosenAlone() throws IOException {
    Path file = file("sku;name\n\"1\";é\n".getBytes(StandardCharsets.UTF_8));
    SourceOptions options = SourceOptions.DETECT;
    assertThat(all(file, options.withCharset(WINDOWS)))
        .containsExactly(List.of("sku", "name"), List.of("1", "Ã©"));
    assertThat(all(file, options.withQuoting(Quoting.IS_TEXT)))
        .containsExactly(List.of("sku", "name"), List.of("\"1\"", "é"));
    Path marked = file("\uFEFFsku;name\n1;é\n".getBytes(StandardCharsets.UTF_8));
    assertThat(all(marked, options.withCharset(WINDOWS)))
        .containsExactly(List.of("ï»¿sku", "name"), List.of("1", "Ã©"));
    Path plain = file("sku;name\n1;é\n".getBytes(StandardCharsets.UTF_8));
    assertThat(all(plain, options.withSeparator(',')))
        .containsExactly(List.of("sku;name"), List.of("1;é"));
    assertThat(all(file, options.withHeader(HeaderMode.NONE)))
        .containsExactly(
            List.of("Column A", "Column B"), List.of("sku", "name"), List.of("1", "é"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void aChosenEncodingKnowsItsMark(String charset) throws IOException {
    Charset chosen = Charset.forName(charset);
    byte[] bytes = (charset.equals("UTF-16") ? "sku,é\n" : "\uFEFFsku,é\n").getBytes(chosen);
    assertThat(all(file(bytes), SourceOptions.DETECT.withCharset(chosen)))
        .containsExactly(List.of("sku", "é"));
    assertThat(dialectOf(file(bytes), SourceOptions.DETECT.withCharset(chosen)).markBytes())
        .isEqualTo(charset.equals("UTF-8") ? 3 : 2);
  }

  private static List<List<String>> all(Path file, SourceOptions options) {
    try (CsvSource source = CsvSource.open(file, options)) {
      List<List<String>> rows = new ArrayList<>(List.of(source.header()));
      source.forEachRemaining(row -> rows.add(row.cells()));
      return rows;
    }
  }

  private List<TextRow> rows(String text) throws IOException {
    return read(file(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<TextRow> read(Path file) {
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private CsvDialect dialect(String text) throws IOException {
    Path file = file(text.getBytes(StandardCharsets.UTF_8));
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
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
