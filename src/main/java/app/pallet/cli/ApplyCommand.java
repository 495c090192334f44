package app.pallet.cli;

import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.rows.query.FilterText;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.TableSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.bulk.StepConditions;
import app.pallet.workspace.streamed.AppliedReport;
import app.pallet.workspace.streamed.StreamedApply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet apply}: a recipe changes the products of a catalogue, and they are committed. */
@Command(
    name = "apply",
    description =
        "Changes products as a recipe says, such as prices by a percentage. Recipes are described"
            + " in docs/recipes.md.",
    mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

  private static final int PROBLEMS_SHOWN = 20;

  private final CatalogueBackups backups;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a JSON file.")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The catalogue that is changed.")
  private Path catalogue;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Changes only products of which this is true, such as 'price > 10 and brand = \"Acme\"'.")
  private String where = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Answers a question of the recipe; may be repeated.")
  private Map<String, String> answers = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "Only says what would be done; writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--strict",
      description =
          "Writes nothing if something may be a slip (prices that jump, much of the catalogue"
              + " changed) or any value can't be taken.")
  private boolean strict;

  @Option(names = "--json", description = "Prints the report as one JSON object.")
  private boolean json;

  @Mixin private CommitOptions commit = new CommitOptions();
  @Mixin private BackupOption backup = new BackupOption();

  ApplyCommand(CatalogueBackups backups) {
    this.backups = backups;
  }

  @Override
  public Integer call() {
    Recipe recipe = RecipeFile.read(text(), file.toString());
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> applyAll(recipe, monitor));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The recipe " + file + " can't be read", e);
    }
  }

  private int applyAll(Recipe recipe, SampledMonitor monitor) throws IOException {
    try (Terminal terminal = Terminal.of(spec, json, monitor)) {
      boolean isRefused = false;
      ApplyReport report = null;
      if (strict || dryRun) {
        report = run(recipe, true, monitor);
        isRefused = strict && (!report.warnings().isEmpty() || report.problemCount() > 0);
      }
      boolean writes = !dryRun && !isRefused && !monitor.isCancelled();
      if (report == null || writes) {
        backup.make(backups, catalogue, monitor, spec);
        report = run(recipe, false, monitor);
      }
      terminal.close();
      print(report);
      return exitCode(report, isRefused, monitor);
    }
  }

  private int exitCode(ApplyReport report, boolean isRefused, SampledMonitor monitor) {
    if (monitor.isCancelled()) {
      return ExitCode.CANCELLED;
    }
    if (report.stopped() != null) {
      return ExitCode.ENVIRONMENT;
    }
    boolean isDone = report.isComplete() || (dryRun && report.problemCount() == 0);
    return isDone && !isRefused ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private ApplyReport run(Recipe recipe, boolean onlyReads, SampledMonitor monitor) {
    long began = System.nanoTime();
    CommitPlan plan = commit.plan();
    try (CatalogueDatabase database = open(onlyReads)) {
      TableSchema schema = database.schema();
      RecipeWork work = recipe.on(schema, answers, StepConditions.of(schema));
      RowQuery query = RowQuery.ALL.filteredBy(FilterText.parse(schema, where));
      AppliedReport report =
          new StreamedApply(
                  database,
                  query,
                  work,
                  onlyReads ? Optional.empty() : Optional.of(plan),
                  json ? Integer.MAX_VALUE : PROBLEMS_SHOWN)
              .run(monitor);
      long milliseconds = Duration.ofNanos(System.nanoTime() - began).toMillis();
      return ApplyReport.of(recipe.name(), report, plan, onlyReads, milliseconds);
    }
  }

  private CatalogueDatabase open(boolean onlyReads) {
    return onlyReads
        ? CatalogueDatabase.openToRead(catalogue, ConnectionSettings.DEFAULT)
        : CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT);
  }

  private void print(ApplyReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, report);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %s found; %,d to change, %,d unchanged, %,d rejected; %s%n",
        report.recipe(),
        Outputs.counted(report.rowsFound(), "row"),
        report.edits(),
        report.unchanged(),
        report.rejected(),
        Outputs.counted(report.problemCount(), "problem"));
    report.examples().forEach(example -> out.println("  " + sentence(example)));
    for (ApplyReport.Moved moved : report.changes()) {
      out.println("  least change, " + sentence(moved.least()));
      out.println("  greatest change, " + sentence(moved.greatest()));
    }
    printProblems(out, report);
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
    out.flush();
  }

  private static String sentence(ApplyReport.Example example) {
    return "%s, %s: %s → %s"
        .formatted(
            example.row(), example.column(), shown(example.before()), shown(example.after()));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(empty)" : text.lines().findFirst().orElse("");
  }

  private static void printProblems(PrintWriter out, ApplyReport report) {
    List<ApplyReport.Problem> shown =
        report.problems().subList(0, Math.min(PROBLEMS_SHOWN, report.problems().size()));
    for (ApplyReport.Problem problem : shown) {
      String place =
          Stream.of(problem.row(), problem.column())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", "));
      out.printf("  %s: \"%s\" %s%n", place, problem.value(), problem.message());
    }
    if (report.problemCount() > shown.size()) {
      out.printf(
          Locale.ROOT, "  and %,d more; --json lists all%n", report.problemCount() - shown.size());
    }
  }
}
