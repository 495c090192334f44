package app.pallet.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.xlsx.WorkbookZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files much longer than the memory they are read in, in a Java of their own. */
final class LongFileTest {

  private static final String MEMORY = "-Xmx40m";
  private static final int BLOCKS = 1_500;
  private static final String BLOCK_OF_TEXT = "00012;\"A mug; blue\";12,50;a text\n".repeat(2_000);
  private static final String BLOCK_OF_CELLS =
      "<row><c><v>12</v></c><c t='str'><v>A mug</v></c><c><v>12.5</v></c></row>".repeat(500);

  @TempDir private Path folder;

  /** Prints how many rows a file has. */
  static final class Count {
    private Count() {}

    public static void main(String[] args) {
      long rows = 0;
      try (TabularSource source = SpreadsheetFile.open(Path.of(args[0]), SourceOptions.DETECT)) {
        for (; source.hasNext(); rows++) {
          source.next();
        }
      }
      System.out.println(rows);
    }
  }

  @Test
  void aTextFileIsReadInConstantMemory() throws IOException, InterruptedException {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("sku;name;price;text\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < BLOCKS; i++) {
        out.write(BLOCK_OF_TEXT.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(count(file)).isEqualTo("3000000");
  }

  @Test
  void aWorkbookIsReadInConstantMemory() throws IOException, InterruptedException {
    Path file = folder.resolve("long.xlsx");
    String sheet = "xl/worksheets/sheet1.xml";
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      WorkbookZip.of("").without(sheet).write(zip);
      zip.putNextEntry(new ZipEntry(sheet));
      zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < BLOCKS; i++) {
        zip.write(BLOCK_OF_CELLS.getBytes(StandardCharsets.UTF_8));
      }
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(count(file)).isEqualTo("750000");
  }

  private static String count(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Count.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
