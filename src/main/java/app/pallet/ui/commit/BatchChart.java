package app.pallet.ui.commit;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * Rows a second of each batch as columns, from 0 on, over the measured pace of one by one as a
 * dashed line. If there are more batches than room, a column is the mean of several. FX thread.
 */
public final class BatchChart extends Pane {

  private static final int MOST = 60;
  private static final double AXIS = 52;
  private static final double RIGHT = 16;
  private static final double TOP = 8;
  private static final double BOTTOM = 14;
  private static final double GAP = 1;
  private static final double WIDEST = 24;

  private final CommitCourse course;
  private final Line ground = new Line();
  private final Line slow = new Line();
  private final Label most = Labels.of("", "axis");
  private final Label none = Labels.of("0", "axis");
  private final List<Region> columns = new ArrayList<>();
  private List<Double> paces = List.of();
  private int slots = 1;

  /** A chart of the running commit, or of the last one. */
  public BatchChart(CommitCourse course) {
    this.course = course;
    setId("batch-chart");
    getStyleClass().add("batch-chart");
    ground.getStyleClass().add("size-ground");
    slow.getStyleClass().add("pace-line");
    course.revisionProperty().subscribe(now -> draw());
  }

  private void draw() {
    List<CommitEvent.BatchCommitted> batches = course.batches();
    int expected = Math.max(batches.size(), course.expectedBatches());
    int together = Math.max(1, Math.ceilDiv(expected, MOST));
    slots = Math.max(1, Math.ceilDiv(expected, together));
    List<Double> means = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += together) {
      means.add(pace(batches.subList(from, Math.min(batches.size(), from + together))));
    }
    paces = means;
    while (columns.size() < means.size()) {
      Region column = new Region();
      column.getStyleClass().add("batch-column");
      columns.add(column);
    }
    getChildren().setAll(ground, most, none);
    getChildren().addAll(columns.subList(0, means.size()));
    getChildren().add(slow);
    most.setText(means.isEmpty() ? "" : Wording.shortened(highest()));
    setAccessibleText("Rows a second of " + batches.size() + " batches");
    requestLayout();
  }

  private static double pace(List<CommitEvent.BatchCommitted> batches) {
    long rows = batches.stream().mapToLong(CommitEvent.BatchCommitted::rows).sum();
    long nanos = batches.stream().mapToLong(CommitEvent.BatchCommitted::nanos).sum();
    return nanos == 0 ? 0 : rows / (nanos / 1e9);
  }

  private double highest() {
    return paces.stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  @Override
  protected void layoutChildren() {
    double bottom = getHeight() - BOTTOM;
    double high = Math.max(1, bottom - TOP);
    double width = Math.max(1, getWidth() - AXIS - RIGHT);
    double highest = Math.max(1, highest());
    double step = width / slots;
    for (int i = 0; i < paces.size(); i++) {
      double height = Math.max(1, Math.round(high * paces.get(i) / highest));
      columns
          .get(i)
          .resizeRelocate(
              AXIS + Math.round(i * step),
              bottom - height,
              Math.clamp(step - GAP, 2, WIDEST),
              height);
    }
    place(ground, bottom);
    Optional<MeasuredRate> measured = course.oneByOne();
    slow.setVisible(measured.filter(rate -> rate.rowsPerSecond() <= highest).isPresent());
    measured.ifPresent(
        rate -> place(slow, Math.round(bottom - high * rate.rowsPerSecond() / highest) - 0.5));
    most.resizeRelocate(0, TOP - 8, AXIS - 6, 16);
    none.resizeRelocate(0, bottom - 8, AXIS - 6, 16);
  }

  private void place(Line line, double y) {
    line.setStartX(AXIS);
    line.setEndX(getWidth() - RIGHT);
    line.setStartY(y);
    line.setEndY(y);
  }
}
