package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.spreadsheet.source.TextSource;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How a reader of mappings finds out how each column is written, and what it does where it can't.
 */
final class ColumnReadingsTest {

  private static final Column DAY = Column.builder("day", ColumnType.DATE).build();
  private static final Column WEIGHT = Column.builder("weight", ColumnType.DECIMAL).build();
  private static final Column PRICE = Column.builder("price", ColumnType.MONEY).build();
  private static final Column COUNT = Column.builder("count", ColumnType.WHOLE_NUMBER).build();
  private static final Column NOTE = Column.builder("note", ColumnType.TEXT).build();

  @Test
  void ambiguousDatesOfAFileAreProblemsAndNotGuesses() {
    MappingReader reader = reader(DAY, Map.of(), "03/04/2026", "2026-12-31");
    assertThat(reader.reading(0).doubt()).isEqualTo(Doubt.DATE_ORDER);
    List<RowMapping> rows = reader.readAll(WorkMonitor.NONE);
    assertThat(rows.getFirst().problems())
        .extracting(RowProblem::message)
        .containsExactly("Could be day or month first");
    assertThat(rows.getLast().values().get(DAY)).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void theUsersWordSettlesTheOrder() {
    CellFormat monthFirst = CellFormat.PLAIN.withDates(DateOrder.MONTH_FIRST);
    MappingReader reader = reader(DAY, Map.of(0, monthFirst), "03/04/2026");
    assertThat(reader.reading(0)).isEqualTo(ColumnReading.sure(monthFirst));
    assertThat(value(reader, DAY)).isEqualTo(LocalDate.of(2026, 3, 4));
  }

  @Test
  void datesThatProveOppositeOrdersMakeTheAmbiguousOnesProblems() {
    assertThat(
            reader(DAY, Map.of(), "31/12/2026", "12/31/2026", "1/2/2026").readAll(WorkMonitor.NONE))
        .flatExtracting(RowMapping::problems)
        .extracting(RowProblem::value, RowProblem::message)
        .containsExactly(tuple("1/2/2026", "Could be day or month first"));
  }

  @Test
  void theReadingOfTheFirstThousandRowsStays() {
    List<String> texts = new ArrayList<>(Collections.nCopies(1_000, "31/12/2026"));
    texts.addAll(List.of("12/31/2026", "01/02/2026"));
    List<RowMapping> rows =
        reader(DAY, Map.of(), texts.toArray(String[]::new)).readAll(WorkMonitor.NONE);
    assertThat(rows.getLast().values().get(DAY)).isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void theUsersWordSettlesTheDecimalSign() {
    CellFormat comma = CellFormat.PLAIN.withNumbers(NumberStyle.COMMA);
    assertThat(value(reader(PRICE, Map.of(0, comma), "1,234"), PRICE))
        .isEqualTo(new BigDecimal("1.2340"));
    assertThat(reader(PRICE, Map.of(), "1,234").reading(0).doubt()).isEqualTo(Doubt.DECIMAL_SIGN);
  }

  @Test
  void aNumberOfAWorkbookHasAPointWhateverTheColumnsTextsHave() {
    MappingReader reader =
        reader(PRICE, Map.of(), row("12,50", false), row("1.234", true), row("1.234", false));
    assertThat(reader.reading(0).format().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(reader.readAll(WorkMonitor.NONE))
        .extracting(row -> row.values().get(PRICE))
        .containsExactly(
            new BigDecimal("12.5000"), new BigDecimal("1.2340"), new BigDecimal("1234.0000"));
  }

  @Test
  void onlyANumberOfAWorkbookIsASerialNumberOfADay() {
    List<RowMapping> rows =
        reader(DAY, Map.of(), row("25569", true), row("25569", false)).readAll(WorkMonitor.NONE);
    assertThat(rows.getFirst().values().get(DAY)).isEqualTo(LocalDate.EPOCH);
    assertThat(rows.getLast().problems())
        .extracting(RowProblem::message)
        .containsExactly("Is not a date");
  }

  @Test
  void aNumberOfAWorkbookKeepsItsTextInATextColumn() {
    assertThat(value(reader(NOTE, Map.of(), row("18.50", true)), NOTE)).isEqualTo("18.50");
  }

  @Test
  void textsInFormulasAreReadAsWhatTheyAre() {
    assertThat(value(reader(NOTE, Map.of(), "=\"00123\""), NOTE)).isEqualTo("00123");
    assertThat(value(reader(COUNT, Map.of(), "=\"12\""), COUNT)).isEqualTo(12L);
    assertThat(value(reader(NOTE, Map.of(), "=1+1"), NOTE)).isEqualTo("=1+1");
    assertThat(value(reader(NOTE, Map.of(), "'=1+1"), NOTE)).isEqualTo("=1+1");
  }

  @Test
  void aFormulaIsNeverComputed() {
    RowMapping row = reader(COUNT, Map.of(), "=1+1").next();
    assertThat(row.problems()).extracting(RowProblem::value).containsExactly("=1+1");
  }

  @Test
  void aPercentageIsAShareOfANumberAndNoAmount() {
    assertThat(value(reader(WEIGHT, Map.of(), "12%"), WEIGHT)).isEqualTo(new BigDecimal("0.1200"));
    assertThat(value(reader(WEIGHT, Map.of(), "12,5\u00a0%"), WEIGHT))
        .isEqualTo(new BigDecimal("0.1250"));
    for (Column column : List.of(PRICE, COUNT)) {
      assertThat(reader(column, Map.of(), "12%").next().problems())
          .extracting(RowProblem::message)
          .containsExactly("Is a percentage");
    }
  }

  @Test
  void amountsAreReadAsAccountantsWriteThem() {
    assertThat(
            reader(PRICE, Map.of(), "1,234.50 €", "(12.50)", "1\u00a0234.50", "1\u202f234.50")
                .readAll(WorkMonitor.NONE))
        .extracting(row -> row.values().get(PRICE))
        .containsExactly(
            new BigDecimal("1234.5000"),
            new BigDecimal("-12.5000"),
            new BigDecimal("1234.5000"),
            new BigDecimal("1234.5000"));
  }

  private static TextRow row(String cell, boolean number) {
    BitSet numbers = new BitSet();
    numbers.set(0, number);
    return new TextRow(2, List.of(cell), numbers);
  }

  private static MappingReader reader(
      Column column, Map<Integer, CellFormat> overrides, String... cells) {
    return reader(
        column,
        overrides,
        List.of(cells).stream().map(cell -> row(cell, false)).toArray(TextRow[]::new));
  }

  private static MappingReader reader(
      Column column, Map<Integer, CellFormat> overrides, TextRow... rows) {
    TextSource source = new TextSource(List.of(column.label()), List.of(rows).iterator());
    return new MappingReader(
        source,
        ColumnMapping.byPosition(List.of(column)),
        CellFormat.PLAIN,
        EmptyCells.LEAVE,
        overrides);
  }

  private static @Nullable Object value(MappingReader reader, Column column) {
    return reader.next().values().get(column);
  }
}
