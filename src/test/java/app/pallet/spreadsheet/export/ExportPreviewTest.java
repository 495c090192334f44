package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first rows of an export as they are shown before it, and lists that are no products. */
class ExportPreviewTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Column SKU = SCHEMA.require("sku");
  private static final Column NAME = SCHEMA.require("name");
  private static final ExportOptions CSV = PlainCsv.of(List.of(SKU, NAME));

  private static RowValues row(String sku, String name) {
    return RowValues.of(SKU, sku).with(NAME, name);
  }

  @Test
  void aTextFileIsShownAsItIsWritten() {
    List<RowValues> rows = List.of(row("A-1", "Mug, red"), row("A-2", "Cup"));
    assertThat(ExportPreview.of(CSV, rows))
        .isEqualTo(new ExportPreview("sku,name\nA-1,\"Mug, red\"\nA-2,Cup", ""));
  }

  @Test
  void aByteOrderMarkIsNotShown() {
    ExportOptions marked =
        PlainCsv.of(
            new CsvStyle(',', CsvEncoding.UTF_8_BOM, NumberStyle.POINT),
            FormulaTexts.GUARD,
            List.of(SKU, NAME));
    assertThat(ExportPreview.of(marked, List.of(row("A", "x"))).text()).isEqualTo("sku,name\nA,x");
  }

  @Test
  void aWorkbookIsShownInColumnsOfOneWidth() {
    ExportOptions workbook = CSV.withFormat(ExportFormat.XLSX);
    assertThat(
            ExportPreview.of(
                    workbook, List.of(row("A-10", "one\r\ntwo\tthree"), row("B", "y".repeat(25))))
                .text()
                .lines())
        .containsExactly(
            "sku  │ name                    ",
            "A-10 │ one  two three          ",
            "B    │ " + "y".repeat(23) + "…");
  }

  @Test
  void longLinesAreCutOff() {
    String text = ExportPreview.of(CSV, List.of(row("A", "x".repeat(500)))).text();
    assertThat(text.lines().skip(1)).containsExactly("A," + "x".repeat(397) + "…");
    assertThat(ExportPreview.of(CSV, List.of(row("A", "x".repeat(398)))).text().lines().skip(1))
        .containsExactly("A," + "x".repeat(398));
  }

  @Test
  void whatTheEncodingLacksIsTheProblem() {
    ExportOptions western =
        PlainCsv.of(
            new CsvStyle(',', CsvEncoding.WINDOWS_1252, NumberStyle.POINT),
            FormulaTexts.GUARD,
            List.of(SKU, NAME));
    ExportPreview preview = ExportPreview.of(western, List.of(row("A", "\u4e2d")));
    assertThat(preview.text()).isEmpty();
    assertThat(preview.problem()).contains("\u4e2d");
  }

  @Test
  void aListIsWrittenWithAMarkAndWithoutFormulas(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("history.csv");
    CsvTable.write(
        OutputFile.at(file),
        rows -> {
          rows.accept(List.of("Who", "What"));
          rows.accept(List.of("Ann", "=1+1"));
        });
    assertThat(Files.readString(file)).isEqualTo("\uFEFFWho,What\r\nAnn,'=1+1\r\n");
  }
}
