package app.pallet.commit.log;

import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.commit.log.LogLine.Level;
import app.pallet.database.file.ConnectionSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts what happened during a commit or a comparison into lines of text. Pure functions of the
 * events: every figure in a line was measured, and a line that refers to another time says which.
 * For the log pane and the terminal; any thread.
 */
public final class CommitLog {

  private final LogFigures figures;

  /** Lines with numbers grouped as usual in a locale, and with times of day of a zone. */
  public CommitLog(Locale locale, ZoneId zone) {
    figures = new LogFigures(locale, zone);
  }

  /** The lines about an event, one for most. */
  public List<LogLine> lines(CommitEvent event) {
    return switch (event) {
      case CommitEvent.Started started -> List.of(LogLine.plain(started(started)));
      case CommitEvent.BatchCommitted batch -> List.of(LogLine.plain(batch(batch)));
      case CommitEvent.RowFailed failed ->
          List.of(new LogLine(Level.WARNING, problem("Refused", failed.name(), failed.problem())));
      case CommitEvent.Conflict conflict ->
          List.of(
              new LogLine(Level.WARNING, problem("Conflict", conflict.name(), conflict.problem())));
      case CommitEvent.RowAltered altered ->
          List.of(new LogLine(Level.WARNING, altered.name() + ": " + altered.what()));
      case CommitEvent.ParentAdded(String what) -> List.of(LogLine.plain(what));
      case CommitEvent.Retried retried ->
          List.of(
              new LogLine(
                  Level.WARNING,
                  "%s; attempt %s failed, the next one follows in %s"
                      .formatted(
                          retried.reason(),
                          figures.count(retried.attempt()),
                          figures.time(retried.pause().toNanos()))));
      case CommitEvent.Finished finished -> finished(finished.report());
    };
  }

  /** The lines of a comparison: on what it was measured, and one for each mode. */
  public List<LogLine> lines(ComparisonResult result) {
    List<LogLine> lines = new ArrayList<>();
    MeasuredRate first = result.rates().getFirst();
    lines.add(
        LogLine.plain(
            "Modes compared at %s on copies of the catalogue with %s pending rows, %s, %s"
                .formatted(
                    figures.timeOfDay(first.measuredAt()),
                    figures.count(result.pending()),
                    batches(result.plan()),
                    name(first.settings()))));
    for (MeasuredRate rate : result.rates()) {
      lines.add(LogLine.plain(rate(result, rate)));
    }
    sizes(result).ifPresent(line -> lines.add(LogLine.plain(line)));
    return lines;
  }

  private Optional<String> sizes(ComparisonResult result) {
    return result
        .sizes()
        .suggested()
        .map(suggested -> {
          String measured =
              result.sizes().rates().stream()
                  .map(rate ->
                      "%s: %s"
                          .formatted(
                              figures.count(rate.batchSize()), figures.rate(rate.rowsPerSecond())))
                  .collect(Collectors.joining(", "));
          String advice =
              suggested.batchSize() == result.plan().batchSize()
                  ? "is a good size"
                  : "is suggested: the smallest within a tenth of the fastest";
          return "Batch sizes with %s each: %s. %s a batch %s"
              .formatted(
                  figures.rows(suggested.rows()),
                  measured,
                  figures.rows(suggested.batchSize()),
                  advice);
        });
  }

  /**
   * How a commit compares with the last measured rate of one-by-one; nothing where that would be no
   * comparison, since nothing was committed, or the file is written in another way.
   */
  public Optional<LogLine> comparedWith(
      MeasuredRate rate, CommitReport report, ConnectionSettings settings) {
    if (report.committed() == 0
        || report.plan().mode() == rate.mode()
        || !settings.equals(rate.settings())) {
      return Optional.empty();
    }
    return Optional.of(
        LogLine.plain(
            "%s times the %s of %s, measured at %s on %s"
                .formatted(
                    figures.ratio(report.rowsPerSecond() / rate.rowsPerSecond()),
                    figures.rate(rate.rowsPerSecond()),
                    rate.mode().label(),
                    figures.timeOfDay(rate.measuredAt()),
                    figures.rows(rate.rows()))));
  }

  private String started(CommitEvent.Started started) {
    return "Committing %s: %s, %s, %s"
        .formatted(
            figures.rows(started.rows()),
            started.plan().mode().label(),
            batches(started.plan()),
            name(started.settings()));
  }

  private String batches(CommitPlan plan) {
    if (plan.scope() == TransactionScope.ALL_OR_NOTHING) {
      return "all or nothing";
    }
    return plan.mode() == CommitMode.ONE_BY_ONE
        ? "each row a transaction"
        : figures.rows(plan.batchSize()) + " a batch";
  }

  private String batch(CommitEvent.BatchCommitted batch) {
    String transactions =
        batch.transactions() == 1
            ? ""
            : " in " + figures.count(batch.transactions()) + " transactions";
    return "Batch %s: %s%s, %s, %s"
        .formatted(
            figures.count(batch.number()),
            figures.rows(batch.rows()),
            transactions,
            figures.time(batch.nanos()),
            figures.rate(batch.rows() / (batch.nanos() / 1e9)));
  }

  private static String problem(String what, String name, RowProblem problem) {
    RowOrigin origin = problem.origin();
    String row = origin.line() > 0 ? "%s (%s)".formatted(name, origin.place()) : name;
    return "%s, %s: %s".formatted(what, row, problem.sentence());
  }

  private List<LogLine> finished(CommitReport report) {
    if (report.isUnclear() && report.ending() instanceof CommitEnding.Stopped stopped) {
      return List.of(
          new LogLine(Level.ERROR, "Stopped: " + stopped.reason()),
          new LogLine(
              Level.WARNING,
              "%s are known to be in the catalogue; whether others are is looked up before the next"
                      .formatted(figures.rows(report.committed()))
                  + " commit, and they stay pending until then"));
    }
    String done =
        "%s of %s committed in %s, %s"
            .formatted(
                figures.count(report.committed()),
                figures.rows(report.asked()),
                figures.time(report.nanos()),
                figures.rate(report.rowsPerSecond()));
    if (report.isComplete()) {
      return List.of(new LogLine(Level.DONE, done));
    }
    String rest =
        "%s refused, %s in conflict, %s still pending"
            .formatted(
                figures.count(report.failed()),
                figures.count(report.conflicting()),
                figures.count(report.pending()));
    return switch (report.ending()) {
      case CommitEnding.Finished finished ->
          List.of(new LogLine(Level.WARNING, done + "; " + rest));
      case CommitEnding.Cancelled cancelled ->
          List.of(new LogLine(Level.WARNING, "Cancelled: " + done + "; " + rest));
      case CommitEnding.Stopped stopped ->
          List.of(
              new LogLine(Level.ERROR, "Stopped: " + stopped.reason()),
              new LogLine(Level.WARNING, done + "; " + rest));
    };
  }

  private String rate(ComparisonResult result, MeasuredRate rate) {
    String sample = rate.rows() < result.pending() ? " (a sample)" : "";
    String line =
        "%-10s %s%s in %s, %s"
            .formatted(
                rate.mode().label(),
                figures.rows(rate.rows()),
                sample,
                figures.time(rate.nanos()),
                figures.rate(rate.rowsPerSecond()));
    return rate.mode() == CommitMode.ONE_BY_ONE
        ? line
        : "%s, %s times one by one"
            .formatted(line, figures.ratio(result.timesOneByOne(rate.mode())));
  }

  private static String name(ConnectionSettings settings) {
    return settings.journalMode() + "/" + settings.synchronous();
  }
}
