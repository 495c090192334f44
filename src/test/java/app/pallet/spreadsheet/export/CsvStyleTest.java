package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files in every style, read back. */
final class CsvStyleTest {

  private static final Column NAME = Column.builder("name", ColumnType.TEXT).build();
  private static final Column PRICE = Column.builder("price", ColumnType.MONEY).build();
  private static final Column NOTE = Column.builder("note", ColumnType.TEXT).build();

  @TempDir private Path folder;

  private Path write(ExportOptions options, RowValues... rows) {
    Path file = folder.resolve("shop.csv");
    SpreadsheetExport.write(
        OutputFile.at(file), options, List.of(rows)::forEach, rows.length, WorkMonitor.NONE);
    return file;
  }

  private static ExportOptions options(CsvStyle style) {
    return PlainCsv.of(style, FormulaTexts.GUARD, List.of(NAME, PRICE, NOTE));
  }

  private static CsvStyle encoded(CsvEncoding encoding) {
    return new CsvStyle(',', encoding, NumberStyle.POINT);
  }

  private static RowValues row(String name, String price, String note) {
    return RowValues.of(NAME, name).with(PRICE, new BigDecimal(price)).with(NOTE, note);
  }

  private static List<List<String>> read(Path file) {
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      List<List<String>> rows = new ArrayList<>();
      source.forEachRemaining(row -> rows.add(row.cells()));
      return rows;
    }
  }

  @ParameterizedTest
  @EnumSource(CsvEncoding.class)
  void everyEncodingIsReadBack(CsvEncoding encoding) {
    Path file =
        write(
            options(encoded(encoding)),
            row("Müller, \"groß\"", "4.50", "5 €\nzwei"),
            row("Tasse", "1234.5", "ö"));
    assertThat(read(file))
        .containsExactly(
            List.of("Müller, \"groß\"", "4.50", "5 €\nzwei"), List.of("Tasse", "1234.50", "ö"));
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void everySeparatorIsReadBack(char separator) {
    CsvStyle style = new CsvStyle(separator, CsvEncoding.UTF_8, NumberStyle.COMMA);
    Path file = write(options(style), row("a,b;c\td|e", "4.5", "x"), row("y", "12", "z"));
    assertThat(read(file))
        .containsExactly(List.of("a,b;c\td|e", "4,50", "x"), List.of("y", "12,00", "z"));
  }

  @Test
  void theMarkForExcelIsWrittenOnlyWhereItIsWanted() throws IOException {
    assertThat(Files.readAllBytes(write(options(CsvStyle.DEFAULT)))).startsWith("name".getBytes());
    assertThat(Files.readAllBytes(write(options(encoded(CsvEncoding.UTF_8_BOM)))))
        .startsWith(0xEF, 0xBB, 0xBF, 'n');
    assertThat(Files.readAllBytes(write(options(encoded(CsvEncoding.UTF_16)))))
        .startsWith(0xFF, 0xFE, 'n', 0);
  }

  @Test
  void aCharacterTheEncodingLacksIsNamedAndNeverReplaced() {
    ExportOptions latin = options(encoded(CsvEncoding.WINDOWS_1252));
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> write(latin, row("Mug", "1", "x"), row("名前", "1", "x")))
        .withMessageContaining("row 2, column name: \"名前\"")
        .withMessageContaining("Windows-1252");
    String longest = "名".repeat(40);
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> write(latin, row(longest, "1", "x")))
        .withMessageContaining("\"" + longest + "\" has");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void halfACharacterIsNoTextInAnyEncoding() {
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> write(options(CsvStyle.DEFAULT), row("\uD83D", "1", "x")))
        .withMessageContaining("half a character");
  }

  @Test
  void onlyTextsAreGuardedAndOnlyIfWanted() throws IOException {
    RowValues row = row("=1+1", "-4.50", "'@x");
    assertThat(write(options(CsvStyle.DEFAULT), row))
        .hasContent("name,price,note\r\n'=1+1,-4.50,''@x\r\n");
    assertThat(
            write(
                PlainCsv.of(CsvStyle.DEFAULT, FormulaTexts.KEEP, List.of(NAME, PRICE, NOTE)), row))
        .hasContent("name,price,note\r\n=1+1,-4.50,'@x\r\n");
  }

  @Test
  void aHeadingIsGuardedToo() {
    Column evil = Column.builder("=cmd", ColumnType.TEXT).build();
    assertThat(write(PlainCsv.of(List.of(evil)))).hasContent("'=cmd\r\n");
  }

  @Test
  void anEmptyCellOfTheOnlyColumnIsStillARow() throws IOException {
    Path file =
        write(PlainCsv.of(List.of(NAME)), RowValues.of(NAME, null), RowValues.of(NAME, "x"));
    assertThat(Files.readString(file, Charset.defaultCharset())).isEqualTo("name\r\n\"\"\r\nx\r\n");
  }

  @Test
  void nothingElseSeparatesCells() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvStyle('x', CsvEncoding.UTF_8, NumberStyle.POINT));
    assertThatIllegalArgumentException().isThrownBy(() -> PlainCsv.of(List.of()));
  }
}
