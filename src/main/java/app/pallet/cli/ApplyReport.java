package app.pallet.cli;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitPlan;
import app.pallet.schema.Column;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.streamed.AppliedReport;
import app.pallet.workspace.streamed.AppliedReport.NamedProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
record ApplyReport(
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

  /** A recipe that is done again changes rows once more; so it is said what is written already. */
  private static @Nullable String stopped(AppliedReport report, boolean dryRun) {
    if (report.stop().isEmpty() && !report.cancelled()) {
      return null;
    }
    String why = report.stop().map(CommitEnding.Stopped::reason).orElse("cancelled");
    return dryRun || report.committed() == 0
        ? why
        : "%s; the recipe would change the %,d committed rows once more if it is applied again, so undo them first: pallet history undo CATALOGUE %s"
            .formatted(
                why.replaceFirst("\\.$", ""), report.committed(), report.commit().substring(0, 8));
  }

  /** Whether every row that was to change is in the database, and nothing was left out. */
  boolean isComplete() {
    return committed == edits && problemCount == 0;
  }
}
