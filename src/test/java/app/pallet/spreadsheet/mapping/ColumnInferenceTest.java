package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.change.RowMapping;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.spreadsheet.source.TextSource;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnInferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12, -3, 0          | WHOLE_NUMBER
          12, , 5            | WHOLE_NUMBER
          00012, 5           | TEXT
          +5, 6              | TEXT
          -0, 6              | TEXT
          12345678901        | WHOLE_NUMBER
          123456789012       | TEXT
          1.5, 2             | DECIMAL
          .5, 0.25           | TEXT
          1.50, -2.00        | TEXT
          -0.00, 1.5         | TEXT
          5., 1.5            | TEXT
          01.5               | TEXT
          1.234, 5.678       | TEXT
          1.234, 0.5         | DECIMAL
          12345.678          | DECIMAL
          1.5, n/a           | TEXT
          1234567890123.45678| DECIMAL
          12345678901234.56789 | TEXT
          12 €, 5            | TEXT
          2026-12-31, 2024-02-29 | DATE
          2026-02-29         | TEXT
          2026-13-01         | TEXT
          2026-12-01, 2026-01-31 | DATE
          2026-00-10         | TEXT
          2026-01-00         | TEXT
          x026-01-10         | TEXT
          20:6-01-10         | TEXT
          -                  | TEXT
          -, 5               | TEXT
          123.456            | TEXT
          1234.567           | DECIMAL
          2026-12-31 00:00   | TEXT
          31.12.2026         | TEXT
          yes, no            | YES_NO
          yes, No            | TEXT
          TRUE, FALSE        | TEXT
          ''                 | TEXT
          """)
  void aColumnIsOfTheNarrowestTypeThatGivesEveryCellBack(String cells, ColumnType expected) {
    assertThat(infer(cells.split(", ?", -1)).column().type()).isEqualTo(expected);
  }

  @Test
  void whiteSpaceIsKeptInTexts() {
    assertThat(infer("12", " 13").column().type()).isEqualTo(ColumnType.TEXT);
    assertThat(infer("12", "  ").column().type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void aDecimalCommaIsAColumnsOwn() {
    InferredColumn comma = infer("18,5", "9");
    assertThat(comma.column().type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(comma.format().numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(infer("18,5", "9.5").column().type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void thousandsSeparatorsAreKeptInTexts() {
    assertThat(infer("1,234.50", "2.5").column().type()).isEqualTo(ColumnType.TEXT);
    assertThat(infer("1,234", "5,678").column().type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void aNumberOfAWorkbookNeedsNoProof() {
    ColumnInference inference = new ColumnInference(List.of("Weight"), false);
    BitSet numbers = new BitSet();
    numbers.set(0);
    inference.accept(new TextRow(2, List.of("1.234"), numbers));
    assertThat(inference.columns().getFirst().column().type()).isEqualTo(ColumnType.DECIMAL);
  }

  @Test
  void amountsOfTwoDigitsEachAreAmountsUnderAPrice() {
    assertThat(under("Price", "2.55", "3.99").type()).isEqualTo(ColumnType.MONEY);
    Column price = under("Price", "1.2345", "2.50");
    assertThat(price.type()).isEqualTo(ColumnType.MONEY);
    assertThat(price.rules().scale()).isEqualTo(4);
  }

  @Test
  void decimalsHaveRoomForMoreDigitsAsFarAsTheWholePartLeavesIt() {
    assertThat(under("Weight", "1.5").rules().scale()).isEqualTo(4);
    assertThat(under("Weight", "123456789012345.5").rules().scale()).isEqualTo(3);
    assertThat(under("Weight", "1.123456").rules().scale()).isEqualTo(6);
  }

  /** A row of a workbook, of which the cells at some places are held as numbers. */
  private static TextRow typedRow(List<String> cells, Map<Integer, CellNote> notes, int... places) {
    BitSet numbers = new BitSet();
    Arrays.stream(places).forEach(numbers::set);
    return new TextRow(2, cells, numbers, notes);
  }

  private static List<ColumnType> types(ColumnInference inference) {
    return inference.columns().stream().map(inferred -> inferred.column().type()).toList();
  }

  @Test
  void inAWorkbookOnlyWhatIsHeldAsANumberIsOne() {
    ColumnInference inference = new ColumnInference(List.of("a", "b", "c", "d"), true);
    inference.accept(typedRow(List.of("12", "12", "x", "12"), Map.of(), 0, 3));
    inference.accept(typedRow(List.of("13", "", "", "90.750"), Map.of(), 0));
    inference.accept(typedRow(List.of("14", "", "", "13"), Map.of(), 0, 3));
    assertThat(types(inference))
        .containsExactly(
            ColumnType.WHOLE_NUMBER, ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT);
    assertThat(inference.columns())
        .extracting(InferredColumn::complete)
        .containsExactly(true, false, false, true);
  }

  @Test
  void aNumberThatAWorkbookShowsAsANameIsAText() {
    ColumnInference inference = new ColumnInference(List.of("a", "b", "c"), true);
    inference.accept(
        typedRow(
            List.of("123", "5", "#REF!"),
            Map.of(
                0, new CellNote.Shown("A-00123", true),
                1, new CellNote.Shown("5 kg", false),
                2, new CellNote.NoValue("Is an error", "a value")),
            0,
            1));
    inference.accept(typedRow(List.of("124", "6", "7"), Map.of(), 0, 1, 2));
    assertThat(types(inference))
        .containsExactly(ColumnType.TEXT, ColumnType.WHOLE_NUMBER, ColumnType.WHOLE_NUMBER);
    assertThat(inference.columns().get(2).complete()).as("an error is no value").isFalse();
  }

  @Test
  void aColumnThatIsAddedToACatalogueIsOfTheNarrowestTypeToo() {
    List<TextRow> rows =
        List.of(
            new TextRow(2, List.of("A", "1.5", "x")),
            new TextRow(3, List.of("B", " ", "1.5")),
            new TextRow(4, List.of("C")),
            new TextRow(5, List.of("D", "20.25")));
    Column weight = ColumnInference.newColumn("Weight", rows, 1, false, Set.of("weight"));
    assertThat(weight.type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(weight.label()).isEqualTo("Weight");
    assertThat(weight.name()).isNotEqualTo("weight");
    assertThat(ColumnInference.newColumn("Weight", rows, 1, true, Set.of()).type())
        .as("texts of a workbook")
        .isEqualTo(ColumnType.TEXT);
    assertThat(ColumnInference.newColumn("Weight", rows, 7, false, Set.of()).type())
        .as("nothing")
        .isEqualTo(ColumnType.TEXT);
  }

  @Test
  void asManyColumnsAsATableCanHaveAreTaken() {
    int most = ColumnInference.MOST_COLUMNS - 2; // besides the id and the version
    assertThat(new ColumnInference(Collections.nCopies(most, "x"), false).columns()).hasSize(most);
    List<String> more = Collections.nCopies(most + 1, "x");
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> new ColumnInference(more, false))
        .withMessage("The file has 1,999 columns; a catalogue can have 1,998 at most");
  }

  @Test
  void numbersUnderAPriceAreAmountsUnlessThatShowsOtherDigits() {
    assertThat(under("special_price", "52.000000", "9.5").type()).isEqualTo(ColumnType.MONEY);
    assertThat(under("Preis netto", "18,00").type()).isEqualTo(ColumnType.MONEY);
    assertThat(under("Prix", "1.23456").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(under("Price", "18", "9.5").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(under("Price", "18").rules().scale()).isEqualTo(4);
    assertThat(under("Price", ".5", "9.5").type())
        .as("0.5 is other, too")
        .isEqualTo(ColumnType.MONEY);
    assertThat(under("Quantity", "18.00").type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void namesAreTheHeadingsAndDifferent() {
    ColumnInference inference =
        new ColumnInference(
            List.of(" Price ", "price", "", "pallet_id", "Price (2)", "PRICE"), false);
    assertThat(inference.columns())
        .extracting(inferred -> inferred.column().name())
        .containsExactly(
            "Price", "price (2)", "Column C", "pallet_id", "Price (2) (2)", "PRICE (3)");
    assertThat(inference.columns())
        .extracting(inferred -> inferred.column().label())
        .containsExactly(" Price ", "price", "Column C", "pallet_id", "Price (2)", "PRICE");
    assertThat(inference.schema(Optional.empty()).id().name()).isEqualTo("pallet_id (2)");
  }

  @Test
  void theTableHasPalletsOwnColumnsToo() {
    TableSchema schema = inference("Name,SKU", "a,1", "b,2").schema(Optional.empty());
    assertThat(schema.table()).isEqualTo("product");
    assertThat(schema.columns())
        .extracting(Column::name)
        .containsExactly("pallet_id", "Name", "SKU", "pallet_version");
    assertThat(schema.of(ColumnRole.VERSION)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Name,EAN,SKU | a,1,x; b,2,y | SKU
          Name,EAN,SKU | a,1,x; b,2,x | EAN
          Name,EAN,SKU | a,1,x; b,1,x | SKU
          Name,EAN     | a,1; b,1     | EAN
          Name,Number  | a,1; a,2     | Number
          Name,Number  | a,1; a,1     | Name
          """)
  void theLikeliestKeyIsChosen(String header, String rows, String expected) {
    assertThat(inference(header, rows.split("; ")).schema(Optional.empty()).matchColumn())
        .isEqualTo(expected);
  }

  @Test
  void theKeyIsRequiredAndUniqueWhereTheFileKeepsToIt() {
    ColumnInference inference = inference("a,b,c", "1,x,", "2,x,y");
    assertThat(inference.schema(Optional.of("a")).match().rules().unique()).isTrue();
    assertThat(inference.schema(Optional.of("a")).match().rules().required()).isTrue();
    assertThat(inference.schema(Optional.of(" B")).match().rules().unique()).isFalse();
    assertThat(inference.schema(Optional.of("b")).match().rules().required()).isTrue();
    assertThat(inference.schema(Optional.of("c")).match().rules().required()).isFalse();
  }

  @Test
  void aKeyThatUniquenessWouldChangeIsNotUnique() {
    assertThat(infer("a ", "b").unique()).isFalse();
    assertThat(infer("e\u0301", "b").unique()).isFalse();
    assertThat(infer("1.50", "1.5").unique()).isTrue();
    assertThat(infer("a", "b").unique()).isTrue();
  }

  @Test
  void aKeyThatIsNotThereIsAnError() {
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> inference("a,b", "1,2").schema(Optional.of("sku")))
        .withMessage("The file has no column 'sku'. It has: 'a', 'b'");
  }

  @Test
  void aFileWithMoreColumnsThanATableCanHaveIsRefused() {
    List<String> header = Collections.nCopies(20_000, "x");
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> new ColumnInference(header, false))
        .withMessage("The file has 20,000 columns; a catalogue can have 1,998 at most");
  }

  @Test
  void ofManyUniqueColumnsTheLikelyKeysStayKnown() {
    ColumnInference inference = new ColumnInference(List.of("a", "b", "c", "EAN"), false);
    for (int i = 0; i < 1_000_000; i++) {
      String text = Integer.toString(i);
      inference.accept(new TextRow(i + 2, List.of(text, text, text, text)));
    }
    assertThat(inference.columns())
        .extracting(InferredColumn::unique)
        .containsExactly(true, false, false, true);
  }

  @Test
  void aColumnThatIsAddedToACatalogueGetsANameOfItsOwn() {
    Column column =
        ColumnInference.newColumn(
            "Colour", List.of(new TextRow(2, List.of("red"))), 0, false, Set.of("sku", "colour"));
    assertThat(column.name()).isEqualTo("Colour (2)");
    assertThat(column.label()).isEqualTo("Colour");
    assertThat(column.type()).isEqualTo(ColumnType.TEXT);
  }

  @Property
  void everyTextComesBack(@ForAll("columns") List<String> cells) {
    InferredColumn inferred = infer(cells.toArray(String[]::new));
    Column column = inferred.column();
    TextSource source = TextSource.of(List.of("x"), cells.stream().map(List::of).toList());
    List<RowMapping> rows =
        new MappingReader(
                source,
                ColumnMapping.byPosition(List.of(column)),
                CellFormat.PLAIN,
                EmptyCells.CLEAR,
                Map.of(0, inferred.format()))
            .readAll(WorkMonitor.NONE);
    List<String> read = cells.stream().filter(cell -> !cell.isBlank()).toList();
    assertThat(rows).hasSameSizeAs(read).allMatch(row -> row.problems().isEmpty());
    for (int i = 0; i < read.size(); i++) {
      String back =
          CellText.plain(column, rows.get(i).values().get(column), inferred.format().numbers());
      if (column.type().isNumeric()) {
        assertThat(number(back)).isEqualByComparingTo(number(read.get(i)));
      } else {
        assertThat(back).isEqualTo(read.get(i));
      }
    }
  }

  @Provide
  Arbitrary<List<String>> columns() {
    Arbitrary<String> numbers =
        Arbitraries.strings().withChars("0123456789.,-").ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> decimals =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-99999"), new BigDecimal("99999"))
            .ofScale(3)
            .map(BigDecimal::toPlainString);
    Arbitrary<String> commas = decimals.map(text -> text.replace('.', ','));
    Arbitrary<String> words =
        Arbitraries.of("yes", "no", "2026-12-31", "0012", " x ", "Ä", "e\u0301");
    return Arbitraries.oneOf(
        Arbitraries.strings().excludeChars('\0', '\uffff', '=', '\'').list().ofMaxSize(5),
        numbers.list().ofMaxSize(3),
        decimals.list().ofMaxSize(5),
        commas.list().ofMaxSize(5),
        words.list().ofMaxSize(3),
        Arbitraries.oneOf(numbers, decimals, words).list().ofMaxSize(4));
  }

  @Property
  void equalTextsAreFoundWhateverTheirNumber(@ForAll List<String> texts) {
    HashedTexts hashed = new HashedTexts();
    Map<String, Integer> seen = new HashMap<>();
    for (String text : texts) {
      assertThat(hashed.add(text)).isEqualTo(seen.put(text, 1) == null);
    }
    assertThat(IntStream.range(0, 1_000).filter(i -> hashed.add("text " + i)).count())
        .isEqualTo(1_000);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  private static InferredColumn infer(String... cells) {
    return inferUnder("x", cells);
  }

  private static Column under(String heading, String... cells) {
    return inferUnder(heading, cells).column();
  }

  private static InferredColumn inferUnder(String heading, String... cells) {
    ColumnInference inference = new ColumnInference(List.of(heading, "filler"), false);
    Arrays.stream(cells).forEach(cell -> inference.accept(new TextRow(2, List.of(cell, "."))));
    return inference.columns().getFirst();
  }

  private static ColumnInference inference(String header, String... rows) {
    ColumnInference inference = new ColumnInference(List.of(header.split(",", -1)), false);
    for (String row : rows) {
      inference.accept(new TextRow(2, List.of(row.strip().split(",", -1))));
    }
    return inference;
  }
}
