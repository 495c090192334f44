package app.pallet.cli;

import app.pallet.commit.CommitPlan;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.streamed.PreparedImport;
import app.pallet.workspace.streamed.StreamedReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet import}: a file's rows become edits and adds, and are committed. */
@Command(
    name = "import",
    description =
        "Reads a CSV or TSV file or a workbook into a catalogue, or into a table of any SQLite"
            + " database: edits the rows it finds, adds others.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final int PROBLEMS_SHOWN = 20;

  private final CatalogueBackups backups;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The catalogue, made if it isn't there; or, with --table, any SQLite database.")
  private Path catalogue;

  @Option(
      names = "--as-new",
      description = "Makes a catalogue whose columns are those of the file.")
  private boolean asNew;

  @Option(names = "--dry-run", description = "Only says what would be done; writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description =
          "Writes the rows with problems there, to be corrected and imported again; '-' prints them"
              + " to standard output, and the report to standard error.")
  private Optional<Path> errors = Optional.empty();

  @Option(
      names = "--strict",
      description =
          "Writes nothing if something may be a slip: prices that jump, much of the catalogue"
              + " changed, a decimal sign, an order of dates or an encoding that had to be guessed,"
              + " a file that seems to be cut off.")
  private boolean strict;

  @Option(names = "--json", description = "Prints the report as one JSON object.")
  private boolean json;

  @Mixin private TableOption table = new TableOption();
  @Mixin private ImportArguments arguments = new ImportArguments();
  @Mixin private CommitOptions commit = new CommitOptions();
  @Mixin private CommitOptions.Backup backup = new CommitOptions.Backup();

  ImportCommand(CatalogueBackups backups) {
    this.backups = backups;
  }

  /** Where rows with problems go, which is neither the source nor the catalogue. */
  private OutputFile output(Path target) {
    return OutputFile.at(target)
        .sparing(file, "the file that is imported")
        .sparing(catalogue, "the catalogue");
  }

  @Override
  public Integer call() {
    if (table.isNamed() && (asNew || arguments.addsColumns())) {
      throw new ParameterException(
          spec.commandLine(),
          "A table of another program keeps its columns; leave out %s"
              .formatted(asNew ? "--as-new" : "--new-columns"));
    }
    errors.ifPresent(target -> Outputs.required(output(target)));
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> importAll(monitor));
  }

  private int importAll(SampledMonitor monitor) throws IOException {
    try (Terminal terminal = Terminal.of(spec, json, monitor)) {
      ImportReport report = report(monitor);
      terminal.close();
      print(report);
      if (monitor.isCancelled()) {
        return ExitCode.CANCELLED;
      }
      if (report.stopped() != null) {
        return ExitCode.ENVIRONMENT;
      }
      if (strict && report.isInDoubt()) {
        return ExitCode.INCOMPLETE;
      }
      return report.isComplete() || (dryRun && report.problemCount() == 0)
          ? ExitCode.DONE
          : ExitCode.INCOMPLETE;
    }
  }

  private ImportReport report(SampledMonitor monitor) throws IOException {
    if (dryRun) {
      return rehearse(monitor);
    }
    if (strict) {
      dryRun = true;
      ImportReport rehearsal = rehearse(monitor);
      if (rehearsal.isInDoubt() || monitor.isCancelled()) {
        return rehearsal;
      }
      dryRun = false;
    }
    if (!asNew) {
      if (Files.exists(catalogue) && Files.size(catalogue) > 0) {
        table.requireIn(catalogue);
      }
      backup.make(backups, catalogue, monitor, spec);
    }
    return run(catalogue, monitor);
  }

  /** A dry run makes no catalogue: where there is none, an empty one for the time being serves. */
  private ImportReport rehearse(SampledMonitor monitor) throws IOException {
    boolean holds = Files.exists(catalogue) && Files.size(catalogue) > 0;
    if (table.isNamed() || holds || (asNew && Files.exists(catalogue))) {
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
    CommitPlan plan = commit.plan();
    try (PreparedImport prepared = prepare(into, monitor)) {
      StreamedReport report =
          prepared
              .streamed(
                  CellFormat.PLAIN,
                  dryRun ? Optional.empty() : Optional.of(plan),
                  json || errors.isPresent() ? Integer.MAX_VALUE : PROBLEMS_SHOWN)
              .run(monitor);
      errors.ifPresent(
          target -> prepared.saveProblemRows(output(target), report.problems(), monitor));
      long milliseconds = Duration.ofNanos(System.nanoTime() - began).toMillis();
      ImportReport answer =
          ImportReport.of(file.toString(), report, prepared.schema(), plan, milliseconds);
      if (answer.isComplete()) {
        prepared.keep();
      }
      return answer;
    }
  }

  private PreparedImport prepare(Path into, SampledMonitor monitor) {
    PreparedImport opened = open(into, monitor);
    try {
      PreparedImport read = opened.reading(arguments.source()::read);
      return dryRun ? read : read.withNewColumns();
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private PreparedImport open(Path into, SampledMonitor monitor) {
    ImportSource source = new ImportSource.OfFile(file);
    ImportWishes wishes = arguments.wishes();
    if (asNew) {
      return PreparedImport.asNew(into, source, wishes, monitor);
    }
    if (dryRun && into.equals(catalogue)) {
      return PreparedImport.into(table.openToWrite(into, true), source, wishes);
    }
    return table.isNamed()
        ? PreparedImport.into(table.openToWrite(into, false), source, wishes)
        : TableOption.orTables(into, () -> PreparedImport.into(into, source, wishes));
  }

  private void print(ImportReport report) {
    PrintWriter out = Outputs.account(spec, errors.map(this::output));
    if (json) {
      Json.print(out, report);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d rows read; %,d to add, %,d to change, %,d unchanged, %,d rejected, %,d folded;"
            + " %s%n",
        report.source(),
        report.rowsRead(),
        report.adds(),
        report.edits(),
        report.unchanged(),
        report.rejected(),
        report.folded(),
        Outputs.counted(report.problemCount(), "problem"));
    if (report.how().encoding() != null
        && !report.how().encoding().startsWith("UTF")
        && arguments.source().options().charset().isEmpty()) {
      out.printf(
          "  warning: read as %s, since the file is not UTF-8%s; if letters are wrong, say --encoding%n",
          report.how().encoding(), likelier(report));
    }
    report.how().decisions().forEach(decision -> out.println("  " + decision));
    report.how().parents().forEach(names -> out.println("  " + names));
    if (report.how().parentsMissing() && !arguments.addsParents()) {
      out.println("  --add-parents adds rows of these names, where a name is all they need");
    }
    printColumns(out, report);
    if (asNew) {
      printTypes(out, report);
    }
    printProblems(out, report);
    if (report.cutOff() != null) {
      out.println("  warning: " + report.cutOff());
    }
    report.warnings().forEach(warning -> out.println("  warning: " + warning));
    out.printf(
        Locale.ROOT,
        "%,d committed, %,d failed, %,d conflicting, %,d not committed; %,d ms%n",
        report.committed(),
        report.failed(),
        report.conflicting(),
        report.pending(),
        report.milliseconds());
    if (report.stopped() != null) {
      out.println("Stopped: " + report.stopped());
    }
    errors
        .filter(target -> Files.exists(target))
        .ifPresent(target -> out.println("Rows with problems are in " + target));
  }

  private static void printColumns(PrintWriter out, ImportReport report) {
    for (ImportReport.MappedColumn column : report.columns()) {
      if (!column.doubt().isEmpty()) {
        out.printf("  %s: %s%n", column.source(), column.doubt());
      }
    }
    if (!report.ignored().isEmpty()) {
      out.println("  left out: " + String.join(", ", report.ignored()));
    }
  }

  private static String likelier(ImportReport report) {
    if (!report.how().encodingInDoubt()) {
      return "";
    }
    return report.how().likelierEncoding() == null
        ? ", and some words look odd so"
        : ", but looks more like " + report.how().likelierEncoding();
  }

  private static void printTypes(PrintWriter out, ImportReport report) {
    out.println(
        "  columns: "
            + report.columns().stream()
                .map(column ->
                    "%s (%s)".formatted(column.source(), column.type().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")));
  }

  private static String sentence(ImportReport.Problem problem) {
    String place =
        Stream.of("line " + problem.line(), problem.row(), problem.column())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return problem.column().isEmpty()
        ? "%s: %s".formatted(place, problem.message())
        : "%s: \"%s\" %s".formatted(place, CellText.beginning(problem.value()), problem.message());
  }

  private static void printProblems(PrintWriter out, ImportReport report) {
    List<ImportReport.Problem> shown =
        report.problems().subList(0, Math.min(PROBLEMS_SHOWN, report.problems().size()));
    for (ImportReport.Problem problem : shown) {
      out.println("  " + sentence(problem));
    }
    if (report.problemCount() > shown.size()) {
      out.printf(
          Locale.ROOT, "  and %,d more; --json lists all%n", report.problemCount() - shown.size());
    }
  }
}
