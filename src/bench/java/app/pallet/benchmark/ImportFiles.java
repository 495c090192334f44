package app.pallet.benchmark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes the files that an {@link ImportBenchmark} reads: products of a made-up shop. */
final class ImportFiles {

  static final int COLUMNS = 10;

  private static final List<String> HEADER =
      List.of(
          "SKU",
          "Name",
          "Category",
          "Brand",
          "Price",
          "Quantity",
          "Weight",
          "Barcode",
          "Supplier",
          "Active");

  /** Places of the columns that a workbook holds as numbers. */
  private static final int FIRST_NUMBER = 4;

  private static final int LAST_NUMBER = 6;

  /** fastexcel keeps rows until they are flushed. */
  private static final int FLUSH_EVERY = 1_000;

  private static final int SEED = 1;

  private ImportFiles() {}

  /** Writes a CSV file of so many products in the order of their SKUs. */
  static Path csv(Path file, int rows) throws IOException {
    return csv(file, IntStream.range(0, rows).boxed().toList());
  }

  /** Writes the same in another order, the same each time. */
  static Path unsortedCsv(Path file, int rows) throws IOException {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
    Collections.shuffle(numbers, new Random(SEED));
    return csv(file, numbers);
  }

  private static Path csv(Path file, List<Integer> numbers) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(HEADER);
      for (int number : numbers) {
        csv.writeRecord(cells(number));
      }
    }
    return file;
  }

  /** Writes a workbook of the same products. */
  static Path xlsx(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Products");
      for (int column = 0; column < COLUMNS; column++) {
        sheet.value(0, column, HEADER.get(column));
      }
      for (int i = 0; i < rows; i++) {
        List<String> cells = cells(i);
        for (int column = 0; column < COLUMNS; column++) {
          if (column >= FIRST_NUMBER && column <= LAST_NUMBER) {
            sheet.value(i + 1, column, Double.valueOf(cells.get(column)));
          } else {
            sheet.value(i + 1, column, cells.get(column));
          }
        }
        if (i % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
    }
    return file;
  }

  private static List<String> cells(int number) {
    return List.of(
        "SKU-%07d".formatted(number),
        "Folding rule, beech, edition " + number,
        "Workshop/Measuring",
        "Acme of district " + number % 50,
        "%d.%02d".formatted(number % 900 + 1, number % 100),
        String.valueOf(number % 1_000),
        "%d.%03d".formatted(number % 20, number % 1_000),
        "40%011d".formatted(number),
        "Supplier " + number % 200,
        number % 7 == 0 ? "no" : "yes");
  }
}
