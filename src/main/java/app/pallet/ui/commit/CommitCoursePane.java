package app.pallet.ui.commit;

import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.text.Counted;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * How far and how fast the running commit is, with its Stop; after it, what it did and how many
 * times as fast as one by one that was. In a low window it is one line. FX thread.
 */
public final class CommitCoursePane extends VBox {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final CommitCourse course;
  private final ProgressViewModel progress;
  private final Label figure = named("course-figure", "big-figure");
  private final Label unit = named("course-unit", "big-unit");
  private final Label timeLeft = named("course-time-left");
  private final BatchTrack track = new BatchTrack();
  private final Label rows = named("course-rows");
  private final Label batch = named("course-batch", "pane-remark");
  private final Label ratio = named("course-ratio", "course-ratio");
  private final Label measured = named("course-measured", "pane-remark");
  private final HBox refusal;
  private final Label refused = named("course-refused");
  private final Button stop;
  private final Label stays = named("course-stays", "pane-remark");
  private final Button takeBack;

  /**
   * What the buttons do.
   *
   * @param showRefused brings the rows that were refused into view
   * @param takeBack shows commits that can be taken back
   * @param isRefused whether they can't be shown now
   * @param compare measures the modes
   */
  public record Actions(
      Runnable showRefused,
      Runnable takeBack,
      ObservableBooleanValue isRefused,
      Runnable compare) {}

  /**
   * A pane over the course of commits.
   *
   * @param low whether there is room for one line only
   */
  public CommitCoursePane(
      CommitViewModel viewModel,
      CommitCourse course,
      ProgressViewModel progress,
      ObservableBooleanValue low,
      Actions actions) {
    this.course = course;
    this.progress = progress;
    Hyperlink show = new Hyperlink("Show them");
    show.setId("show-refused");
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(event -> actions.showRefused.run());
    refused.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
    refusal = Panes.line("course-line", refused, new Spacer(), show);
    refusal.getStyleClass().add("course-refusal");
    stop = Buttons.small("stop-commit-now", "Stop", progress::cancel);
    stop.setGraphic(Icons.of(Feather.SQUARE));
    takeBack = Buttons.small("course-take-back", "Take back…", actions.takeBack);
    takeBack.setGraphic(Icons.of(Feather.ROTATE_CCW));
    takeBack.disableProperty().bind(actions.isRefused);
    Button compare = Buttons.small("course-compare", "Compare modes", actions.compare);
    compare.setGraphic(Icons.of(Feather.BAR_CHART_2));
    compare.disableProperty().bind(viewModel.blockedProperty());
    Panes.showWhile(compare, viewModel.committingProperty().not());
    ratio.setGraphic(Icons.of(Feather.ZAP));
    measured.setTooltip(
        Buttons.tooltip("How fast one by one was, when that was measured, and on what"));
    Stream.of(figure, unit, timeLeft, rows, ratio)
        .forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
    HBox head = Panes.line("course-head", figure, unit, new Spacer(), timeLeft);
    HBox counts = Panes.line("course-line", rows, new Spacer(), batch);
    HBox speed = Panes.line("course-line", ratio, new Spacer(), measured);
    HBox buttons = Panes.line("course-line", stop, stays, takeBack, compare);
    Spacer room = new Spacer(Orientation.VERTICAL);
    setId("commit-course");
    getStyleClass().add("commit-course");
    low.subscribe(isLow -> {
      getChildren().clear();
      pseudoClassStateChanged(LOW, isLow);
      if (isLow) {
        getChildren().add(Panes.line("course-line", track, figure, unit, ratio, stop));
      } else {
        head.getChildren().setAll(figure, unit, new Spacer(), timeLeft);
        speed.getChildren().setAll(ratio, new Spacer(), measured);
        buttons.getChildren().setAll(stop, stays, takeBack, compare);
        getChildren().addAll(head, track, counts, refusal, speed, room, buttons);
      }
    });
    course.revisionProperty().subscribe(now -> draw());
    progress.detailsProperty().subscribe(now -> draw());
  }

  private static Label named(String id, String... styles) {
    Label label = Labels.of("", styles);
    label.setId(id);
    return label;
  }

  private void draw() {
    boolean runs = course.isRunning();
    pseudoClassStateChanged(DONE, course.report().isPresent());
    drawFigure();
    track.show(course.written(), course.asked(), course.expectedBatches());
    Panes.show(track, runs);
    timeLeft.setText(
        runs ? progress.timeLeft().map(left -> Wording.timeLeft(left) + " left").orElse("") : "");
    batch.setText(
        runs
            ? "batch %s of %s"
                .formatted(
                    Wording.grouped(course.batches().size()),
                    Wording.grouped(course.expectedBatches()))
            : Wording.pace(course.rowsPerSecond()) + " rows/s");
    boolean isSaidAbove = !runs && course.timesOneByOne().isEmpty();
    Panes.show(batch, course.plan().isPresent() && !isSaidAbove);
    rows.setText(rowsSoFar());
    int left = course.report().map(report -> report.refusals().size()).orElse(0);
    refused.setText(Counted.of(left, "row", "rows") + " refused or in conflict");
    Panes.show(refusal, left > 0);
    drawRatio();
    Panes.show(stop, runs);
    Panes.show(stays, runs);
    stays.setText(
        course.plan().map(CommitPlan::scope).filter(TransactionScope.PER_BATCH::equals).isPresent()
            ? "finished batches stay"
            : "nothing stays");
    Panes.show(takeBack, course.report().filter(report -> report.committed() > 0).isPresent());
  }

  private void drawFigure() {
    OptionalDouble times = course.timesOneByOne();
    if (course.plan().isEmpty()) {
      figure.setText("");
      unit.setText("No commit yet");
    } else if (!course.isRunning() && times.isPresent()) {
      figure.setText(Wording.ratio(times.getAsDouble()));
      unit.setText("as fast as one by one");
    } else {
      figure.setText(Wording.pace(course.rowsPerSecond()));
      unit.setText("rows/s");
    }
  }

  private String rowsSoFar() {
    String asked = Counted.of(course.asked(), "row", "rows");
    return course
        .report()
        .map(report -> done(report, asked))
        .orElseGet(
            () -> course.isRunning() ? Wording.grouped(course.written()) + " of " + asked : "");
  }

  private static String done(CommitReport report, String asked) {
    String written =
        report.isComplete() ? asked : Wording.grouped(report.committed()) + " of " + asked;
    return written + " in " + Wording.duration(report.duration());
  }

  /** Only what was measured is said, with when and on how many rows. */
  private void drawRatio() {
    OptionalDouble times = course.timesOneByOne();
    boolean isShown = course.isRunning() && times.isPresent();
    ratio.setText(isShown ? Wording.ratio(times.getAsDouble()) + " one by one" : "");
    Panes.show(ratio, isShown);
    measured.setText(
        course
            .oneByOne()
            .map(slow -> (course.isRunning() ? "" : "one by one: ") + measured(slow))
            .orElse(course.plan().isPresent() ? "Never compared with one by one" : ""));
  }

  private static String measured(MeasuredRate slow) {
    return "%s/s, %s on %s"
        .formatted(
            Wording.pace(slow.rowsPerSecond()),
            TIME.format(slow.measuredAt().atZone(ZoneId.systemDefault())),
            Counted.of(slow.rows(), "row", "rows"));
  }

  /** A bar with a tick for each batch: what is left of the last tick stays. */
  private static final class BatchTrack extends Region {

    /** More ticks than this would be a grey bar. */
    private static final int MOST_TICKS = 60;

    private final Region done = new Region();
    private final List<Region> ticks = new ArrayList<>();
    private double share;

    BatchTrack() {
      done.getStyleClass().add("track-done");
      getStyleClass().add("batch-track");
      setId("batch-track");
      getChildren().add(done);
    }

    void show(int written, int asked, int batches) {
      share = asked == 0 ? 0 : (double) written / asked;
      int wanted = batches > MOST_TICKS ? 0 : Math.max(0, batches - 1);
      if (ticks.size() != wanted) {
        getChildren().removeAll(ticks);
        ticks.clear();
        for (int i = 0; i < wanted; i++) {
          Region tick = new Region();
          tick.getStyleClass().add("track-tick");
          ticks.add(tick);
        }
        getChildren().addAll(ticks);
      }
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double height = getHeight();
      done.resizeRelocate(0, 0, Math.rint(getWidth() * share), height);
      for (int i = 0; i < ticks.size(); i++) {
        double x = Math.rint(getWidth() * (i + 1) / (ticks.size() + 1));
        ticks.get(i).resizeRelocate(x, 0, 1, height);
      }
    }
  }
}
