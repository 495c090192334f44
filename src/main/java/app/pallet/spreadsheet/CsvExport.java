package app.pallet.spreadsheet;

import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Writes rows as a CSV file: UTF-8, RFC 4180, and the columns' names as headings, because these are
 * unique and find their columns again on import. The file appears under its name only when it is
 * complete. Stateless, for any thread.
 */
public final class CsvExport {

  private static final int CHECK_EVERY = 1_000;

  private CsvExport() {}

  /**
   * Writes a file, in place of one that is there.
   *
   * @param columns what to write of each row
   * @param total number of rows the feed will have, for the progress, or {@link
   *     WorkMonitor#UNKNOWN}
   * @return number of rows written
   * @throws SpreadsheetException if the file can't be written; what was there before is untouched
   * @throws CancellationException if the monitor says so; likewise
   */
  public static long write(
      Path file, List<Column> columns, RowFeed rows, long total, WorkMonitor monitor) {
    Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    monitor.begin("Writing " + file.getFileName(), total);
    try {
      try {
        long written = writeRows(unfinished, columns, rows, monitor);
        move(unfinished, file);
        return written;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new SpreadsheetException(file, "can't be written: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new SpreadsheetException(
          file, "can't be written: " + Objects.requireNonNull(e.getCause()).getMessage(), e);
    }
  }

  private static long writeRows(Path file, List<Column> columns, RowFeed rows, WorkMonitor monitor)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(columns.stream().map(Column::name).toList());
      RowWriter writer = new RowWriter(csv, columns, monitor);
      rows.forEach(writer::write);
      monitor.worked(writer.written % CHECK_EVERY);
      return writer.written;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // some network folders
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes row after row and counts them. */
  private static final class RowWriter {
    private final CsvWriter csv;
    private final List<Column> columns;
    private final WorkMonitor monitor;
    private final String[] cells;
    private long written;

    RowWriter(CsvWriter csv, List<Column> columns, WorkMonitor monitor) {
      this.csv = csv;
      this.columns = columns;
      this.monitor = monitor;
      this.cells = new String[columns.size()];
    }

    void write(RowValues row) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = CellText.plain(columns.get(i), row.get(columns.get(i)));
      }
      csv.writeRecord(cells);
      if (++written % CHECK_EVERY == 0) {
        monitor.worked(CHECK_EVERY);
        if (monitor.isCancelled()) {
          throw new CancellationException();
        }
      }
    }
  }
}
