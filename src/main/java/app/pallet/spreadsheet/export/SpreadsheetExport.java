package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Writes rows into a CSV file or a workbook. The file appears under its name only when it is
 * complete. Only a few rows are held in memory. Stateless, for any thread.
 */
public final class SpreadsheetExport {

  private static final int CHECK_EVERY = 1_000;

  private SpreadsheetExport() {}

  /**
   * Writes a file, and replaces an existing one.
   *
   * @param rows hands every row to the consumer it gets, whose exceptions it lets through
   * @param total number of rows, for the progress, or {@link WorkMonitor#UNKNOWN}
   * @return number of rows written
   * @throws app.pallet.output.RefusedOutputException if nothing may be written there
   * @throws SpreadsheetException if the file can't be written, or can't hold a value without
   *     changing it; an existing file is unchanged
   * @throws CancellationException if the monitor is cancelled; an existing file is unchanged
   */
  public static long write(
      OutputFile output,
      ExportOptions options,
      Consumer<Consumer<RowValues>> rows,
      long total,
      WorkMonitor monitor) {
    Path file = output.path();
    monitor.begin("Writing " + file.getFileName(), total);
    Counter counter = new Counter(monitor);
    try {
      requireRoom(options.format(), total);
      output.write(out -> writeRows(out, options, rows, counter));
      return counter.written;
    } catch (IOException e) {
      throw new SpreadsheetException(file, "can't be written: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new SpreadsheetException(
          file, "can't be written: " + Objects.requireNonNull(e.getCause()).getMessage(), e);
    } catch (UnwritableCellException e) {
      throw new SpreadsheetException(file, "can't be written: " + e.getMessage(), e);
    }
  }

  private static void requireRoom(ExportFormat format, long total) throws IOException {
    if (format == ExportFormat.XLSX && total > XlsxExport.MOST_ROWS) {
      throw XlsxExport.tooManyRows();
    }
  }

  private static void writeRows(
      OutputStream out, ExportOptions options, Consumer<Consumer<RowValues>> rows, Counter counter)
      throws IOException {
    try (RowSink sink = begin(out, options)) {
      rows.accept(row -> counter.write(sink, row));
      counter.monitor.worked(counter.written % CHECK_EVERY);
    }
  }

  private static RowSink begin(OutputStream out, ExportOptions options) throws IOException {
    return switch (options.format()) {
      case CSV -> CsvExport.begin(out, options);
      case XLSX -> XlsxExport.begin(out, options);
    };
  }

  /** Passes on row after row, counts them, and checks now and then whether to stop. */
  private static final class Counter {
    private final WorkMonitor monitor;
    private long written;

    Counter(WorkMonitor monitor) {
      this.monitor = monitor;
    }

    void write(RowSink sink, RowValues row) {
      try {
        sink.write(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (++written % CHECK_EVERY == 0) {
        monitor.step(CHECK_EVERY);
      }
    }
  }
}
