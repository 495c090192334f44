package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.spreadsheet.source.FormulaGuard;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.xlsx.EscapedText;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as they are written, read back cell by cell. */
final class XlsxExportTest {

  private static final Column TEXT = Column.builder("text", ColumnType.TEXT).build();
  private static final Column WHOLE = Column.builder("whole", ColumnType.WHOLE_NUMBER).build();
  private static final Column PRICE = Column.builder("price", ColumnType.MONEY).build();
  private static final Column WEIGHT =
      Column.builder("weight", ColumnType.DECIMAL).digits(18, 6).build();
  private static final Column ACTIVE = Column.builder("active", ColumnType.YES_NO).build();
  private static final Column DAY = Column.builder("day", ColumnType.DATE).build();
  private static final Column MOMENT = Column.builder("moment", ColumnType.TIMESTAMP).build();

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  @TempDir private Path folder;

  private Path write(List<Column> columns, List<RowValues> rows) {
    Path file = folder.resolve("shop.xlsx");
    SpreadsheetExport.write(
        OutputFile.at(file), options(columns), rows::forEach, rows.size(), WorkMonitor.NONE);
    return file;
  }

  private static ExportOptions options(List<Column> columns) {
    return PlainCsv.of(columns).withFormat(ExportFormat.XLSX);
  }

  private static List<Row> read(Path file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file), WITH_FORMATS)) {
      assertThat(book.getFirstSheet().getName()).isEqualTo("Products");
      return book.getFirstSheet().read();
    }
  }

  /** The one cell of a column that holds this value. */
  private Cell cell(Column column, Object value) throws IOException {
    return read(write(List.of(column), List.of(RowValues.of(column, value)))).get(1).getCell(0);
  }

  @Test
  void eachValueHasTheTypeOfItsColumn() throws IOException {
    RowValues row =
        RowValues.of(TEXT, "Mug")
            .with(WHOLE, 12L)
            .with(PRICE, new BigDecimal("4.5000"))
            .with(ACTIVE, true)
            .with(DAY, LocalDate.of(2026, 12, 31));

    List<Row> rows = read(write(List.of(TEXT, WHOLE, PRICE, ACTIVE, DAY), List.of(row)));

    assertThat(rows.getFirst().getCells(0, 5))
        .extracting(Cell::asString)
        .containsExactly("text", "whole", "price", "active", "day");
    Row written = rows.get(1);
    assertThat(written.getCellAsString(0)).contains("Mug");
    assertThat(written.getCell(1).asNumber()).isEqualByComparingTo("12");
    assertThat(written.getCell(1).getDataFormatString()).isEqualTo("0");
    assertThat(written.getCell(2).getRawValue()).isEqualTo("4.50");
    assertThat(written.getCell(2).getDataFormatString()).isEqualTo("0.00");
    assertThat(written.getCell(3).asBoolean()).isTrue();
    assertThat(written.getCell(4).asDate().toLocalDate()).isEqualTo("2026-12-31");
    assertThat(written.getCell(4).getDataFormatString()).isEqualTo("yyyy-mm-dd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007",
        "=1+1",
        "+49",
        " both ends ",
        "a\r\nb\rc",
        "tab\t",
        "名前 😀",
        "<b>&amp;</b>"
      })
  void aTextStaysTheSameText(String text) throws IOException {
    Cell cell = cell(TEXT, text);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bell\u0007", "\u0000", "_x0041_", "_x005F_x0041_", "'=1", "\uD83D half"})
  void whatXmlCannotHoldComesBackAfterDecoding(String text) throws IOException {
    assertThat(FormulaGuard.restore(EscapedText.decode(cell(TEXT, text).asString())))
        .isEqualTo(text);
  }

  @Test
  void numbersThatExcelWouldRoundAreTexts() throws IOException {
    assertThat(cell(WHOLE, 999_999_999_999_999L).getType()).isEqualTo(CellType.NUMBER);
    assertThat(cell(WHOLE, -999_999_999_999_999L).getType()).isEqualTo(CellType.NUMBER);
    assertThat(cell(WHOLE, -1_000_000_000_000_000L).getType()).isEqualTo(CellType.STRING);
    assertThat(cell(WHOLE, 1_000_000_000_000_000L).asString()).isEqualTo("1000000000000000");
    assertThat(cell(WHOLE, Long.MIN_VALUE).asString()).isEqualTo("-9223372036854775808");
    assertThat(cell(WEIGHT, new BigDecimal("123456789.123456")))
        .extracting(Cell::getType, Cell::getRawValue)
        .containsExactly(CellType.NUMBER, "123456789.123456");
    assertThat(cell(WEIGHT, new BigDecimal("1234567890.123456")).getType())
        .isEqualTo(CellType.STRING);
  }

  @Test
  void aNumberShowsAllItsDecimals() throws IOException {
    assertThat(cell(WEIGHT, new BigDecimal("0.068357")).getDataFormatString())
        .isEqualTo("0.000000");
    assertThat(cell(WEIGHT, new BigDecimal("5.000000")).getDataFormatString()).isEqualTo("0");
    assertThat(cell(WEIGHT, new BigDecimal("1000000")).getRawValue()).isEqualTo("1000000");
    assertThat(cell(PRICE, new BigDecimal("0.1250")).getDataFormatString()).isEqualTo("0.000");
  }

  @Test
  void daysBeforeExcelsCalendarAndMomentsAreTexts() throws IOException {
    assertThat(cell(DAY, LocalDate.of(1899, 12, 31)).asString()).isEqualTo("1899-12-31");
    assertThat(cell(DAY, LocalDate.of(1900, 3, 1)).asDate().toLocalDate()).isEqualTo("1900-03-01");
    Instant moment = Instant.parse("2026-11-22T14:02:00.123Z");
    assertThat(cell(MOMENT, moment).asString()).isEqualTo("2026-11-22T14:02:00.123Z");
  }

  @Test
  void aTextKeepsItsZerosWhenItIsEditedLater() throws IOException {
    Path file = write(List.of(TEXT), List.of(RowValues.of(TEXT, "007")));
    assertThat(entry(file, SHEET)).containsPattern("r=\"A2\" s=\"[1-9]");
    assertThat(entry(file, "xl/styles.xml")).contains("formatCode=\"@\"");
  }

  @Test
  void spacesAtTheEndsOfATextAreToBeKept() throws IOException {
    for (String text : List.of(" x", "x ")) {
      assertThat(entry(write(List.of(TEXT), List.of(RowValues.of(TEXT, text))), SHEET))
          .contains("<t xml:space=\"preserve\">" + text + "<");
    }
    assertThat(entry(write(List.of(TEXT), List.of(RowValues.of(TEXT, "x y"))), SHEET))
        .contains("<t>x y<");
  }

  @Test
  void eachCellHasItsFormatHoweverTheyChange() throws IOException {
    List<RowValues> values =
        Stream.of("1", "2.5", null, "3.5", "4.125", "5")
            .map(text -> RowValues.of(WEIGHT, text == null ? null : new BigDecimal(text)))
            .toList();
    assertThat(read(write(List.of(WEIGHT), values)).stream().skip(1))
        .extracting(row -> row.getOptionalCell(0).map(Cell::getDataFormatString).orElse(""))
        .as("the third row has no cell")
        .containsExactly("0", "0.0", "0.0", "0.000", "0");
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 500, 501, 1_001})
  void aColumnIsAsWideAsTheLongestOfTheFirstRows(int rows) throws IOException {
    List<RowValues> values =
        IntStream.rangeClosed(1, rows)
            .mapToObj(row -> RowValues.of(TEXT, "x".repeat(row == 400 ? 20 : row > 500 ? 30 : 3)))
            .toList();
    assertThat(entry(write(List.of(TEXT), values), SHEET)).contains("width=\"22.0\"");
  }

  @Test
  void anEmptyCellIsNotThere() throws IOException {
    RowValues row = RowValues.of(TEXT, null).with(WHOLE, 1L);
    List<Row> rows = read(write(List.of(TEXT, WHOLE), List.of(row)));
    assertThat(rows.get(1).getOptionalCell(0)).isEmpty();
  }

  @Test
  void theHeadingsAreBoldAndStayInView() throws IOException {
    Path file = write(List.of(TEXT), List.of(RowValues.of(TEXT, "a rather long name of a mug")));
    assertThat(entry(file, SHEET))
        .contains("topLeftCell=\"A2\"")
        .contains("state=\"frozen\"")
        .contains("width=\"29.0\"")
        .doesNotContain("B1");
    assertThat(entry(file, "xl/styles.xml")).contains("<b/>").contains("E7ECF3");
  }

  @Test
  void aTextTooLongForACellIsNamed() {
    RowValues fits = RowValues.of(TEXT, "x".repeat(32_767));
    RowValues row = RowValues.of(TEXT, "x".repeat(32_768));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> write(List.of(TEXT), List.of(fits, row)))
        .withMessageContaining("row 2, column text")
        .withMessageContaining("32,767")
        .withMessageContaining("\"" + "x".repeat(40) + "…\" has more");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void moreRowsThanASheetHasAreRefusedBeforeTheFirstIsRead() {
    Consumer<Consumer<RowValues>> never =
        out -> {
          throw new AssertionError("read");
        };
    Path file = folder.resolve("shop.xlsx");
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() ->
            SpreadsheetExport.write(
                OutputFile.at(file), options(List.of(TEXT)), never, 1_048_576, WorkMonitor.NONE))
        .withMessageContaining("1,048,575 rows");
  }

  @Test
  void rowsInManyPortionsAreAllThereInOrder() throws IOException {
    Path file =
        write(
            List.of(WHOLE),
            LongStream.range(0, 1_750).mapToObj(n -> RowValues.of(WHOLE, n)).toList());
    assertThat(read(file).stream().skip(1).map(row -> row.getCell(0).asNumber().intValue()))
        .containsExactlyElementsOf(IntStream.range(0, 1_750).boxed().toList());
  }

  @Test
  void aCancelLeavesNoFile() {
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();
    Consumer<Consumer<RowValues>> many =
        out -> LongStream.range(0, 5_000).forEach(n -> out.accept(RowValues.of(WHOLE, n)));
    Path file = folder.resolve("shop.xlsx");
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() ->
            SpreadsheetExport.write(
                OutputFile.at(file), options(List.of(WHOLE)), many, 5_000, monitor));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEmptyCatalogueIsItsHeadings() throws IOException {
    assertThat(read(write(List.of(TEXT, WHOLE), List.of()))).hasSize(1);
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
