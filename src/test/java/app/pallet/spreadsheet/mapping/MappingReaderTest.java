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
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.csv.CsvSource;
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
    assertThat(reader.format(PRICE).numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(reader.format(SCHEMA.require("cost")).numbers()).isEqualTo(NumberStyle.POINT);
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
        ClipboardSource.withoutHeader(new PastedBlock(ClipboardText.parse("a\n\nb\n"), false));
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
            List.of(ColumnOverride.parse("Column 4=description")));
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
    try (TabularSource source = CsvSource.open(file)) {
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
        .containsExactly("Contains bytes that are no text in the file's encoding");
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
        ColumnMapping.byHeader(source.header(), SCHEMA, SCHEMA.match(), List.of());
    return new MappingReader(source, mapping, format, emptyCells, Map.of());
  }
}
