package app.pallet.workspace.streamed;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.NearKeys;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.imports.MissingParents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds up the results of the portions of a {@link StreamedImport}. */
final class StreamedTally {

  private final int mostProblems;
  private final List<RowProblem> problems = new ArrayList<>();
  private final Map<RowProblem, String> refusedRows = new HashMap<>();
  private long problemCount;
  private NearKeys near = NearKeys.NONE;
  private long adds;
  private long edits;
  private long unchanged;
  private long rejected;
  private final MissingParents parents;
  private final WrittenTally written = new WrittenTally();

  StreamedTally(TableSchema schema, int mostProblems) {
    this.parents = new MissingParents(schema);
    this.mostProblems = mostProblems;
  }

  /** Counts what a portion would change. */
  void matched(MatchResult result, ChangeSet changes) {
    near = near.plus(result.near());
    adds += result.adds().size();
    edits += result.edits().size();
    unchanged += result.unchanged();
    rejected += result.rejected();
    Set<RowProblem> all = new LinkedHashSet<>(result.problems());
    all.removeIf(InputProblems.mended(changes.changes().stream()));
    changes.withProblems().forEach(change -> all.addAll(change.problems()));
    parents.add(changes.changes(), all);
    keep(all.stream());
  }

  /**
   * Notes why a row was not written.
   *
   * @param name the name of the row
   */
  void refused(Optional<RowOrigin> origin, String name, List<RowProblem> why) {
    List<RowProblem> placed =
        why.stream().map(problem -> origin.map(problem::at).orElse(problem)).toList();
    if (problems.size() < mostProblems) {
      placed.forEach(problem -> refusedRows.put(problem, name));
    }
    keep(placed.stream());
  }

  /** What was written so far. */
  WrittenTally written() {
    return written;
  }

  private void keep(Stream<RowProblem> found) {
    found.forEach(problem -> {
      problemCount++;
      if (problems.size() < mostProblems) {
        problems.add(problem);
      }
    });
  }

  StreamedReport report(ImportReading reading, List<CommitWarning> warnings, boolean cancelled) {
    return new StreamedReport(
        reading.mapping(),
        reading.readings(),
        reading.encoding(),
        reading.decisions(near).with(parents.names()),
        adds + edits + unchanged + rejected + reading.foldedLines(),
        reading.foldedLines(),
        adds,
        edits,
        unchanged,
        rejected,
        problems,
        problemCount,
        refusedRows,
        reading.cutOff(),
        warnings,
        written.committed(),
        written.failed(),
        written.conflicting(),
        written.stop(),
        cancelled);
  }
}
