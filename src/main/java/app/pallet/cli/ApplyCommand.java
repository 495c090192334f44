package app.pallet.cli;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.rows.query.FilterText;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.bulk.StepConditions;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.streamed.AppliedReport;
import app.pallet.workspace.streamed.AppliedReport.NamedProblem;
import app.pallet.workspace.streamed.StreamedApply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet apply}: a recipe changes the rows of a table, and they are committed. */
@Command(
    name = "apply",
    description =
        "Changes rows as a recipe says, such as prices by a percentage. Recipes are described"
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
      description = "The catalogue that is changed, or another database with --table.")
  private Path catalogue;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Changes only rows of which this is true, such as 'price > 10 and brand = \"Acme\"'.")
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

  @Mixin private TableOption table = new TableOption();
  @Mixin private CommitOptions commit = new CommitOptions();
  @Mixin private CommitOptions.Backup backup = new CommitOptions.Backup();

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
        table.requireIn(catalogue);
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
    try (CatalogueDatabase database = table.openToWrite(catalogue, onlyReads)) {
      TableSchema schema = database.schema();
      ReferenceTexts texts = new ReferenceTexts(database, CellFormat.PLAIN);
      RecipeWork work =
          recipe.on(schema, answers, StepConditions.of(schema, texts::named), texts::named);
      requireWritable(work);
      RowQuery query = RowQuery.ALL.filteredBy(FilterText.parse(schema, where, texts::named));
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

  private static void requireWritable(RecipeWork work) {
    for (Column column : work.writes()) {
      if (!column.isWritable(false)) {
        throw new RecipeException(column.label() + " can't be changed in rows that are there");
      }
    }
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

  /**
   * The answer of {@code pallet apply}, whose names are those of its JSON object. {@code edits},
   * {@code unchanged} and {@code rejected} add up to {@code rowsFound}; {@code committed}, {@code
   * failed}, {@code conflicting} and {@code pending} to {@code edits}.
   *
   * @param recipe its name
   * @param rowsFound rows to which it was done
   * @param edits rows that change
   * @param unchanged rows that stay as they are
   * @param rejected rows with a cell that can't take its value; they are not written
   * @param changes how far the numbers of each column move
   * @param examples the first cells that change
   * @param problems what could not be taken or was refused
   * @param problemCount how many problems there are, also where not all are listed
   * @param warnings what may be a slip, a sentence each
   * @param commit by which the history knows what was written, or null if nothing was
   * @param committed rows written
   * @param failed rows the database refused
   * @param conflicting rows someone else has changed
   * @param pending rows not written for another reason: a cancel, a dry run
   * @param mode how they were written, spelt as the option
   * @param batchSize rows of a batch
   * @param milliseconds from opening the catalogue to the end
   * @param stopped why it ended before its end, or null
   */
  private record ApplyReport(
      String recipe,
      long rowsFound,
      long edits,
      long unchanged,
      long rejected,
      List<Moved> changes,
      List<Example> examples,
      List<Problem> problems,
      long problemCount,
      List<String> warnings,
      @Nullable String commit,
      long committed,
      long failed,
      long conflicting,
      long pending,
      String mode,
      int batchSize,
      long milliseconds,
      @Nullable String stopped) {

    private static final int EXAMPLES = 5;

    /** A problem: in which row, named by its SKU or the like, in which column, with which value. */
    record Problem(String row, String column, String value, String message) {

      private static Problem of(NamedProblem named) {
        RowProblem problem = named.problem();
        return new Problem(named.row(), problem.column(), problem.value(), problem.sentence());
      }
    }

    /** A cell before and after. */
    record Example(String row, String column, String before, String after) {

      private static Example of(BulkReport.Cell cell) {
        return new Example(cell.name(), cell.column().name(), cell.before(), cell.after());
      }
    }

    /** The cells of a column whose numbers move least and most. */
    record Moved(String column, Example least, Example greatest) {

      private static Moved of(Map.Entry<Column, BulkReport.Extremes> extremes) {
        return new Moved(
            extremes.getKey().name(),
            Example.of(extremes.getValue().least()),
            Example.of(extremes.getValue().greatest()));
      }
    }

    static ApplyReport of(
        String recipe, AppliedReport report, CommitPlan plan, boolean dryRun, long milliseconds) {
      BulkReport rows = report.rows();
      return new ApplyReport(
          recipe,
          rows.rows() - rows.leftOut(),
          rows.changed(),
          rows.unchanged(),
          rows.problems(),
          rows.extremes().entrySet().stream().map(Moved::of).toList(),
          rows.first().stream()
              .filter(cell -> cell.problem().isEmpty())
              .limit(EXAMPLES)
              .map(Example::of)
              .toList(),
          report.problems().stream().map(Problem::of).toList(),
          report.problemCount(),
          warnings(report.warnings()),
          report.committed() == 0 ? null : report.commit(),
          report.committed(),
          report.failed(),
          report.conflicting(),
          report.pending(),
          KebabCase.of(plan.mode()),
          plan.batchSize(),
          milliseconds,
          stopped(report, dryRun));
    }

    private static List<String> warnings(List<CommitWarning> found) {
      List<String> warnings = new ArrayList<>();
      found.stream().filter(CommitWarning::asks).map(ImportReport::sentence).forEach(warnings::add);
      return warnings;
    }

    /**
     * A recipe that is done again changes rows once more; so it is said what is written already.
     */
    private static @Nullable String stopped(AppliedReport report, boolean dryRun) {
      if (report.stop().isEmpty() && !report.cancelled()) {
        return null;
      }
      String why = report.stop().map(CommitEnding.Stopped::reason).orElse("cancelled");
      return dryRun || report.committed() == 0
          ? why
          : "%s; the recipe would change the %,d committed rows once more if it is applied again, so undo them first: pallet history undo CATALOGUE %s"
              .formatted(
                  why.replaceFirst("\\.$", ""),
                  report.committed(),
                  report.commit().substring(0, 8));
    }

    /** Whether every row that was to change is in the database, and nothing was left out. */
    boolean isComplete() {
      return committed == edits && problemCount == 0;
    }
  }
}
