package app.pallet.workspace.streamed;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.checks.CommitWarning;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link StreamedApply} did. {@code committed}, {@code failed}, {@code conflicting} and
 * {@link #pending} add up to the rows that change.
 *
 * @param rows what becomes of the rows that were looked at, with the first cells of it
 * @param problems the first problems
 * @param problemCount number of all problems
 * @param warnings possible slips among the changes that can be committed
 * @param commit by which the history finds what was written
 * @param committed rows written
 * @param failed rows the database refused
 * @param conflicting rows someone else has changed meanwhile
 * @param stop why the database could not go on; empty if it could
 * @param cancelled whether the user ended it
 */
public record AppliedReport(
    BulkReport rows,
    List<NamedProblem> problems,
    long problemCount,
    List<CommitWarning> warnings,
    String commit,
    long committed,
    long failed,
    long conflicting,
    Optional<CommitEnding.Stopped> stop,
    boolean cancelled) {

  public AppliedReport {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * A problem and the row it is in.
   *
   * @param row what the row is called
   */
  public record NamedProblem(String row, RowProblem problem) {}

  /** Rows that change but were not written: after a cancel, or in a dry run. */
  public long pending() {
    return rows.changed() - committed - failed - conflicting;
  }
}
