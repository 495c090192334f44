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
 * Tells what is said about rows of files that are pending with the lines they came from. For any
 * thread.
 *
 * @param origins where rows came from
 */
record ProblemOrigins(Map<RowKey, RowOrigin> origins) {

  ProblemOrigins {
    origins = Collections.unmodifiableMap(origins);
  }

  /** A listener that hears of every row where it came from. */
  CommitListener before(CommitListener listener) {
    return event -> listener.happened(placed(event));
  }

  /** The same report, its problems with the places of their rows. */
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

  /** The same findings, likewise. */
  CommitFindings placed(CommitFindings findings) {
    return new CommitFindings(
        findings.rows(), placed(findings.doubles()), findings.warnings(), findings.noBackup());
  }

  /** The same problems, in the same order, with the places of their rows. */
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
      case CommitEvent.Retried retried -> retried;
    };
  }

  private RowProblem placed(RowKey key, RowProblem problem) {
    RowOrigin origin = origins.get(key);
    return origin == null ? problem : problem.at(origin);
  }
}
