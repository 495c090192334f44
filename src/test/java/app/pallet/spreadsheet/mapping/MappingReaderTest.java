package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.spreadsheet.source.TextSource;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappingReaderTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Column SKU = SCHEMA.require("sku");
  private static final Column NAME = SCHEMA.require("name");
  private static final Column PRICE = SCHEMA.require("price");
  private static final Column QUANTITY = SCHEMA.require("quantity");

  @TempDir private Path folder;

  @Test
  void readsTheMappedCellsOfEachRow() {
    assertThat(read("SKU\tColour\tPrice\n000001\tred\t18.00\n", EmptyCells.LEAVE))
        .containsExactly(
            new RowMapping(
                RowValues.of(SKU, "000001").with(PRICE, new BigDecimal("18.0000")),
                new RowOrigin("clipboard", 2),
                List.of()));
  }

  @Test
  void rowsThatSayTheSameColumnsShareThem() {
    List<RowMapping> rows = read("SKU\tName\n1\ta\n2\t\n3\tc\n", EmptyCells.LEAVE);
    assertThat(rows.getFirst().values().columns()).isSameAs(rows.get(2).values().columns());
    assertThat(rows.get(1).values().columns().asList()).containsExactly(SKU);
  }

  @Test
  void anEmptyCellSaysNothingByDefault() {
    assertThat(values("SKU\tName\tPrice\n1\t\t \n", EmptyCells.LEAVE))
        .containsExactly(RowValues.of(SKU, "1"));
  }

  @Test
  void anEmptyCellMayClearTheValue() {
    assertThat(values("SKU\tQuantity\n1\t\n", EmptyCells.CLEAR))
        .containsExactly(RowValues.of(SKU, "1").with(QUANTITY, null));
  }

  @Test
  void clearingARequiredCellIsAProblem() {
    RowMapping row = read("SKU\tName\n1\t\n", EmptyCells.CLEAR).getFirst();
    assertThat(row.problems()).extracting(RowProblem::message).containsExactly("Must not be empty");
    assertThat(row.values()).isEqualTo(RowValues.of(SKU, "1"));
  }

  @Test
  void aCellThatIsMissingSaysNothingEvenWhereEmptyOnesClear() {
    assertThat(values("SKU\tQuantity\n1\n", EmptyCells.CLEAR))
        .containsExactly(RowValues.of(SKU, "1"));
  }

  @Test
  void aBadCellIsAProblemAndTheRowKeepsTheOthers() {
    RowMapping row =
        read("SKU\tName\tQuantity\n1\t\"a\nb\"\t5\n2\tc\tmany\n", EmptyCells.LEAVE).get(1);
    assertThat(row.values()).isEqualTo(RowValues.of(SKU, "2").with(NAME, "c"));
    assertThat(row.problems())
        .containsExactly(
            new RowProblem(
                new RowOrigin("clipboard", 4),
                "quantity",
                "many",
                "Is not a number",
                "a whole number such as 120 or 1,200",
                Severity.ERROR));
  }

  @Test
  void theNumberStyleIsToldFromEachColumnAlone() {
    MappingReader reader =
        reader("SKU\tPrice\tCost\n1\t1.299,00\t1,234\n2\t1,500\t2.5\n", EmptyCells.LEAVE);
    assertThat(reader.reading(1).format().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(reader.reading(2).format().numbers()).isEqualTo(NumberStyle.POINT);
    assertThat(reader.readAll(WorkMonitor.NONE))
        .extracting(row -> row.values().get(PRICE))
        .containsExactly(new BigDecimal("1299.0000"), new BigDecimal("1.5000"));
  }

  @Test
  void aColumnThatDoesNotTellFollowsTheGivenFormat() {
    CellFormat comma = CellFormat.PLAIN.withNumbers(NumberStyle.COMMA);
    MappingReader reader = reader("SKU\tPrice\n1\t1,234\n", EmptyCells.LEAVE, comma);
    assertThat(reader.next().values().get(PRICE)).isEqualTo(new BigDecimal("1.2340"));
  }

  @Test
  void rowsBeyondTheSampleAreReadInTheSameStyle() {
    String rows = "x\t1,5\n".repeat(1_500) + "last\t1,234\n";
    List<RowMapping> all = read("SKU\tPrice\n" + rows, EmptyCells.LEAVE);
    assertThat(all).hasSize(1_501);
    assertThat(all.getLast().values().get(PRICE)).isEqualTo(new BigDecimal("1.2340"));
  }

  @Test
  void blankRowsUnderHeadingsArePassedOver() {
    assertThat(values("SKU\tName\n\t\n1\ta\n \t\n", EmptyCells.LEAVE))
        .containsExactly(RowValues.of(SKU, "1").with(NAME, "a"));
  }

  @Test
  void blankRowsOfABlockWithoutHeadingsKeepTheirPlace() {
    TabularSource source =
        ClipboardSource.repeated(new PastedBlock(ClipboardText.parse("a\n\nb\n"), false), 1, 1);
    MappingReader reader =
        new MappingReader(
            source,
            ColumnMapping.byPosition(List.of(NAME)),
            CellFormat.PLAIN,
            EmptyCells.LEAVE,
            Map.of());
    assertThat(reader.readAll(WorkMonitor.NONE))
        .extracting(RowMapping::values)
        .containsExactly(RowValues.of(NAME, "a"), RowValues.EMPTY, RowValues.of(NAME, "b"));
  }

  @Test
  void cellsBeyondTheHeaderAreLeftOutAndCounted() {
    List<TextRow> rows = new ArrayList<>();
    for (int line = 2; line < 5_000; line++) {
      rows.add(new TextRow(line, List.of("A" + line, "a")));
    }
    rows.add(new TextRow(5_000, List.of("B", "b", "", "remark")));
    rows.add(new TextRow(5_001, List.of("C", "c", "", "", " ", "another")));
    MappingReader reader = reader(new TextSource(List.of("SKU", "Name"), rows.iterator()));
    List<RowMapping> read = reader.readAll(WorkMonitor.NONE);
    assertThat(read).hasSize(5_000).allMatch(row -> row.problems().isEmpty());
    assertThat(reader.nameless()).isEqualTo(new NamelessCells(List.of(3, 5), 2, 5_000));
    assertThat(reader.nameless().sentence())
        .isEqualTo(
            "Cells without a heading are left out: column 4, column 6, in 2 rows from line 5000"
                + " on");
  }

  @Test
  void aColumnWithoutAHeadingCanBeMappedAlsoBeyondAll() {
    List<TextRow> rows = List.of(new TextRow(2, List.of("B", "b", "", "remark")));
    TabularSource source = new TextSource(List.of("SKU", "Name"), rows.iterator());
    ColumnMapping mapping =
        ColumnMapping.byHeader(
            source.header(),
            SCHEMA,
            SCHEMA.match(),
            List.of(ColumnOverride.parse("Column 4=description")),
            Map.of());
    MappingReader reader =
        new MappingReader(source, mapping, CellFormat.PLAIN, EmptyCells.LEAVE, Map.of());
    RowMapping row = reader.next();
    assertThat(row.values().get(SCHEMA.require("description"))).isEqualTo("remark");
    assertThat(reader.nameless()).isEqualTo(NamelessCells.NONE);
    assertThat(mapping.unmapped()).containsExactly("column 3");
  }

  @Test
  void aTextWhoseValuesMayHaveMovedIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("moved.csv"), "SKU,Name\nA,x, big\nB,y,z\n");
    try (TabularSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      MappingReader reader = reader(source);
      RowMapping moved = reader.next();
      assertThat(moved.values().get(SCHEMA.require("name"))).isEqualTo("x");
      assertThat(moved.problems())
          .extracting(RowProblem::severity, RowProblem::message)
          .containsExactly(
              tuple(
                  Severity.WARNING,
                  "Has more cells than there are headings; values may have moved"));
      assertThat(reader.next().problems()).isEmpty();
    }
  }

  private List<RowMapping> readFile(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), text);
    try (TabularSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      return reader(source).readAll(WorkMonitor.NONE);
    }
  }

  @Test
  void anAmountThatWasTornAtItsCommaSpoilsItsRow() throws IOException {
    List<RowMapping> rows = readFile("SKU,Name,Price\nA,a,1.5\nB,b,12,50\nC,c,2,x\n");
    assertThat(rows.get(1).problems())
        .containsExactly(
            new RowProblem(
                new RowOrigin("file.csv", 3),
                "",
                "12,50",
                "Has more cells than there are headings, as if 12,50 were torn at its comma",
                "a row whose cells with separators are quoted",
                Severity.ERROR));
    assertThat(rows.getFirst().problems()).isEmpty();
    assertThat(rows.get(2).problems()).as("no amount").isEmpty();
  }

  @Test
  void whatLooksTornInAColumnOfTextsIsNoAmount() throws IOException {
    assertThat(readFile("SKU,Name,Price\nA,a,1\nB,12,50,x\n").get(1).problems()).isEmpty();
  }

  @Test
  void rowsThatAQuoteHasSwallowedAreNamed() throws IOException {
    List<RowMapping> rows =
        readFile("SKU,Name,Price\nA,a,1\nB,\"b,2\nC,c,3\nD,d,4\nE,e\",5\nF,f,6\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).problems())
        .containsExactly(
            new RowProblem(
                new RowOrigin("file.csv", 3),
                "",
                "B",
                "A quote in this row is closed 3 lines further down, and the rows between are in"
                    + " it",
                "quotes that enclose a cell, or are doubled inside it",
                Severity.ERROR));
    assertThat(rows.getFirst().problems()).isEmpty();
    assertThat(rows.get(2).problems()).isEmpty();
  }

  @Test
  void cellsOfSeveralLinesThatHoldNoRowsAreTexts() throws IOException {
    assertThat(readFile("SKU,Name,Price\nA,\"a,2\nb,c,3\",4\n")).as("two lines").hasSize(1);
    assertThat(readFile("SKU,Name,Price\nA,\"a,2\nb,c,3\",4\n").getFirst().problems()).isEmpty();
    assertThat(readFile("SKU,Name,Price\nA,\"a\nb,c\nd\",4\n").getFirst().problems())
        .as("lines with fewer separators")
        .isEmpty();
    assertThat(readFile("SKU,Name,Price\nA,\"a,2\nb,c,3\nd,d\",4\n").getFirst().problems())
        .as("three whole lines")
        .hasSize(1);
    assertThat(readFile("SKU,Name\nA,\"a\nb,c\nd,e\nf\"\n").getFirst().problems())
        .as("two columns tell too little")
        .isEmpty();
  }

  @Test
  void anAmountBetweenOtherSeparatorsIsNotTorn() throws IOException {
    assertThat(readFile("SKU;Name;Price\nA;a;1\nB;b;12;50\n").get(1).problems()).isEmpty();
  }

  @Test
  void theRowAFileIsCutOffInIsTakenAndNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("cut.csv"), "SKU,Name,Price\nA,a,1\nB");
    try (TabularSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      MappingReader reader = reader(source);
      assertThat(reader.next().problems()).isEmpty();
      assertThat(reader.cutOff()).isEmpty();
      RowMapping last = reader.next();
      assertThat(last.values()).isEqualTo(RowValues.of(SKU, "B"));
      assertThat(last.problems())
          .extracting(RowProblem::severity, RowProblem::value, RowProblem::message)
          .containsExactly(
              tuple(
                  Severity.WARNING,
                  "B",
                  "The file seems to be cut off in this row: it has 1 cell under 3 headings"));
      assertThat(reader.cutOff()).contains(new CutOff(3, 1, 3));
    }
  }

  @Test
  void barcodesThatASpreadsheetChangedAreMendedAndCounted() {
    Column barcode = SCHEMA.dataColumns().stream().filter(Column::isBarcode).findFirst().get();
    MappingReader reader =
        reader(
            TextSource.of(
                List.of("SKU", barcode.label()),
                List.of("A", "'4006381333931"),
                List.of("B", "4006381333931"),
                List.of("C", "4006381333931.0"),
                List.of("D", "")));
    assertThat(reader.readAll(WorkMonitor.NONE))
        .extracting(row -> row.values().has(barcode) ? row.values().get(barcode) : "nothing")
        .containsExactly("4006381333931", "4006381333931", "4006381333931", "nothing");
    assertThat(reader.mendedBarcodes()).isEqualTo(2);
  }

  @Test
  void spacesAroundATextAreItsOwnUnlessTheHeadingsAreFilledUpToo() {
    assertThat(values("SKU\tName\tDescription\n A \t a \t \n", EmptyCells.CLEAR))
        .containsExactly(
            RowValues.of(SKU, "A").with(NAME, " a ").with(SCHEMA.require("description"), null));
    assertThat(
            reader(TextSource.of(List.of("SKU", " Name "), List.of(" A ", " a ")))
                .readAll(WorkMonitor.NONE))
        .extracting(RowMapping::values)
        .containsExactly(RowValues.of(SKU, "A").with(NAME, "a"));
  }

  @Test
  void cellsWithANoteDoNotTellHowTheColumnIsWritten() {
    BitSet none = new BitSet();
    Map<Integer, CellNote> error = Map.of(1, new CellNote.NoValue("Is an error", "a value"));
    List<TextRow> rows =
        List.of(
            new TextRow(2, List.of("A", "1.299,00"), none, error),
            new TextRow(3, List.of("B", "1,234"), none));
    MappingReader reader = reader(new TextSource(List.of("SKU", "Price"), rows.iterator()));
    assertThat(reader.reading(1).format().numbers()).isEqualTo(NumberStyle.POINT);
    assertThat(reader.next().problems())
        .extracting(RowProblem::message)
        .containsExactly("Is an error");
    assertThat(reader.next().values().get(PRICE)).isEqualTo(new BigDecimal("1234.0000"));
  }

  @Test
  void eachColumnOfTheSourceTellsItsOwnReading() {
    MappingReader reader = reader("SKU\tPrice\tx\tCost\n1\t1.299,00\t\t2.5\n", EmptyCells.LEAVE);
    assertThat(reader.reading(1).format().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(reader.reading(3).format().numbers()).isEqualTo(NumberStyle.POINT);
    assertThat(reader.reading(2)).isEqualTo(ColumnReading.sure(CellFormat.PLAIN));
  }

  @Test
  void cellsOfAColumnWithoutAHeadingAreNotedWhereverItStands() {
    MappingReader reader =
        reader(
            TextSource.of(
                List.of("", "SKU", "Name", ""),
                List.of("", "A", "a"),
                List.of("remark", "B", "b"),
                List.of("", "C", "c", "remark")));
    assertThat(reader.readAll(WorkMonitor.NONE)).hasSize(3);
    assertThat(reader.nameless()).isEqualTo(new NamelessCells(List.of(0, 3), 2, 3));
  }

  @Test
  void emptyCellsBeyondTheHeaderDoNoHarm() {
    assertThat(read("SKU\tName\n1\ta\t\t\n", EmptyCells.LEAVE).getFirst().problems()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreAProblem() {
    RowMapping row = read("SKU\tName\n1\tK\uFFFFse\n", EmptyCells.LEAVE).getFirst();
    assertThat(row.values()).isEqualTo(RowValues.of(SKU, "1"));
    assertThat(row.problems())
        .extracting(RowProblem::message)
        .containsExactly("Contains bytes that are not text in the file's encoding");
  }

  @Test
  void countsItsRowsAndStopsWhenCancelled() {
    SampledMonitor monitor = new SampledMonitor();
    reader("SKU\n" + "x\n".repeat(2_500), EmptyCells.LEAVE).readAll(monitor);
    assertThat(monitor.sample().done()).isEqualTo(2_500);
    assertThat(monitor.sample().task()).isEqualTo("Reading clipboard");
    monitor.cancel();
    MappingReader reader = reader("SKU\n" + "x\n".repeat(2_500), EmptyCells.LEAVE);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> reader.readAll(monitor));
  }

  private static List<RowValues> values(String text, EmptyCells emptyCells) {
    return read(text, emptyCells).stream().map(RowMapping::values).toList();
  }

  private static List<RowMapping> read(String text, EmptyCells emptyCells) {
    return reader(text, emptyCells).readAll(WorkMonitor.NONE);
  }

  private static MappingReader reader(String text, EmptyCells emptyCells) {
    return reader(text, emptyCells, CellFormat.PLAIN);
  }

  private static MappingReader reader(String text, EmptyCells emptyCells, CellFormat format) {
    TabularSource source =
        ClipboardSource.withHeader(new PastedBlock(ClipboardText.parse(text), false));
    return reader(source, emptyCells, format);
  }

  private static MappingReader reader(TabularSource source) {
    return reader(source, EmptyCells.LEAVE, CellFormat.PLAIN);
  }

  private static MappingReader reader(
      TabularSource source, EmptyCells emptyCells, CellFormat format) {
    ColumnMapping mapping =
        ColumnMapping.byHeader(source.header(), SCHEMA, SCHEMA.match(), List.of(), Map.of());
    return new MappingReader(source, mapping, format, emptyCells, Map.of());
  }
}
