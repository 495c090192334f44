package app.pallet.cli;

import app.pallet.benchmark.Benchmark;
import app.pallet.benchmark.BenchmarkOptions;
import app.pallet.benchmark.BenchmarkResult;
import app.pallet.benchmark.BenchmarkResult.Measurement;
import app.pallet.benchmark.DraftBenchmark;
import app.pallet.benchmark.DraftBenchmarkResult;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.Work;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      description = "Rows in a batch in Pallet's modes (default: ${DEFAULT-VALUE}).")
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
      description =
          "How long SQLite waits for the disk: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ConnectionSettings.Synchronous synchronous = ConnectionSettings.DEFAULT.synchronous();

  @Option(
      names = "--draft",
      description =
          "Measures instead what it costs to keep pending changes on disk, and how soon they are"
              + " restored.")
  private boolean drafts;

  @Option(names = "--json", description = "Prints the result as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Path here = Path.of("");
    if (drafts) {
      int warmUps = BenchmarkOptions.DEFAULT.warmUps();
      return measure(
          spec, json, new DraftBenchmark(rows, warmUps, rounds, here), BenchCommand::printDrafts);
    }
    return measure(spec, json, new Benchmark(options(), here), BenchCommand::print);
  }

  private BenchmarkOptions options() {
    return BenchmarkOptions.DEFAULT
        .withRows(rows, edits.orElse(rows))
        .withBatchSize(batchSize)
        .withRounds(BenchmarkOptions.DEFAULT.warmUps(), rounds)
        .withSettings(
            new ConnectionSettings(journal, synchronous, ConnectionSettings.DEFAULT.busyTimeout()));
  }

  /**
   * Runs a benchmark that shows how far it is and that Ctrl+C cancels, and prints what it measured.
   *
   * @param json whether the result is printed as JSON
   * @param figures prints the result for people
   * @return the exit code
   */
  static <T> int measure(
      CommandSpec spec, boolean json, Work<T> benchmark, BiConsumer<PrintWriter, T> figures) {
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(
        monitor,
        spec,
        () -> {
          T result;
          try (Terminal terminal = Terminal.of(spec, json, monitor)) {
            result = benchmark.run(monitor);
          }
          PrintWriter out = spec.commandLine().getOut();
          if (json) {
            Json.print(out, result);
          } else {
            figures.accept(out, result);
          }
          return ExitCode.DONE;
        });
  }

  static void print(PrintWriter out, BenchmarkResult result) {
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

  private static void printDrafts(PrintWriter out, DraftBenchmarkResult result) {
    out.printf(
        Locale.ROOT,
        "%,d rows of %d changed cells: a draft of %.1f MB%n",
        result.rows(),
        result.columns(),
        result.bytes() / 1e6);
    out.printf("%-10s%8s%14s   %s%n", "work", "times", "milliseconds", "from, to");
    for (DraftBenchmarkResult.Measurement m : result.results()) {
      out.printf(
          Locale.ROOT,
          "%-10s%,8d%14.2f   %.2f to %.2f%n",
          m.work(),
          m.times(),
          m.millis().median(),
          m.millis().min(),
          m.millis().max());
    }
    out.flush();
  }
}
