package app.pallet.cli;

import app.pallet.benchmark.BenchmarkOptions;
import app.pallet.benchmark.BisectionBenchmark;
import app.pallet.benchmark.BisectionResult;
import app.pallet.benchmark.BulkBenchmark;
import app.pallet.benchmark.ForeignBenchmark;
import app.pallet.benchmark.ImportBenchmark;
import app.pallet.benchmark.KeyBenchmark;
import app.pallet.benchmark.ScaleBenchmark;
import app.pallet.benchmark.SearchBenchmark;
import app.pallet.database.file.ConnectionSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code src/bench/run}: what developers measure and users don't need. Scratch files go into the
 * current folder and are deleted, also after Ctrl+C.
 */
@Command(
    name = "src/bench/run",
    description = "Measures Pallet on scratch files in the current folder.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT)
final class MeasureCommand {

  private static final Path HERE = Path.of("");
  private static final int WARM_UPS = BenchmarkOptions.DEFAULT.warmUps();
  private static final int BATCH_SIZE = BenchmarkOptions.DEFAULT.batchSize();

  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Rounds that count (default: 5).")
  private int rounds = BenchmarkOptions.DEFAULT.rounds();

  @Option(
      names = "--json",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Prints the result as one JSON object.")
  private boolean json;

  /** Runs one benchmark and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new MeasureCommand());
    Failures.endAt(commandLine);
    return commandLine;
  }

  @Command(
      name = "import",
      description =
          "Measures how files are read and matched, next to their libraries alone, and the import"
              + " of a long file with a heap of 512 MB.")
  int imports(
      @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "Rows.")
          int rows,
      @Option(
              names = "--long-rows",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "Rows of the long file, 0 to leave it out.")
          int longRows) {
    return BenchCommand.measure(
        called(),
        json,
        new ImportBenchmark(rows, longRows, WARM_UPS, rounds, HERE),
        ImportFigures::print);
  }

  @Command(
      name = "foreign",
      description =
          "Measures adds and edits in a table of another program whose key is a text, next to a"
              + " plain JDBC batch.")
  int foreign(
      @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "Rows.")
          int rows) {
    BenchmarkOptions options =
        BenchmarkOptions.DEFAULT.withRows(rows, rows).withRounds(WARM_UPS, rounds);
    return BenchCommand.measure(
        called(), json, new ForeignBenchmark(options, HERE), BenchCommand::print);
  }

  @Command(
      name = "scale",
      description = "Measures how the cost of a row grows with the catalogue, on fresh catalogues.")
  int scale(
      @Parameters(
              paramLabel = "ROWS",
              split = ",",
              arity = "1..*",
              description = "Sizes of the catalogues, such as 1000,100000,1000000.")
          List<Integer> sizes) {
    return BenchCommand.measure(
        called(),
        json,
        new ScaleBenchmark(sizes, BATCH_SIZE, ConnectionSettings.DEFAULT, HERE),
        ScaleFigures::print);
  }

  @Command(
      name = "search",
      description =
          "Measures a search through the table, in the texts that Pallet keeps for it and in a"
              + " full-text index of SQLite, and what adds cost with them.")
  int search(
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "Products of the catalogue (default: ${DEFAULT-VALUE}).")
          int rows) {
    return BenchCommand.measure(
        called(),
        json,
        new SearchBenchmark(rows, BATCH_SIZE, rounds, ConnectionSettings.DEFAULT, HERE),
        SearchFigures::print);
  }

  @Command(
      name = "refused",
      description = "Measures what it costs to find the rows of an add that the database refuses.")
  int refused(
      @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "Rows.")
          int rows,
      @Option(
              names = "--bad",
              paramLabel = "N",
              defaultValue = "10",
              description = "How many of them are refused (default: ${DEFAULT-VALUE}).")
          int bad) {
    BenchmarkOptions options =
        BenchmarkOptions.DEFAULT.withRows(rows, rows).withRounds(WARM_UPS, rounds);
    return BenchCommand.measure(
        called(), json, new BisectionBenchmark(options, bad, HERE), MeasureCommand::print);
  }

  @Command(
      name = "keys",
      description =
          "Measures how rows with texts for keys are read, next to the same with whole numbers.")
  int keys(
      @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Rows.")
          int rows) {
    return BenchCommand.measure(
        called(), json, new KeyBenchmark(rows, rounds, HERE), MeasureCommand::print);
  }

  @Command(
      name = "bulk",
      description =
          "Measures how long it takes until a change of all values is counted: a percentage with an"
              + " ending, a formula, and a text that is replaced.")
  int bulk(
      @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "Rows.")
          int rows) {
    return BenchCommand.measure(
        called(), json, new BulkBenchmark(rows, rounds, HERE), MeasureCommand::printBulk);
  }

  private CommandSpec called() {
    return spec.commandLine().getParseResult().asCommandLineList().getLast().getCommandSpec();
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

  private static void printBulk(PrintWriter out, List<BulkBenchmark.Figures> changes) {
    out.printf("%-36s%10s%10s%10s%10s%n", "milliseconds", "rows", "first", "median", "processor");
    for (BulkBenchmark.Figures change : changes) {
      out.printf(
          Locale.ROOT,
          "%-36s%,10d%,10.0f%,10.0f%,10.0f%n",
          change.name(),
          change.rows(),
          change.first(),
          change.median(),
          change.processor());
    }
    out.flush();
  }

  private static void print(PrintWriter out, List<KeyBenchmark.Figures> tables) {
    out.printf(
        "%-24s%9s%9s%9s%9s%9s%9s%9s%9s%n",
        "milliseconds", "first", "all", "sort", "natural", "search", "texts", "page", "heap MB");
    for (KeyBenchmark.Figures table : tables) {
      out.printf(
          Locale.ROOT,
          "%-24s%,9.0f%,9.0f%,9.0f%,9.0f%,9.0f%,9.0f%,9.2f%,9.1f%n",
          table.keys(),
          table.first(),
          table.all(),
          table.sort(),
          table.natural(),
          table.search(),
          table.texts(),
          table.jump(),
          table.megabytes());
    }
    out.flush();
  }
}
