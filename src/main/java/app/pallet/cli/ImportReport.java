package app.pallet.cli;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.workspace.PasteReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer of {@code pallet import}, whose names are those of its JSON object. {@code committed},
 * {@code failed}, {@code conflicting} and {@code pending} add up to {@code adds} and {@code edits}.
 *
 * @param source the file
 * @param rowsRead rows of the file, without its header
 * @param adds rows that no product matched
 * @param edits rows that differ from their product
 * @param unchanged rows that equal their product
 * @param problems everything that could not be taken or was refused
 * @param committed rows written
 * @param failed rows the database refused
 * @param conflicting rows someone else has changed
 * @param pending rows not written for another reason: a problem of theirs, a cancel, a dry run
 * @param mode how they were written, spelt as the option
 * @param batchSize rows of a batch
 * @param milliseconds from opening the file to the end
 */
record ImportReport(
    String source,
    int rowsRead,
    int adds,
    int edits,
    int unchanged,
    List<Problem> problems,
    int committed,
    int failed,
    int conflicting,
    int pending,
    String mode,
    int batchSize,
    long milliseconds) {

  /** A problem with its place in the file; line 0 where it has none. */
  record Problem(long line, String column, String value, String message) {

    static Problem of(RowProblem problem) {
      return new Problem(
          problem.origin().line(), problem.column(), problem.value(), problem.sentence());
    }
  }

  static ImportReport of(
      PasteReport read, Optional<CommitReport> commit, CommitPlan plan, long milliseconds) {
    int wanted = read.adds() + read.edits();
    int committed = commit.map(CommitReport::committed).orElse(0);
    int failed = commit.map(CommitReport::failed).orElse(0);
    int conflicting = commit.map(CommitReport::conflicting).orElse(0);
    Stream<RowProblem> refusals =
        commit.stream().flatMap(c -> c.refusals().values().stream()).flatMap(List::stream);
    return new ImportReport(
        read.source(),
        read.rows(),
        read.adds(),
        read.edits(),
        read.unchanged(),
        Stream.concat(read.problems().stream(), refusals).map(Problem::of).toList(),
        committed,
        failed,
        conflicting,
        wanted - committed - failed - conflicting,
        KebabCase.of(plan.mode()),
        plan.batchSize(),
        milliseconds);
  }

  /** Whether every wanted row is in the database and nothing of the file was left out. */
  boolean isComplete() {
    return committed == adds + edits && problems.isEmpty();
  }
}
