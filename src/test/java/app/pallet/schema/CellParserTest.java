package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellParserTest {

  private static final Column NAME = column(ColumnType.TEXT).build();
  private static final Column SKU = column(ColumnType.TEXT).unique().required().build();
  private static final Column COUNT = column(ColumnType.WHOLE_NUMBER).build();
  private static final Column PRICE = column(ColumnType.MONEY).digits(15, 4).build();
  private static final Column TAX = column(ColumnType.CHOICE).choices("standard", "zero").build();
  private static final CellFormat COMMA = CellFormat.PLAIN.withNumbers(NumberStyle.COMMA);

  /** A value with the column it belongs to. */
  record Cell(Column column, Object value) {}

  @Property
  void readsBackWhatIsWrittenInTheSameStyle(@ForAll("cells") Cell cell, @ForAll NumberStyle style) {
    String text = CellText.plain(cell.column(), cell.value(), style);
    assertThat(CellParser.parse(cell.column(), text, CellFormat.PLAIN.withNumbers(style)))
        .isEqualTo(new CellReading.Value(cell.value()));
  }

  @Property
  void neverThrowsWhateverIsTyped(@ForAll String text, @ForAll ColumnType type) {
    assertThat(CellParser.parse(column(type).build(), text, COMMA)).isNotNull();
  }

  @Property
  void aValueHasTheClassOfItsColumn(@ForAll("typedTexts") String text, @ForAll ColumnType type) {
    Column column = column(type).build();
    if (CellParser.parse(column, text, COMMA) instanceof CellReading.Value(Object value)) {
      assertThat(value).isInstanceOf(type.valueClass());
    }
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void anEmptyCellIsNoValue(ColumnType type) {
    assertThat(value(column(type).build(), "")).isNull();
  }

  @Test
  void anEmptyCellOfARequiredColumnIsRefused() {
    assertThat(rejected(SKU, "").message()).isEqualTo("Must not be empty");
    assertThat(rejected(SKU, " \u00a0 ").message()).isEqualTo("Must not be empty");
  }

  @Test
  void aBlankKeyIsNoValueSoThatManyRowsMayHaveNone() {
    assertThat(value(column(ColumnType.TEXT).unique().build(), "  ")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" two  spaces ", "\u00a0", "line\nbreak\ttab", "007", "=A1", "é", "e\u0301"})
  void keepsATextCharacterByCharacter(String text) {
    assertThat(value(NAME, text)).isEqualTo(text);
  }

  @Test
  void givesKeysOneForm() {
    assertThat(value(SKU, "\u00a0cafe\u0301-1 ")).isEqualTo("caf\u00e9-1");
    assertThat(value(SKU, "000001")).isEqualTo("000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b"})
  void refusesNulInAText(String text) {
    assertThat(rejected(NAME, text).message()).isEqualTo("Contains a NUL character");
  }

  @Test
  void refusesATextThatIsTooLong() {
    Column column = column(ColumnType.TEXT).maxLength(3).build();
    assertThat(value(column, "abc")).isEqualTo("abc");
    assertThat(rejected(column, "abcde"))
        .isEqualTo(
            new CellReading.Rejected("Is 2 characters too long", "a text of up to 3 characters"));
  }

  @ParameterizedTest
  @CsvSource({
    "120,120",
    "'1,200',1200",
    "1200.00,1200",
    "-0,0",
    "999999999999999999,999999999999999999"
  })
  void readsAWholeNumber(String text, long expected) {
    assertThat(value(COUNT, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1.5,Has a fraction", "9223372036854775808,Is too large", "12%,Is a percentage"})
  void refusesWhatIsNoWholeNumber(String text, String message) {
    assertThat(rejected(COUNT, text).message()).isEqualTo(message);
  }

  @Test
  void givesAnAmountTheScaleOfItsColumn() {
    assertThat(value(PRICE, "1,234.5 €")).isEqualTo(new BigDecimal("1234.5000"));
    assertThat(read(PRICE, "1.299,00", COMMA))
        .isEqualTo(new CellReading.Value(new BigDecimal("1299.0000")));
  }

  @Test
  void refusesRatherThanRoundsAnAmount() {
    assertThat(rejected(PRICE, "0.00001"))
        .isEqualTo(
            new CellReading.Rejected(
                "Has too many decimals", "a number such as 12.50 with up to 4 decimals"));
    assertThat(value(PRICE, "0.10000000")).isEqualTo(new BigDecimal("0.1000"));
  }

  @Test
  void refusesAnAmountThatIsTooLargeForItsColumn() {
    assertThat(value(PRICE, "99999999999.9999")).isEqualTo(new BigDecimal("99999999999.9999"));
    assertThat(rejected(PRICE, "100000000000"))
        .isEqualTo(
            new CellReading.Rejected(
                "Is too large",
                "an amount with up to 11 digits before and 4 after the decimal sign"));
  }

  @Test
  void refusesANumberBelowTheMinimum() {
    Column column = column(ColumnType.WHOLE_NUMBER).minimum(0).build();
    assertThat(rejected(column, "-1"))
        .isEqualTo(new CellReading.Rejected("Is less than 0", "a whole number of at least 0"));
  }

  @ParameterizedTest
  @CsvSource({
    "yes,true",
    "TRUE,true",
    "wahr,true",
    "VRAI,true",
    "1,true",
    " no ,false",
    "faux,false"
  })
  void readsYesAndNoInThreeLanguages(String text, boolean expected) {
    assertThat(value(column(ColumnType.YES_NO).build(), text)).isEqualTo(expected);
  }

  @Test
  void refusesWhatIsNeitherYesNorNo() {
    assertThat(rejected(column(ColumnType.YES_NO).build(), "maybe").message())
        .isEqualTo("Is neither yes nor no");
  }

  @Test
  void readsAChoiceWhateverItsCaseAsTheColumnWritesIt() {
    assertThat(value(TAX, " STANDARD ")).isEqualTo("standard");
    assertThat(rejected(TAX, "Taxable Goods"))
        .isEqualTo(new CellReading.Rejected("Is not one of the choices", "one of standard, zero"));
  }

  @Test
  void readsADayAndAMoment() {
    assertThat(value(column(ColumnType.DATE).build(), " 31.12.2026 "))
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(value(column(ColumnType.TIMESTAMP).build(), "2026-11-22T14:02:00.123456Z"))
        .isEqualTo(Instant.parse("2026-11-22T14:02:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "+1000000000-12-31T23:59:59Z"})
  void refusesWhatIsNoMoment(String text) {
    assertThat(rejected(column(ColumnType.TIMESTAMP).build(), text).message())
        .isEqualTo("Is not a date and time");
  }

  @Provide
  Arbitrary<Cell> cells() {
    Column date = column(ColumnType.DATE).build();
    Column moment = column(ColumnType.TIMESTAMP).build();
    Column yesNo = column(ColumnType.YES_NO).build();
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMinLength(1).map(v -> new Cell(NAME, v.replace('\0', ' '))),
        Arbitraries.strings().alpha().numeric().ofMinLength(1).map(v -> new Cell(SKU, v)),
        Arbitraries.longs().between(-LARGEST, LARGEST).map(v -> new Cell(COUNT, v)),
        Arbitraries.longs().between(-LARGEST / 1000, LARGEST / 1000).map(v -> amount(PRICE, v)),
        Arbitraries.longs()
            .between(-LARGEST, LARGEST)
            .map(v -> amount(column(ColumnType.DECIMAL).digits(18, 6).build(), v)),
        Arbitraries.of(true, false).map(v -> new Cell(yesNo, v)),
        Arbitraries.of("standard", "zero").map(v -> new Cell(TAX, v)),
        Arbitraries.longs()
            .between(-719_528, 2_932_896) // the years 0 to 9999
            .map(v -> new Cell(date, LocalDate.ofEpochDay(v))),
        Arbitraries.longs()
            .between(-62_167_219_200_000L, 253_402_300_799_999L)
            .map(v -> new Cell(moment, Instant.ofEpochMilli(v))));
  }

  @Provide
  Arbitrary<String> typedTexts() {
    return Arbitraries.strings()
        .withChars("0123456789.,-+/:()€% ETZyesno")
        .ofMinLength(1)
        .filter(text -> !text.isBlank());
  }

  private static final long LARGEST = 999_999_999_999_999_999L;

  private static Cell amount(Column column, long unscaled) {
    return new Cell(column, BigDecimal.valueOf(unscaled, column.rules().scale()));
  }

  private static ColumnBuilder column(ColumnType type) {
    return Column.builder("cell", type).choices("a", "b");
  }

  private static CellReading read(Column column, String text, CellFormat format) {
    return CellParser.parse(column, text, format);
  }

  private static @Nullable Object value(Column column, String text) {
    CellReading reading = read(column, text, CellFormat.PLAIN);
    assertThat(reading).isInstanceOf(CellReading.Value.class);
    return ((CellReading.Value) reading).value();
  }

  private static CellReading.Rejected rejected(Column column, String text) {
    CellReading reading = read(column, text, CellFormat.PLAIN);
    assertThat(reading).isInstanceOf(CellReading.Rejected.class);
    return (CellReading.Rejected) reading;
  }
}
