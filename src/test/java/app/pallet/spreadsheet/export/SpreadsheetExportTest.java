package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.mapping.MappingReader;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpreadsheetExportTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Column SKU = SCHEMA.require("sku");
  private static final Column NAME = SCHEMA.require("name");
  private static final Column PRICE = SCHEMA.require("price");

  @TempDir private Path folder;

  @Test
  void writesHeadingsAndRows() throws IOException {
    Path file = folder.resolve("shop.csv");
    RowValues row =
        RowValues.of(PRICE, new BigDecimal("1234.5000")).with(SKU, "000001").with(NAME, "5\", ü");
    long written =
        SpreadsheetExport.write(
            OutputFile.at(file),
            PlainCsv.of(List.of(SKU, NAME, PRICE)),
            out -> out.accept(row),
            1,
            WorkMonitor.NONE);
    assertThat(written).isEqualTo(1);
    assertThat(file).hasContent("sku,name,price\r\n000001,\"5\"\", ü\",1234.50\r\n");
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() {
    Path file = folder.resolve("shop.csv");
    List<RowValues> rows =
        List.of(
            RowValues.of(SKU, "007")
                .with(NAME, " =1+1 \"x\"\r\nnext\tline ")
                .with(PRICE, new BigDecimal("0.1234"))
                .with(SCHEMA.require("active"), false)
                .with(SCHEMA.require("available_from"), LocalDate.of(2026, 3, 4)),
            RowValues.of(SKU, "4006381333931")
                .with(NAME, "名前")
                .with(PRICE, new BigDecimal("5.0000")));
    SpreadsheetExport.write(
        OutputFile.at(file), PlainCsv.of(SCHEMA.columns()), rows::forEach, 2, WorkMonitor.NONE);
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      ColumnMapping mapping =
          ColumnMapping.byHeader(source.header(), SCHEMA, SCHEMA.match(), List.of(), Map.of());
      assertThat(mapping.columns()).isEqualTo(SCHEMA.dataColumns());
      assertThat(
              new MappingReader(source, mapping, CellFormat.PLAIN, EmptyCells.LEAVE, Map.of())
                  .readAll(WorkMonitor.NONE))
          .extracting(RowMapping::values)
          .isEqualTo(rows);
    }
  }

  @Test
  void aFilesNameTellsItsKind() {
    assertThat(ExportFormat.of(Path.of("a.xlsx", "shop.csv"))).isEqualTo(ExportFormat.CSV);
    assertThat(ExportFormat.of(Path.of("shop.XLSX"))).isEqualTo(ExportFormat.XLSX);
    assertThat(ExportFormat.XLSX.ending()).isEqualTo(".xlsx");
  }

  @Test
  void replacesTheFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.csv"), "old");
    SpreadsheetExport.write(
        OutputFile.at(file), PlainCsv.of(List.of(SKU)), rows("new"), 1, WorkMonitor.NONE);
    assertThat(file).hasContent("sku\r\nnew\r\n");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aCancelLeavesTheFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.csv"), "old");
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();
    Consumer<Consumer<RowValues>> many =
        out -> rows("x").accept(row -> Stream.generate(() -> row).limit(5_000).forEach(out));
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() ->
            SpreadsheetExport.write(
                OutputFile.at(file), PlainCsv.of(List.of(SKU)), many, 5_000, monitor));
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFailingFeedLeavesNoFile() {
    Path file = folder.resolve("shop.csv");
    Consumer<Consumer<RowValues>> failing =
        out -> {
          throw new IllegalStateException("database");
        };
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            SpreadsheetExport.write(
                OutputFile.at(file), PlainCsv.of(List.of(SKU)), failing, 1, WorkMonitor.NONE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("missing").resolve("shop.csv");
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() ->
            SpreadsheetExport.write(
                OutputFile.at(file), PlainCsv.of(List.of(SKU)), rows("x"), 1, WorkMonitor.NONE))
        .withMessageStartingWith(file + ": can't be written");
  }

  @Test
  void reportsItsProgress() {
    SampledMonitor monitor = new SampledMonitor();
    Consumer<Consumer<RowValues>> many =
        out -> rows("x").accept(row -> Stream.generate(() -> row).limit(2_500).forEach(out));
    SpreadsheetExport.write(
        OutputFile.at(folder.resolve("shop.csv")), PlainCsv.of(List.of(SKU)), many, 2_500, monitor);
    assertThat(monitor.sample().done()).isEqualTo(2_500);
    assertThat(monitor.sample().fraction()).isEqualTo(1);
  }

  private static Consumer<Consumer<RowValues>> rows(String... skus) {
    return out -> Stream.of(skus).map(sku -> RowValues.of(SKU, sku)).forEach(out);
  }
}
