package app.pallet.operation.fill;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.operation.CellResult;
import app.pallet.operation.Cells;
import app.pallet.operation.Operation;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quantity       | 1                       | 2, 3, 4
          quantity       | 1, 3                    | 5, 7, 9
          quantity       | 10, 8, 6                | 4, 2, 0
          quantity       | 5, 9, 7                 | 5, 9, 7
          price          | 9.95, 19.95             | 29.95, 39.95, 49.95
          price          | 10, 9.5                 | 9.00, 8.50, 8.00
          name           | SKU-001                 | SKU-002, SKU-003, SKU-004
          name           | SKU-008, SKU-010        | SKU-012, SKU-014, SKU-016
          name           | SKU-998                 | SKU-999, SKU-1000, SKU-1001
          name           | A9                      | A10, A11, A12
          name           | 2 l                     | 3 l, 4 l, 5 l
          name           | B-2, B-1                | B-0, =, =
          name           | A-1, B-2                | A-1, B-2, A-1
          name           | Lighting                | Lighting, Lighting, Lighting
          name           | Fri                     | Sat, Sun, Mon
          name           | Monday, Wednesday       | Friday, Sunday, Tuesday
          name           | nov                     | dec, jan, feb
          name           | MÄRZ                    | APRIL, MAI, JUNI
          name           | May                     | June, July, August
          name           | January, March          | May, July, September
          available_from | 2026-02-27              | 2026-02-28, 2026-03-01, 2026-03-02
          available_from | 2026-01-05, 2026-01-12  | 2026-01-19, 2026-01-26, 2026-02-02
          available_from | 2026-01-15, 2026-02-15  | 2026-03-15, 2026-04-15, 2026-05-15
          available_from | 2026-01-31, 2026-02-28  | 2026-03-31, 2026-04-30, 2026-05-31
          available_from | 2026-01-31, 2026-03-31  | 2026-05-31, 2026-07-31, 2026-09-30
          available_from | 2024-02-29, 2025-02-28  | 2026-02-28, 2027-02-28, 2028-02-29
          available_from | 2026-12-01, 2026-11-01  | 2026-10-01, 2026-09-01, 2026-08-01
          tax_class      | reduced                 | reduced, reduced, reduced
          active         | yes, no                 | yes, no, yes
          """)
  void cellsAreCountedOnByTheRuleThatTheyShow(String name, String there, String wanted) {
    assertThat(next(name, there, true)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quantity | 1, 2      | 1, 2, 1
          name     | SKU-001   | SKU-001, SKU-001, SKU-001
          quantity | a dozen   | !a dozen, !a dozen, !a dozen
          """)
  void repeatedCellsShowNoRule(String name, String there, String wanted) {
    assertThat(next(name, there, false)).isEqualTo(wanted);
  }

  @Test
  void aNumberInATextMayGrowBeyond64Bits() {
    List<Object> there = List.of("A-000000000000000001", "A-999999999999999999");
    assertThat(SeriesRule.of(there).orElseThrow().at(12)).isEqualTo("A-12999999999999999975");
  }

  @Test
  void whatTheColumnCanNotTakeBecomesAProblem() {
    assertThat(next("price", "1, 0", true)).isEqualTo("!-1, !-2, !-3");
  }

  @Test
  void aRowGoesOnInFurtherColumns() {
    List<Column> columns = columns("price", "compare_at_price", "cost");
    Cells row = Cells.of("price", "10");

    assertThat(after(new FillColumns(columns, 1, false, CellFormat.PLAIN), row, columns))
        .containsExactly("=", "10.00", "10.00");
    assertThat(after(new FillColumns(columns, 0, true, CellFormat.PLAIN), row, columns))
        .containsExactly("=", "11.00", "12.00");
  }

  @Test
  void theFilledCellsAtTheBeginningOfARowAreCountedOn() {
    List<Column> columns = columns("price", "compare_at_price", "cost");
    Cells row = Cells.of("price", "10", "compare_at_price", "15");

    assertThat(after(new FillColumns(columns, 0, true, CellFormat.PLAIN), row, columns))
        .containsExactly("=", "=", "20.00");
  }

  @Test
  void aValueGoesIntoAnotherTypeAsItsText() {
    List<Column> columns = columns("quantity", "name", "active");
    Cells row = Cells.of("quantity", "12");

    assertThat(after(new FillColumns(columns, 1, false, CellFormat.PLAIN), row, columns))
        .containsExactly("=", "12", "!12");
  }

  @Test
  void eachColumnIsCountedOnFromItsOwnFilledCells() {
    List<Column> columns = columns("quantity", "name");
    Cells blank = Cells.of();
    List<Cells> rows =
        List.of(Cells.of("quantity", "5", "name", "N-1"), Cells.of("quantity", "10"), blank, blank);
    Operation run = FillRows.ofFilled(rows, columns, CellFormat.PLAIN).started();

    assertThat(rows.stream().map(row -> String.join(" ", after(run, row, columns))).toList())
        .containsExactly("= =", "= N-2", "15 N-3", "20 N-4");
  }

  @Test
  void ofCellsWithoutAnEmptyOneTheFirstIsCountedOn() {
    List<Column> columns = columns("quantity");
    List<Cells> rows =
        List.of(Cells.of("quantity", "1"), Cells.of("quantity", "57"), Cells.of("quantity", "3"));
    Operation run = FillRows.ofFilled(rows, columns, CellFormat.PLAIN).started();

    assertThat(rows.stream().map(row -> after(run, row, columns).getFirst()).toList())
        .containsExactly("=", "2", "3");
  }

  /** Whatever is there, the numbers that come lie on the line through those that are there. */
  @RepeatedTest(50)
  void numbersGoOnInTheirStep(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    BigDecimal start = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(3));
    BigDecimal step = BigDecimal.valueOf(random.nextInt(10_000) + 1L, random.nextInt(3));
    int there = random.nextInt(4) + 2;
    String seeds =
        IntStream.range(0, there)
            .mapToObj(i -> start.add(step.multiply(BigDecimal.valueOf(i))).toPlainString())
            .collect(Collectors.joining(", "));
    String wanted =
        IntStream.range(there, there + 3)
            .mapToObj(i -> start.add(step.multiply(BigDecimal.valueOf(i))))
            .map(number -> CellText.plain(Cells.PRODUCT.require("price"), number))
            .collect(Collectors.joining(", "));

    assertThat(next("price", seeds, true)).isEqualTo(wanted);
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(Cells.PRODUCT::require).toList();
  }

  private static String next(String name, String there, boolean counting) {
    Column column = Cells.PRODUCT.require(name);
    List<Cells> rows =
        Arrays.stream(there.split(", ", -1)).map(text -> Cells.of(name, text)).toList();
    Series series = Series.ofRows(rows, column, counting, CellFormat.PLAIN);
    return IntStream.rangeClosed(1, 3)
        .mapToObj(place -> text(series.at(column, place), column))
        .collect(Collectors.joining(", "));
  }

  private static List<String> after(Operation operation, Cells row, List<Column> columns) {
    return columns.stream().map(column -> text(operation.apply(row, column, row), column)).toList();
  }

  private static String text(CellResult result, Column column) {
    return switch (result) {
      case CellResult.Value(var value) -> CellText.plain(column, value);
      case CellResult.Untouched() -> "=";
      case CellResult.Rejected(String text, var why) -> "!" + text;
    };
  }
}
