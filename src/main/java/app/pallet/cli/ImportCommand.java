package app.pallet.cli;

import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ConnectionSettings;
import app.pallet.schema.ProductSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.ImportOptions;
import app.pallet.workspace.PasteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet import}: a file's rows become edits and adds, and are committed. */
@Command(
    name = "import",
    description = "Reads a CSV or TSV file into a catalogue: edits products it finds, adds others.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final int PROBLEMS_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The catalogue; made if it isn't there.")
  private Path catalogue;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "The column by which rows find their product (default: sku).")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "SOURCE=COLUMN",
      description = "Reads the file's column SOURCE as COLUMN; may be repeated.")
  private List<String> mappings = new ArrayList<>();

  @Option(names = "--dry-run", description = "Only says what would be done; writes nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints the report as one JSON object.")
  private boolean json;

  @Mixin private CommitOptions commit = new CommitOptions();

  @Override
  public Integer call() throws IOException {
    SampledMonitor monitor = new SampledMonitor();
    try (Interrupt interrupt = new Interrupt(monitor);
        Terminal terminal = Terminal.of(spec, json, monitor)) {
      ImportReport report = dryRun ? rehearse(monitor) : run(catalogue, monitor);
      terminal.close();
      print(report);
      if (monitor.isCancelled()) {
        return ExitCode.CANCELLED;
      }
      return report.isComplete() || dryRun ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
  }

  /** A dry run makes no catalogue: where there is none, an empty one for the time being serves. */
  private ImportReport rehearse(SampledMonitor monitor) throws IOException {
    if (Files.exists(catalogue)) {
      return run(catalogue, monitor);
    }
    Path folder = Files.createTempDirectory("pallet-dry-run");
    Path scratch = folder.resolve("empty.pallet");
    try {
      return run(scratch, monitor);
    } finally {
      Files.deleteIfExists(scratch);
      Files.delete(folder);
    }
  }

  private ImportReport run(Path into, SampledMonitor monitor) {
    long began = System.nanoTime();
    CatalogueDatabase database =
        CatalogueDatabase.openOrCreate(into, ProductSchema.create(), ConnectionSettings.DEFAULT);
    try (Session session = new Session(database, monitor)) {
      CommitPlan plan = commit.plan();
      List<PasteReport> read = new ArrayList<>(1);
      List<CommitReport> committed = new ArrayList<>(1);
      session.workspace().input().importFile(file, new ImportOptions(key, mappings), read::add);
      session.check();
      if (!dryRun && !read.isEmpty()) {
        session.workspace().commit(plan, event -> {}, committed::add);
        session.check();
      }
      PasteReport pasted =
          read.isEmpty()
              ? new PasteReport(file.toString(), List.of(), List.of(), 0, 0, 0, 0, List.of())
              : read.getFirst();
      long milliseconds = Duration.ofNanos(System.nanoTime() - began).toMillis();
      return ImportReport.of(pasted, committed.stream().findFirst(), plan, milliseconds);
    }
  }

  private void print(ImportReport report) {
    var out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, report);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d rows read; %,d to add, %,d to change, %,d unchanged, %,d problems%n",
        report.source(),
        report.rowsRead(),
        report.adds(),
        report.edits(),
        report.unchanged(),
        report.problems().size());
    for (var problem :
        report.problems().subList(0, Math.min(PROBLEMS_SHOWN, report.problems().size()))) {
      out.printf(
          Locale.ROOT,
          "  line %d, %s: \"%s\" %s%n",
          problem.line(),
          problem.column(),
          problem.value(),
          problem.message());
    }
    if (report.problems().size() > PROBLEMS_SHOWN) {
      out.printf(
          Locale.ROOT,
          "  and %,d more; --json lists all%n",
          report.problems().size() - PROBLEMS_SHOWN);
    }
    out.printf(
        Locale.ROOT,
        "%,d committed, %,d failed, %,d conflicting, %,d not committed; %,d ms%n",
        report.committed(),
        report.failed(),
        report.conflicting(),
        report.pending(),
        report.milliseconds());
  }
}
