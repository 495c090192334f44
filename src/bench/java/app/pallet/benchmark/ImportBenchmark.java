package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.benchmark.ImportBenchmarkResult.Measurement;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.CellFormat;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.streamed.PreparedImport;
import app.pallet.workspace.streamed.StreamedReport;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Measures how long it takes to find out what a file would change (parse, type and match it against
 * an open catalogue that holds half of its keys), in the order of the keys and in any order, next
 * to the library alone that reads the same file into strings; then how much heap an import of a
 * long file needs. The competitors take turns, and a ratio compares runs of the same round only.
 */
public final class ImportBenchmark implements Work<ImportBenchmarkResult> {

  private final int rows;
  private final int longRows;
  private final int warmUps;
  private final int rounds;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param rows rows of the files that are measured in rounds
   * @param longRows rows of the file that is imported with little memory; 0 for none
   * @param folder where the scratch files go
   */
  public ImportBenchmark(int rows, int longRows, int warmUps, int rounds, Path folder) {
    if (rows < 1 || longRows < 0 || warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException(
          "Can't measure %d rows in %d rounds".formatted(rows, rounds));
    }
    this.rows = rows;
    this.longRows = longRows;
    this.warmUps = warmUps;
    this.rounds = rounds;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the run that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws IOException if a scratch file can't be written or read
   * @throws InterruptedException if the thread is interrupted while the long import runs
   */
  @Override
  public ImportBenchmarkResult run(WorkMonitor monitor) throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      monitor.begin("Making files", WorkMonitor.UNKNOWN);
      Path csv = ImportFiles.csv(Path.of(scratch.newFile() + ".csv"), rows);
      Path unsorted = ImportFiles.unsortedCsv(Path.of(scratch.newFile() + ".csv"), rows);
      Path xlsx = ImportFiles.xlsx(Path.of(scratch.newFile() + ".xlsx"), rows);
      Path catalogue = scratch.newFile();
      Path half = ImportFiles.csv(Path.of(scratch.newFile() + ".csv"), rows / 2);
      commit(half, catalogue);
      List<Competitor> competitors = measureReaders(csv, unsorted, xlsx, catalogue, monitor);
      Optional<ImportBenchmarkResult.LongImport> longImport =
          longRows == 0
              ? Optional.empty()
              : Optional.of(LongImport.measure(scratch, longRows, monitor));
      List<Measurement> results =
          competitors.stream().map(c -> c.measurement(competitors)).toList();
      return new ImportBenchmarkResult(rows, ImportFiles.COLUMNS, results, longImport.orElse(null));
    }
  }

  private List<Competitor> measureReaders(
      Path csv, Path unsorted, Path xlsx, Path catalogue, WorkMonitor monitor) throws IOException {
    try (CatalogueDatabase open = CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT)) {
      List<Competitor> competitors =
          List.of(
              new Competitor("csv", "library", () -> readCsv(csv)),
              new Competitor("csv", "pallet", () -> rehearse(csv, open)),
              new Competitor("csv", "pallet-unsorted", () -> rehearse(unsorted, open)),
              new Competitor("xlsx", "library", () -> readXlsx(xlsx)),
              new Competitor("xlsx", "pallet-source", () -> readSource(xlsx)),
              new Competitor("xlsx", "pallet", () -> rehearse(xlsx, open)));
      measure(competitors, monitor);
      return competitors;
    }
  }

  private void measure(List<Competitor> competitors, WorkMonitor monitor) throws IOException {
    monitor.begin("Measuring", (long) (warmUps + rounds) * competitors.size());
    for (int round = 0; round < warmUps + rounds; round++) {
      List<Competitor> turn = new ArrayList<>(competitors);
      Collections.rotate(turn, round);
      for (Competitor competitor : turn) {
        if (monitor.isCancelled()) {
          throw new CancellationException("The benchmark was cancelled");
        }
        monitor.message(competitor.work + ", " + competitor.reader + ", round " + (round + 1));
        long began = System.nanoTime();
        long read = competitor.contender.run();
        long nanos = System.nanoTime() - began;
        if (read != rows) {
          throw new IllegalStateException(competitor.reader + " read " + read + " rows of " + rows);
        }
        if (round >= warmUps) {
          competitor.seconds.add(nanos / 1e9);
        }
        monitor.worked(1);
      }
    }
  }

  /** Reads a file and says how many rows it had. */
  private interface Contender {
    long run() throws IOException;
  }

  private static final class Competitor {
    private final String work;
    private final String reader;
    private final Contender contender;
    private final List<Double> seconds = new ArrayList<>();

    Competitor(String work, String reader, Contender contender) {
      this.work = work;
      this.reader = reader;
      this.contender = contender;
    }

    Measurement measurement(List<Competitor> all) {
      Competitor library =
          all.stream()
              .filter(c -> c.work.equals(work) && c.reader.equals("library"))
              .findFirst()
              .orElseThrow();
      double[] ratios = new double[seconds.size()];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = seconds.get(i) / library.seconds.get(i);
      }
      double[] times = seconds.stream().mapToDouble(Double::doubleValue).toArray();
      return new Measurement(work, reader, Spread.of(times), Spread.of(ratios));
    }
  }

  private static void commit(Path file, Path catalogue) {
    try (PreparedImport prepared =
        PreparedImport.into(catalogue, new ImportSource.OfFile(file), ImportWishes.NONE)) {
      StreamedReport report =
          prepared
              .streamed(CellFormat.PLAIN, Optional.of(CommitPlan.DEFAULT), 1)
              .run(WorkMonitor.NONE);
      if (report.problemCount() > 0) {
        throw new IllegalStateException("The benchmark's own rows: " + report.problems());
      }
    }
  }

  private static long rehearse(Path file, CatalogueDatabase catalogue) {
    StreamedReport report =
        PreparedImport.rehearse(
            catalogue, new ImportSource.OfFile(file), ImportWishes.NONE, WorkMonitor.NONE);
    if (report.problemCount() > 0) {
      throw new IllegalStateException("The benchmark's own rows: " + report.problems());
    }
    return report.rowsRead();
  }

  private static long readCsv(Path file) throws IOException {
    long records = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord record : reader) {
        records += record.getFields().size() == ImportFiles.COLUMNS ? 1 : 0;
      }
    }
    return records - 1;
  }

  private static long readXlsx(Path file) throws IOException {
    long records = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
      for (var iterator = sheet.iterator(); iterator.hasNext(); records++) {
        for (Cell cell : iterator.next()) {
          if (cell != null && cell.getText().equals("\0")) {
            throw new IllegalStateException("No text holds that");
          }
        }
      }
    }
    return records - 1;
  }

  private static long readSource(Path file) {
    long records = 0;
    try (var source = new ImportSource.OfFile(file).open(ImportWishes.NONE.options())) {
      for (; source.hasNext(); records++) {
        source.next();
      }
    }
    return records;
  }
}
