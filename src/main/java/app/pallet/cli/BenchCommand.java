package app.pallet.cli;

import app.pallet.benchmark.Benchmark;
import app.pallet.benchmark.BenchmarkOptions;
import app.pallet.benchmark.BenchmarkResult;
import app.pallet.benchmark.BenchmarkResult.Measurement;
import app.pallet.benchmark.BisectionBenchmark;
import app.pallet.benchmark.BisectionResult;
import app.pallet.benchmark.DraftBenchmark;
import app.pallet.benchmark.ImportBenchmark;
import app.pallet.benchmark.ScaleBenchmark;
import app.pallet.benchmark.SearchBenchmark;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.Work;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pallet bench}: the commit modes next to plain JDBC, measured on this machine. */
@Command(
    name = "bench",
    description =
        "Measures adds, edits and deletes in every mode on scratch catalogues in the current folder,"
            + " next to a plain JDBC batch of the same rows in the same run.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--rows", paramLabel = "N", description = "Products to add (default: 100000).")
  private int rows = BenchmarkOptions.DEFAULT.rows();

  @Option(
      names = "--edits",
      paramLabel = "N",
      description = "Products to edit, and to delete (default: all).")
  private Optional<Integer> edits = Optional.empty();

  @Option(
      names = "--batch-size",
      paramLabel = "ROWS",
      description = "Rows of a batch in Pallet's modes (default: ${DEFAULT-VALUE}).")
  private int batchSize = BenchmarkOptions.DEFAULT.batchSize();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  private int rounds = BenchmarkOptions.DEFAULT.rounds();

  @Option(
      names = "--journal",
      paramLabel = "MODE",
      description = "SQLite's journal: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ConnectionSettings.JournalMode journal = ConnectionSettings.DEFAULT.journalMode();

  @Option(
      names = "--synchronous",
      paramLabel = "LEVEL",
      description = "SQLite's waiting: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ConnectionSettings.Synchronous synchronous = ConnectionSettings.DEFAULT.synchronous();

  @Option(
      names = "--import",
      description =
          "Measures instead how files are read and matched, next to their libraries alone, and the"
              + " import of a long file with a heap of 512 MB.")
  private boolean imports;

  @Option(
      names = "--draft",
      description =
          "Measures instead what it costs to keep pending changes on disk, and how soon they are"
              + " restored.")
  private boolean drafts;

  @Option(
      names = "--long-rows",
      paramLabel = "N",
      description =
          "With --import: rows of the long file, 0 to leave it out (default: ${DEFAULT-VALUE}).")
  private int longRows = 1_000_000;

  @Option(
      names = "--scale",
      paramLabel = "ROWS",
      split = ",",
      description =
          "Measures instead how cost a row grows with the catalogue, on fresh ones of these sizes,"
              + " such as 1000,100000,1000000.")
  private List<Integer> scale = List.of();

  @Option(
      names = "--search",
      description =
          "Measures instead a search through the table next to one in the texts that Pallet keeps"
              + " for it and one in a full-text index of SQLite, and what adds cost with them.")
  private boolean search;

  @Option(
      names = "--bad",
      paramLabel = "N",
      description =
          "Measures instead what it costs to find N rows of an add that the database refuses.")
  private Optional<Integer> bad = Optional.empty();

  @Option(names = "--json", description = "Prints the result as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (drafts) {
      return measureDrafts();
    }
    if (search) {
      return measure(
          new SearchBenchmark(rows, batchSize, rounds, settings(), Path.of("")),
          SearchFigures::print);
    }
    if (bad.isPresent()) {
      return measure(
          new BisectionBenchmark(options(), bad.get(), Path.of("")), BenchCommand::print);
    }
    if (!scale.isEmpty()) {
      return measure(
          new ScaleBenchmark(scale, batchSize, settings(), Path.of("")), ScaleFigures::print);
    }
    return imports ? measureImports() : measureModes();
  }

  private int measureDrafts() throws Exception {
    int warmUps = BenchmarkOptions.DEFAULT.warmUps();
    return measure(new DraftBenchmark(rows, warmUps, rounds, Path.of("")), DraftFigures::print);
  }

  private int measureImports() throws Exception {
    int warmUps = BenchmarkOptions.DEFAULT.warmUps();
    return measure(
        new ImportBenchmark(rows, longRows, warmUps, rounds, Path.of("")), ImportFigures::print);
  }

  private int measureModes() throws Exception {
    return measure(new Benchmark(options(), Path.of("")), BenchCommand::print);
  }

  private BenchmarkOptions options() {
    return BenchmarkOptions.DEFAULT
        .withRows(rows, edits.orElse(rows))
        .withBatchSize(batchSize)
        .withRounds(BenchmarkOptions.DEFAULT.warmUps(), rounds)
        .withSettings(settings());
  }

  private ConnectionSettings settings() {
    return new ConnectionSettings(journal, synchronous, ConnectionSettings.DEFAULT.busyTimeout());
  }

  private <T> int measure(Work<T> benchmark, BiConsumer<PrintWriter, T> figures) throws Exception {
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> measure(benchmark, figures, monitor));
  }

  private <T> int measure(
      Work<T> benchmark, BiConsumer<PrintWriter, T> figures, SampledMonitor monitor)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Terminal terminal = Terminal.of(spec, json, monitor)) {
      T result = benchmark.run(monitor);
      terminal.close();
      if (json) {
        Json.print(out, result);
      } else {
        figures.accept(out, result);
      }
      return ExitCode.DONE;
    }
  }

  private static void print(PrintWriter out, BisectionResult result) {
    out.printf(
        Locale.ROOT,
        "%,d adds, %,d of them refused, batches of %,d: %.3f s, %.2f (%.2f to %.2f) times as many"
            + " good rows%n",
        result.rows(),
        result.bad(),
        result.batchSize(),
        result.seconds().median(),
        result.ratio().median(),
        result.ratio().min(),
        result.ratio().max());
    out.flush();
  }

  private static void print(PrintWriter out, BenchmarkResult result) {
    out.printf(
        Locale.ROOT,
        "%,d products, batches of %,d, journal %s, synchronous %s%n",
        result.rows(),
        result.batchSize(),
        result.journal(),
        result.synchronous());
    out.printf(
        "%-8s%-12s%10s%12s%14s   %s%n",
        "work", "mode", "rows", "seconds", "rows/s", "time a row, jdbc-batch = 1");
    for (Measurement m : result.results()) {
      out.printf(
          Locale.ROOT,
          "%-8s%-12s%,10d%12.3f%,14.0f   %.2f (%.2f to %.2f)%n",
          m.work(),
          m.mode(),
          m.rows(),
          m.seconds().median(),
          m.rows() / m.seconds().median(),
          m.ratio().median(),
          m.ratio().min(),
          m.ratio().max());
    }
    out.flush();
  }
}
