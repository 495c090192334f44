package app.pallet.ui.session;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.commit.log.CommitLog;
import app.pallet.commit.log.LogLine;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.log.LogInbox;
import app.pallet.ui.log.LogLine.Level;
import app.pallet.ui.log.RateBar;
import app.pallet.ui.text.Wording;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.workspace.input.PasteReport;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the log pane and the chart what happens in commits and comparisons. It remembers the last
 * measured one-by-one rate, with which later commits are compared. {@link #happened} may be called
 * on any thread, all other methods on the FX thread.
 */
public final class CommitNarrator {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final EditorViewModel viewModel;
  private final LogInbox inbox;
  private final CommitLog log = new CommitLog(Locale.ROOT, ZoneId.systemDefault());
  private Optional<MeasuredRate> oneByOne = Optional.empty();

  /** A narrator for a window in which nothing has been measured yet. */
  public CommitNarrator(EditorViewModel viewModel) {
    this.viewModel = viewModel;
    this.inbox = viewModel.log().inbox();
  }

  /** Puts an event into the log. Any thread. */
  public void happened(CommitEvent event) {
    if (event instanceof CommitEvent.Started) {
      inbox.beginEntry();
    }
    viewModel.course().happened(event);
    boolean step = event instanceof CommitEvent.BatchCommitted;
    for (LogLine line : log.lines(event)) {
      inbox.add(step ? Level.STEP : level(line.level()), line.text());
    }
    if (event instanceof CommitEvent.Finished) {
      inbox.endEntry();
    }
  }

  /** Compares a finished commit with the last measured rate, if there is one, and describes it. */
  public Notice committed(CommitReport report, ConnectionSettings settings) {
    oneByOne
        .flatMap(rate -> log.comparedWith(rate, report, settings))
        .ifPresent(line -> inbox.add(level(line.level()), line.text()));
    String committed = Counted.of(report.committed(), "row", "rows") + " committed";
    if (report.isComplete()) {
      return Notice.done(committed, "It took " + Wording.duration(report.duration()));
    }
    int left = report.asked() - report.committed();
    if (report.isUnclear()) {
      return Notice.warning(
          "It is not known yet what was committed",
          Counted.of(left, "change stays", "changes stay")
              + " pending until the next commit has looked it up");
    }
    return Notice.warning(
        committed, Counted.of(left, "change is", "changes are") + " still pending");
  }

  /** Shows a comparison in log and chart. */
  public void compared(ComparisonResult result) {
    log.lines(result).forEach(line -> inbox.add(level(line.level()), line.text()));
    MeasuredRate slow = result.of(CommitMode.ONE_BY_ONE);
    oneByOne = Optional.of(slow);
    viewModel.course().compareWith(slow);
    viewModel.batchSizesProperty().set(result.sizes());
    viewModel.rates().setAll(result.rates().stream().map(rate -> bar(result, rate)).toList());
    viewModel
        .rateRemarkProperty()
        .set(
            "Measured at %s with your pending rows, %s/%s"
                .formatted(
                    TIME.format(slow.measuredAt().atZone(ZoneId.systemDefault())),
                    slow.settings().journalMode(),
                    slow.settings().synchronous()));
  }

  /** Shows the outcome of a commit, which the log has already. */
  void tell(Notice outcome) {
    viewModel.status().tell(outcome.sentence());
  }

  /** Logs which columns a paste or an import did not take. */
  public void pasted(PasteReport report) {
    List<String> ignored = report.ignored();
    if (!ignored.isEmpty()) {
      inbox.add(Level.INFO, "Columns not taken: " + String.join(", ", ignored));
    }
  }

  /** Says that something could not be done. */
  public void failed(String task) {
    inbox.add(Level.ERROR, task + " failed");
  }

  private static RateBar bar(ComparisonResult result, MeasuredRate rate) {
    String label = rate.mode().label();
    return new RateBar(
        label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
        rate.rowsPerSecond(),
        result.timesOneByOne(rate.mode()),
        "%s in %s"
            .formatted(
                Counted.of(rate.rows(), "row", "rows"),
                Wording.duration(java.time.Duration.ofNanos(rate.nanos()))));
  }

  private static Level level(LogLine.Level level) {
    return switch (level) {
      case PLAIN -> Level.INFO;
      case DONE -> Level.SUCCESS;
      case WARNING -> Level.WARNING;
      case ERROR -> Level.ERROR;
    };
  }
}
