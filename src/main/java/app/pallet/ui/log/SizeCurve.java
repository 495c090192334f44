package app.pallet.ui.log;

import app.pallet.commit.comparison.BatchSizes;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/**
 * Draws paces over batch sizes: sizes evenly apart, since each is several times the one before, and
 * paces from 0 on, so that a flat curve looks flat. FX thread.
 */
final class SizeCurve extends Pane {

  private static final double MARGIN = 34; // half of a label beside the outer points
  private static final double LABEL = 18; // above and below the curve
  private static final double DOT = 8;

  private final Line ground = new Line();
  private final Polyline line = new Polyline();
  private final List<Point> points = new ArrayList<>();
  private double fastest = 1;

  private record Point(double rowsPerSecond, Region dot, Label pace, Label size) {}

  SizeCurve() {
    ground.getStyleClass().add("size-ground");
    line.getStyleClass().add("size-line");
    setMinHeight(60);
    setId("size-curve");
  }

  /** Shows other figures. */
  void show(List<BatchSizes.Rate> rates, int suggested) {
    points.clear();
    getChildren().setAll(ground, line);
    fastest = rates.stream().mapToDouble(BatchSizes.Rate::rowsPerSecond).max().orElse(1);
    for (BatchSizes.Rate rate : rates) {
      Region dot = new Region();
      dot.getStyleClass().add("size-dot");
      Label pace = label(Wording.pace(rate.rowsPerSecond()), "size-pace");
      Label size = label(Wording.grouped(rate.batchSize()), "size-name");
      if (rate.batchSize() == suggested) {
        List.of(dot, pace, size).forEach(node -> node.getStyleClass().add("suggested"));
      }
      points.add(new Point(rate.rowsPerSecond(), dot, pace, size));
      getChildren().addAll(dot, pace, size);
    }
    setAccessibleText(
        rates.stream()
            .map(rate ->
                "%s rows a batch: %s rows a second"
                    .formatted(
                        Wording.grouped(rate.batchSize()), Wording.pace(rate.rowsPerSecond())))
            .collect(Collectors.joining("; ")));
    requestLayout();
  }

  private static Label label(String text, String style) {
    Label label = Labels.of(text, style);
    return label;
  }

  @Override
  protected void layoutChildren() {
    double bottom = getHeight() - LABEL;
    double high = bottom - LABEL - DOT;
    double step = points.size() < 2 ? 0 : (getWidth() - 2 * MARGIN) / (points.size() - 1);
    line.getPoints().clear();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = MARGIN + step * i;
      double y = bottom - high * point.rowsPerSecond / fastest;
      line.getPoints().addAll(x, y);
      point.dot.resizeRelocate(x - DOT / 2, y - DOT / 2, DOT, DOT);
      place(point.pace, x, y - DOT - LABEL / 2);
      place(point.size, x, bottom + LABEL / 2);
    }
    ground.setStartX(0);
    ground.setEndX(getWidth());
    ground.setStartY(bottom);
    ground.setEndY(bottom);
  }

  private static void place(Label label, double x, double y) {
    double width = label.prefWidth(-1);
    double height = label.prefHeight(width);
    label.resizeRelocate(x - width / 2, y - height / 2, width, height);
  }
}
