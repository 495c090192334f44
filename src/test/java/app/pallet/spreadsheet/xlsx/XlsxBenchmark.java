package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Processor time of reading 100,000 x 10 cells, here and by fastexcel-reader; run by hand. */
final class XlsxBenchmark {

  private static final int ROWS = 100_000;
  private static final int COLUMNS = 10;
  private static final int RUNS = 7;

  private XlsxBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path file = Files.createTempFile("pallet", ".xlsx");
    write(file);
    for (int run = 0; run < RUNS; run++) {
      long start = cpu();
      long library = library(file);
      long middle = cpu();
      long own = own(file);
      long end = cpu();
      System.out.printf(
          Locale.ROOT,
          "library %d ms (%d), own %d ms (%d), ratio %.2f%n",
          (middle - start) / 1_000_000,
          library,
          (end - middle) / 1_000_000,
          own,
          (double) (end - middle) / (middle - start));
    }
    Files.delete(file);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long library(Path file) throws IOException {
    long length = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (int i = 0; i < row.getCellCount(); i++) {
          length += row.getCellText(i).length();
        }
      }
    }
    return length;
  }

  private static long own(Path file) {
    long length = 0;
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      while (source.hasNext()) {
        for (String cell : source.next().cells()) {
          length += cell.length();
        }
      }
    }
    return length;
  }

  private static void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Products");
      for (int column = 0; column < COLUMNS; column++) {
        sheet.value(0, column, "Column " + column);
      }
      for (int row = 1; row <= ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          if (column < COLUMNS / 2) {
            sheet.value(row, column, "Text " + row * (column == 0 ? 1L : 0L) + " of a cell");
          } else {
            sheet.value(row, column, row * 1.25 + column);
          }
        }
      }
    }
  }
}
