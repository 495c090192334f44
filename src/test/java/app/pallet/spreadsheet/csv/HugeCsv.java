package app.pallet.spreadsheet.csv;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CSV file of ten columns whose bytes can't be counted by an int. Its second line belongs to the
 * first row, and a price near its end is none.
 *
 * @param path where it is
 * @param rows how many rows it has
 * @param badLine where the row with the bad price begins, as an editor counts
 */
public record HugeCsv(Path path, long rows, long badLine) {

  private static final String HEADER =
      "SKU,Name,Price,Quantity,Category,Brand,Supplier,Description,Tags,Weight\n";
  private static final long BYTES = (1L << 31) + (16L << 20);
  private static final long ROOM = 6L << 30;
  private static final int DIGITS_AT = 2;
  private static final int DIGITS = 9;
  private static final int SENTENCES = 60;
  private static final int BUFFER = 1 << 20;

  /** Rows behind the bad one. */
  private static final int BEHIND = 5;

  /**
   * Writes one, unless the disk has too little room: then the test is skipped.
   *
   * @param folder of which more than 2 GB are taken
   */
  public static HugeCsv in(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    assumeTrue(free > ROOM, "%,d bytes free, which may be too little".formatted(free));
    byte[] row = row("Folding rule", "4.50");
    long rows = BYTES / row.length;
    long bad = rows - BEHIND;
    Path file = folder.resolve("huge.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      write(out, row("\"Folding\nrule\"", "4.50"), 1);
      for (long number = 2; number <= rows; number++) {
        write(out, number == bad ? row("Folding rule", "free") : row, number);
      }
    }
    return new HugeCsv(file, rows, bad + 2);
  }

  private static byte[] row(String name, String price) {
    return "P-%s,%s,%s,12,Tools,Acme,North,%s,red blue,1.5\n"
        .formatted("0".repeat(DIGITS), name, price, "Made of beech. ".repeat(SENTENCES))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, byte[] row, long number) throws IOException {
    long left = number;
    for (int at = DIGITS_AT + DIGITS - 1; at >= DIGITS_AT; at--) {
      row[at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    out.write(row);
  }
}
