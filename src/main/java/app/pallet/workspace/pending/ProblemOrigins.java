package app.pallet.workspace.pending;

import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitReport;
import app.pallet.workspace.checks.CommitFindings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds to the problems of pending rows the lines of the files from which the rows came. For any
 * thread.
 *
 * @param origins the lines from which rows came
 */
record ProblemOrigins(Map<RowKey, RowOrigin> origins) {

  ProblemOrigins {
    origins = Collections.unmodifiableMap(origins);
  }

  /** A listener in front of another one, which gets every problem with the line of its row. */
  CommitListener before(CommitListener listener) {
    return event -> listener.happened(placed(event));
  }

  /** The same report, with the lines of the rows in its problems. */
  CommitReport placed(CommitReport report) {
    if (origins.isEmpty() || report.refusals().isEmpty()) {
      return report;
    }
    return new CommitReport(
        report.plan(),
        report.ending(),
        report.asked(),
        report.committedKeys(),
        report.newKeys(),
        placed(report.refusals()),
        report.nanos());
  }

  /** The same findings, with the lines of the rows in their problems. */
  CommitFindings placed(CommitFindings findings) {
    return new CommitFindings(
        findings.rows(), placed(findings.doubles()), findings.warnings(), findings.noBackup());
  }

  /** The same problems, in the same order, with the lines of their rows. */
  Map<RowKey, List<RowProblem>> placed(Map<RowKey, List<RowProblem>> problems) {
    Map<RowKey, List<RowProblem>> placed = LinkedHashMap.newLinkedHashMap(problems.size());
    problems.forEach(
        (key, all) -> placed.put(key, all.stream().map(each -> placed(key, each)).toList()));
    return placed;
  }

  private CommitEvent placed(CommitEvent event) {
    return switch (event) {
      case CommitEvent.RowFailed(RowKey key, String name, RowProblem problem) ->
          new CommitEvent.RowFailed(key, name, placed(key, problem));
      case CommitEvent.Conflict(RowKey key, String name, RowProblem problem) ->
          new CommitEvent.Conflict(key, name, placed(key, problem));
      case CommitEvent.Finished(CommitReport report) -> new CommitEvent.Finished(placed(report));
      case CommitEvent.Started started -> started;
      case CommitEvent.BatchCommitted batch -> batch;
      case CommitEvent.RowAltered altered -> altered;
      case CommitEvent.ParentAdded added -> added;
      case CommitEvent.Retried retried -> retried;
    };
  }

  private RowProblem placed(RowKey key, RowProblem problem) {
    RowOrigin origin = origins.get(key);
    return origin == null ? problem : problem.at(origin);
  }
}
