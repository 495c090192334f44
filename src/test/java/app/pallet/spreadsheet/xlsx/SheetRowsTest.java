package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as other programs write them: few cells far apart, few attributes, other names. */
class SheetRowsTest {

  private static final String HEADING = "<row r='1'><c t='str'><v>a</v></c></row>";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"Q,16", "Z,25", "AA,26", "AZ,51", "BC,54", "XFD,16383"})
  void aCellFarFromTheOneBeforeIsInItsColumn(String column, int place) throws IOException {
    String row = "<row r='2'><c r='A2'><v>1</v></c><c r='%s2'><v>2</v></c></row>".formatted(column);
    List<String> cells = rows(WorkbookZip.of(HEADING + row)).getFirst().cells();
    assertThat(cells).hasSize(place + 1);
    assertThat(cells.get(place)).isEqualTo("2");
    String bare = row.replace("2'>", "'>");
    assertThat(rows(WorkbookZip.of(HEADING + bare)).getFirst().cells()).isEqualTo(cells);
  }

  @Test
  void theLastRowThatASheetCanHaveIsRead() throws IOException {
    String row = "<row r='%d'><c><v>2</v></c></row>";
    assertThat(rows(WorkbookZip.of(HEADING + row.formatted(1_048_576))))
        .extracting(TextRow::line)
        .containsExactly(1_048_576L);
    for (int beyond : new int[] {1_048_577, 10_485_760, 0}) {
      assertRefused(
          WorkbookZip.of(HEADING + row.formatted(beyond)), "a row beyond the last one that");
    }
    assertRefused(
        WorkbookZip.of(HEADING + "<row><c r='XFE2'><v>1</v></c></row>"),
        "a column beyond the last one that a sheet can have");
  }

  @Test
  void theRowBeforeADamagedOneIsNamed() throws IOException {
    String rows =
        "<row r='2'><c><v>1</v></c></row>".repeat(99) + "<row r='7'><c><v>1</v></c></row>";
    assertRefused(
        WorkbookZip.of(HEADING + rows + "<row r='8'><c t='s'><v>5</v></c></row>"), "(after row 8)");
  }

  @Test
  void aRowOfMoreTextThanAnyoneWritesIsNamed() throws IOException {
    String text = "<t>" + "x".repeat(3 << 20) + "</t>";
    String cell = "<c t='s'><v>0</v></c>";
    assertThat(rows(WorkbookZip.of(HEADING + "<row>" + cell.repeat(5) + "</row>").withTexts(text)))
        .hasSize(1);
    assertRefused(
        WorkbookZip.of(HEADING + "<row>" + cell.repeat(6) + "</row>").withTexts(text),
        "has a row of more than");
  }

  @Test
  void aPartOfWhichNothingIsNeededMustBeSoundToo() throws IOException {
    String types = "<Types>" + "<Default Extension='xml'/>".repeat(20) + "</Types>";
    Path file = write(WorkbookZip.of(HEADING).with("[Content_Types].xml", types));
    byte[] bytes = Files.readAllBytes(file);
    bytes["[Content_Types].xml".length() + 50] ^= 0x55; // behind the name, which comes first
    Files.write(file, bytes);
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> SpreadsheetFile.open(file, SourceOptions.DETECT))
        .withMessageContaining("is damaged");
  }

  @Test
  void textsThatDoNotFitIntoMemoryAreNamed() throws IOException {
    String texts = "<sst>" + "<si><t>hello</t></si>".repeat(1_000) + "</sst>";
    assertThat(SharedTexts.read(cursor(texts), 65_000).get("999")).isEqualTo("hello");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SharedTexts.read(cursor(texts), 64_999))
        .withMessageContaining("save the sheet as CSV");
  }

  private static XmlCursor cursor(String xml) throws IOException {
    return new XmlCursor(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void afterItsEndASheetStaysAtItsEnd() throws IOException {
    try (TabularSource source = open(WorkbookZip.of(HEADING))) {
      for (int i = 0; i < 5; i++) {
        assertThat(source.hasNext()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "14,2026-12-31T12:00:00",
    "22,2026-12-31T12:00:00",
    "58,2026-12-31T12:00:00",
    "20,1113300:00:00",
    "0,46387.5",
    "49,46387.5"
  })
  void datesAreToldByTheFormatsThatEveryProgramKnows(int format, String expected)
      throws IOException {
    WorkbookZip zip =
        WorkbookZip.of(HEADING + "<row><c s='0'><v>46387.5</v></c></row>")
            .with(
                "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='" + format + "'/></cellXfs>");
    assertThat(rows(zip).getFirst().cells()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"9,00123", "10,0123", "11,123", "'',123", "x,123", "1x,123", "-1,123", ":,123"})
  void aStyleThatIsNotThereShowsPlainNumbers(String style, String expected) throws IOException {
    String[] codes = new String[11];
    Arrays.fill(codes, "0");
    codes[9] = "00000";
    codes[10] = "0000";
    WorkbookZip zip =
        WorkbookZip.of(HEADING + "<row><c s='" + style + "'><v>123</v></c></row>")
            .withFormats(codes);
    assertThat(rows(zip).getFirst().cells()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "<workbookPr date1904='true'/>,2026-12-31",
    "<workbookPr date1904='1'/>,2026-12-31",
    "<workbookPr date1904='0'/>,2022-12-30",
    "<workbookPr date1904='false'/>,2022-12-30",
    "<workbookPr/>,2022-12-30"
  })
  void aWorkbookSaysFromWhichYearItCounts(String properties, String expected) throws IOException {
    WorkbookZip zip =
        WorkbookZip.of(properties, HEADING + "<row><c s='0'><v>44925</v></c></row>")
            .withFormats("yyyy-mm-dd");
    assertThat(rows(zip).getFirst().cells()).containsExactly(expected);
  }

  @Test
  void thePartsMayHaveAnyNames() throws IOException {
    String sheet = "<worksheet><sheetData>" + HEADING + "<row><c><v>5</v></c></row></sheetData>";
    WorkbookZip other =
        WorkbookZip.of("")
            .with(
                "_rels/.rels",
                "<Relationships>"
                    + "<Relationship Id='r2' Type='http://x/thumbnail' Target='thumb.jpeg'/>"
                    + "<Relationship Id='r1' Type='http://x/officeDocument' Target='a/book.xml'/>")
            .with("a/book.xml", "<workbook><sheets><sheet name='Products' id='r1'/></sheets>")
            .with(
                "a/_rels/book.xml.rels",
                "<Relationships>"
                    + "<Relationship Id='r1' Type='http://x/worksheet' Target='../b/One.xml'/>")
            .with("B/one.XML", sheet)
            .with("B/two.XML", "<worksheet/>")
            .without("xl/workbook.xml");
    assertThat(rows(other)).extracting(row -> row.cells().getFirst()).containsExactly("5");
    assertThat(rows(WorkbookZip.of(HEADING + "<row><c><v>5</v></c></row>").without("_rels/.rels")))
        .hasSize(1);
    assertRefused(WorkbookZip.of(HEADING).without("xl/workbook.xml"), "not a workbook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aSheetThatIsNotLookedIntoMayBeInAnyOrder(String charset) {
    String sheet = "<row r='1'/><row r='2'/>";
    assertThat(isAscending(sheet, Charset.forName(charset))).isFalse();
    assertThat(isAscending("\uFEFF" + sheet, Charset.forName(charset))).isFalse();
    assertThat(isAscending("\uFEFF" + sheet, StandardCharsets.UTF_8)).isTrue();
    assertThat(isAscending(sheet, StandardCharsets.UTF_8)).isTrue();
  }

  private static boolean isAscending(String sheet, Charset charset) {
    RowOrder order = new RowOrder();
    byte[] bytes = sheet.getBytes(charset);
    order.accept(bytes, bytes.length);
    return order.isAscending();
  }

  @Test
  void aRowThatAloneIsTooLongToBeHeldIsStillRead() throws IOException {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 9).boxed().toList());
    Collections.reverse(numbers);
    numbers.add(5);
    String sheet = "<row r='%d'><c t='str'><v>row %d</v></c></row>";
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      rows.append(sheet.formatted(numbers.get(i), i));
    }
    List<String> read = new ArrayList<>();
    try (WorkbookFile file = WorkbookFile.open(write(WorkbookZip.of(rows.toString())));
        SortedRows sorted = new SortedRows(() -> sheet(file), 1)) {
      for (var row = sorted.next(1); row.isPresent(); row = sorted.next(1)) {
        read.add(row.get().line() + " " + row.get().cells().getFirst());
      }
    }
    assertThat(read).startsWith("1 row 8", "2 row 7").hasSize(10);
    assertThat(read.subList(4, 6))
        .as("in the order of the sheet")
        .containsExactly("5 row 4", "5 row 9");
  }

  private static SheetReading sheet(WorkbookFile file) throws IOException {
    return new SheetRows(
        file.part("xl/worksheets/sheet1.xml").orElseThrow(),
        SharedTexts.none(),
        NumberFormats.none(),
        false);
  }

  private Path write(WorkbookZip zip) throws IOException {
    return zip.write(folder.resolve("shop.xlsx"));
  }

  private TabularSource open(WorkbookZip zip) throws IOException {
    return SpreadsheetFile.open(write(zip), SourceOptions.DETECT);
  }

  private List<TextRow> rows(WorkbookZip zip) throws IOException {
    List<TextRow> rows = new ArrayList<>();
    try (TabularSource source = open(zip)) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private void assertRefused(WorkbookZip zip, String reason) {
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> rows(zip))
        .withMessageContaining(reason);
  }
}
