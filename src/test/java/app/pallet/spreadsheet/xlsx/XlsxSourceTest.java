package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.HeadingPlace;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XlsxSourceTest {

  private static final String HEADER =
      "<row r='1'><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c>"
          + "</row>";

  @TempDir private Path folder;

  @Test
  void readsHeadingsTextsAndNumbers() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, "SKU");
          sheet.value(0, 1, "Price");
          sheet.value(1, 0, "00123");
          sheet.value(1, 1, 12.5);
        });
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("SKU", "Price");
      assertThat(source.format())
          .isEqualTo(
              new SourceFormat.Workbook(
                  "First", List.of("First"), new HeadingPlace(1, List.of(), false)));
      assertThat(source.name()).isEqualTo("shop.data");
      TextRow row = source.next();
      assertThat(row).isEqualTo(new TextRow(2, List.of("00123", "12.5"), bits(1)));
      assertThat(source.hasNext()).isFalse();
    }
  }

  @Test
  void readsRowsThatAnotherLibraryWrote() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, "name");
          for (int i = 1; i < 3_000; i++) {
            sheet.value(i, 0, "Käse <" + i + "> & \"mehr\"\nMehr 😀");
            sheet.value(i, 1, i);
          }
        });
    List<TextRow> rows = rows(file, SourceOptions.DETECT);
    assertThat(rows).hasSize(2_999);
    assertThat(rows.get(99))
        .isEqualTo(new TextRow(101, List.of("Käse <100> & \"mehr\"\nMehr 😀", "100"), bits(1)));
  }

  @Test
  void rowsComeByTheirNumbersAndCellsByTheirPlaces() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                "<row spans='1:2' r=\"3\">"
                    + cell("B3", "m")
                    + cell("A3", "A2")
                    + "</row><row r='1'>"
                    + cell("A1", "SKU")
                    + cell("B1", "Name")
                    + "</row><row>"
                    + cell("B2", "n")
                    + cell("A2", "A1")
                    + "</row>"));
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("SKU", "Name");
      assertThat(source.next()).isEqualTo(new TextRow(2, List.of("A1", "n")));
      assertThat(source.next()).isEqualTo(new TextRow(3, List.of("A2", "m")));
      assertThat(source.hasNext()).isFalse();
    }
  }

  @Test
  void rowsInAnyOrderAreSortedWithLittleMemory() throws IOException {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 500).boxed().toList());
    numbers.add(250); // twice in the sheet, and so twice here
    Collections.shuffle(numbers, new Random(7));
    AtomicInteger opened = new AtomicInteger();
    try (SortedRows rows = new SortedRows(() -> rowsOf(numbers, opened), 16 * 30)) {
      List<Integer> read = new ArrayList<>();
      for (var row = rows.next(2); row.isPresent(); row = rows.next(2)) {
        assertThat(row.get().cells()).hasSize(2);
        assertThat(rows.rowNumber()).isEqualTo((int) row.get().line());
        read.add(rows.rowNumber());
      }
      assertThat(read).isEqualTo(numbers.stream().sorted().toList());
      assertThat(opened).hasValueBetween(10, 40);
    }
  }

  private static SheetReading rowsOf(List<Integer> numbers, AtomicInteger opened) {
    opened.incrementAndGet();
    Iterator<Integer> left = numbers.iterator();
    return new SheetReading() {
      @Override
      public Optional<TextRow> next(int width) {
        return left.hasNext()
            ? Optional.of(new TextRow(left.next(), List.of("cell")))
            : Optional.empty();
      }

      @Override
      public int rowNumber() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row r='1'><c r='A1'/></row><row r='2'/><row><c/></row><row r='4'>|true",
        "<row r='2'/><row r='1'/>|false",
        "<row r='3'/><row/><row r='4'/>|true",
        "<row r='3'/><row/><row r='3'/>|false",
        "<x:row r=\"9\"/><rows r='1'/><rowBreaks><brk id='1'/></rowBreaks><x:row r=\"8\"/>|false",
        "<row ht='5' spans='1:3' r = '7' s='1'/><row r='10'/>|true",
        "<row r = '7'/><row r='5'/>|false",
        "<row/><row/><row/><row r='2'/>|false",
        "<row r='3'></row><row></row><row r='3'>|false",
        "<row r='3'></row><row r='3'>|true"
      })
  void theOrderOfRowsIsSeenWhileASheetIsUnpacked(String sheet, boolean ascending) {
    byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
    RowOrder whole = new RowOrder();
    whole.accept(bytes, bytes.length);
    assertThat(whole.isAscending()).isEqualTo(ascending);
    RowOrder parts = new RowOrder();
    for (byte each : bytes) {
      parts.accept(new byte[] {each}, 1);
    }
    assertThat(parts.isAscending()).isEqualTo(ascending);
  }

  private static String cell(String place, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(place, text);
  }

  @Test
  void keepsTheNumbersOfRowsAndThePlacesOfCells() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                HEADER
                    + "<row r='4'><c r='B4'><v>1</v></c></row>"
                    + "<row r='9'><c r='D9'><v>2</v></c></row><row><c><v>3</v></c></row>"));
    assertThat(rows(file))
        .containsExactly(
            new TextRow(4, List.of("", "1", "", ""), bits(1)),
            new TextRow(9, List.of("", "", "", "2"), bits(3)),
            new TextRow(10, List.of("3", "", "", ""), bits(0)));
  }

  @Test
  void readsCellsBeyondTheAlphabetInTheirPlaces() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                "<row r='1'>"
                    + cell("A1", "SKU")
                    + cell("Z1", "z")
                    + cell("AA1", "aa")
                    + cell("BC1", "bc")
                    + "</row><row r='2'>"
                    + cell("A2", "A-1")
                    + cell("AA2", "x")
                    + cell("BC2", "y")
                    + "</row>"));
    List<String> cells = rows(file).getFirst().cells();
    assertThat(cells).hasSize(55);
    assertThat(List.of(cells.getFirst(), cells.get(26), cells.get(54)))
        .containsExactly("A-1", "x", "y");
    assertThat(cells.stream().filter(cell -> !cell.isEmpty())).hasSize(3);
  }

  @Test
  void readsRowsInTheOrderOfTheirNumbersAndNotOfTheirDigits() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                HEADER
                    + "<row r='12'>"
                    + cell("A12", "twelve")
                    + "</row><row r='3'>"
                    + cell("A3", "three")
                    + "</row>"));
    assertThat(rows(file))
        .extracting(row -> row.cells().getFirst())
        .containsExactly("three", "twelve");
    assertThat(rows(file)).extracting(TextRow::line).containsExactly(3L, 12L);
  }

  @Test
  void readsBooleansInBothSpellings() throws IOException {
    String cells =
        "<c t='b'><v>1</v></c><c t='b'><v>true</v></c><c t='b'><v>0</v></c>"
            + "<c t='b'><v>false</v></c>";
    assertThat(rows(write(WorkbookZip.of(HEADER + "<row>" + cells + "</row>"))).getFirst().cells())
        .containsExactly("TRUE", "TRUE", "FALSE", "FALSE");
  }

  @Test
  void notesWhatAFormatShowsOfANumber() throws IOException {
    Path file =
        write(
            WorkbookZip.of(HEADER + "<row><c s='1'><v>123</v></c><c s='0'><v>5</v></c></row>")
                .withFormats("0", "\"A-\"00000"));
    TextRow row = rows(file).getFirst();
    assertThat(row.cells().subList(0, 2)).containsExactly("123", "5");
    assertThat(row.notes()).containsExactly(Map.entry(0, new CellNote.Shown("A-00123", true)));
  }

  @Test
  void readsWhatFormulasGaveAndRunsNone() throws IOException {
    String cells =
        "<c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;\"x\"</f><v>ax</v></c>"
            + "<c t='b'><f>TRUE()</f><v>1</v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c>"
            + "<c t='str'><f>\"\"</f><v></v></c><c><f>HYPERLINK(\"http://x\")</f></c>";
    Path file = write(WorkbookZip.of(HEADER + "<row>" + cells + "</row>"));
    assertThat(rows(file).getFirst())
        .isEqualTo(
            new TextRow(
                2,
                List.of("2", "ax", "TRUE", "#DIV/0!", "", "=HYPERLINK(\"http://x\")"),
                bits(0),
                rows(file).getFirst().notes()));
    assertThat(rows(file).getFirst().notes().keySet()).containsExactlyInAnyOrder(3, 5);
  }

  @Test
  void readsSharedTextsHoweverTheyAreFormatted() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                    HEADER
                        + "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c>"
                        + "<c t='s'><v>2</v></c></row>")
                .withTexts(
                    "<t xml:space='preserve'> x </t>",
                    "<r><t>bold</t></r><r><t> and not</t></r><rPh><t>read so</t></rPh>",
                    "<t>a_x000D_b_x005F_x000D_<![CDATA[<c>]]></t>"));
    assertThat(rows(file).getFirst().cells())
        .containsExactly("bold and not", " x ", "a\rb_x000D_<c>");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd,46387,2026-12-31",
    "dd.mm.yyyy hh:mm,46387.427083333336,2026-12-31T10:15:00",
    "'[$-407]d. mmmm yyyy;@',46387,2026-12-31",
    "mmm,46387,2026-12-31",
    "d/m/y,1,1900-01-01",
    "d/m/y,59,1900-02-28",
    "d/m/y,61,1900-03-01",
    "hh:mm:ss,0.427083333333333,10:15:00",
    "[h]:mm,1.5,36:00:00",
    "'\"Monday\" 0.00',46387,46387",
    "'#,##0.00 [$€-407];[Red]-#,##0.00',1234.5,1234.5",
    "0.00E+00,1500,1500",
    "General,1,1",
    "Standard,1,1",
    "00000,123,00123",
    "yyyy,-5,-5",
    "yyyy,9999999,9999999"
  })
  void tellsDatesByTheFormatOfTheNumber(String format, String stored, String expected)
      throws IOException {
    Path file =
        write(
            WorkbookZip.of(HEADER + "<row><c s='1'><v>" + stored + "</v></c></row>")
                .withFormats("General", format));
    assertThat(rows(file).getFirst().cells().getFirst()).isEqualTo(expected);
  }

  @Test
  void knowsTheDatesOfOldMacs() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                    "<workbookPr date1904='1'/>", HEADER + "<row><c s='0'><v>44925</v></c></row>")
                .withFormats("yyyy-mm-dd"));
    assertThat(rows(file).getFirst().cells()).startsWith("2026-12-31");
  }

  @ParameterizedTest
  @CsvSource({
    "1.5E-3,0.0015",
    "4.00638133393E12,4006381333930",
    "4006381333931,4006381333931",
    "0.30000000000000004,0.3",
    "-19.989999999999998,-19.99",
    "12345678901234567,12345678901234567",
    "123456789012345678.25,123456789012345678.25",
    "12.50,12.50",
    "1E400,1E400",
    "1E999999999,1E999999999",
    "many,many"
  })
  void showsNumbersAsSpreadsheetsDo(String stored, String expected) throws IOException {
    Path file = write(WorkbookZip.of(HEADER + "<row><c><v>" + stored + "</v></c></row>"));
    assertThat(rows(file).getFirst().cells().getFirst()).isEqualTo(expected);
  }

  @Test
  void readsDatesThatAreWrittenAsText() throws IOException {
    Path file =
        write(
            WorkbookZip.of(
                HEADER
                    + "<row><c t='d'><v>2026-12-31T00:00:00</v></c><c t='d'>"
                    + "<v>2026-12-31T10:15:00</v></c></row>"));
    assertThat(rows(file).getFirst().cells()).containsExactly("2026-12-31", "2026-12-31T10:15:00");
  }

  @Test
  void beginsAtTheFirstRowThatIsNotBlank() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.value(2, 0, "sku");
          sheet.value(3, 0, "1");
        });
    assertThat(rows(file)).containsExactly(new TextRow(4, List.of("1")));
  }

  @Test
  void namesTheColumnsOfASheetWithoutHeadings() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, "Mug");
          sheet.value(0, 1, 9.5);
        });
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("Column A", "Column B");
      assertThat(source.format().hasHeader()).isFalse();
      assertThat(source.next()).isEqualTo(new TextRow(1, List.of("Mug", "9.5"), bits(1)));
    }
    SourceOptions withHeader = SourceOptions.DETECT.withHeader(HeaderMode.FIRST_ROW);
    assertThat(rows(file, withHeader)).isEmpty();
  }

  @Test
  void takesTheFirstSheetWithRowsOrTheOneThatIsNamed() throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      Worksheet hidden = workbook.newWorksheet("Hidden");
      hidden.value(0, 0, "no");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      workbook.newWorksheet("Empty");
      workbook.newWorksheet("Products").value(0, 0, "yes");
      workbook.newWorksheet("Other").value(0, 0, "other");
    }
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("yes");
      assertThat(source.format())
          .isEqualTo(
              new SourceFormat.Workbook(
                  "Products",
                  List.of("Hidden", "Empty", "Products", "Other"),
                  new HeadingPlace(1, List.of(), false)));
    }
    try (TabularSource source =
        SpreadsheetFile.open(file, SourceOptions.DETECT.withSheet("Hidden"))) {
      assertThat(source.header()).containsExactly("no");
    }
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> SpreadsheetFile.open(file, SourceOptions.DETECT.withSheet("Produkte")))
        .withMessage(file + ": has no sheet 'Produkte', but: Hidden, Empty, Products, Other");
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> SpreadsheetFile.open(file, SourceOptions.DETECT.withSheet("Empty")))
        .withMessage(file + ": sheet 'Empty' holds no rows");
  }

  private Path workbook(Consumer<Worksheet> content) throws IOException {
    Path file = folder.resolve("shop.data");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      content.accept(workbook.newWorksheet("First"));
    }
    return file;
  }

  private Path write(WorkbookZip zip) throws IOException {
    return zip.write(folder.resolve("shop.xlsx"));
  }

  private static List<TextRow> rows(Path file) {
    return rows(file, SourceOptions.DETECT);
  }

  private static List<TextRow> rows(Path file, SourceOptions options) {
    try (TabularSource source = SpreadsheetFile.open(file, options)) {
      List<TextRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private static BitSet bits(int... places) {
    BitSet bits = new BitSet();
    for (int place : places) {
      bits.set(place);
    }
    return bits;
  }
}
