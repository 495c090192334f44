package app.pallet.ui.log;

import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.PaneHeader;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Compares paces as horizontal bars, each labelled with its measured rows per second and its ratio.
 * Bars are drawn to one linear scale: a bar 200 times as long is the point of the picture.
 */
public final class RateChart extends VBox {

  private final ObservableList<RateBar> bars;
  private final PaneHeader header = new PaneHeader("Commit modes");
  private final VBox rows = new VBox();

  /** A chart that shows whatever these bars are at any time. */
  public RateChart(ObservableList<RateBar> bars) {
    this.bars = bars;
    EmptyState empty =
        new EmptyState(
            Feather.BAR_CHART_2,
            "Not measured yet",
            "Compare modes commits your own pending rows to a scratch copy in all three modes.");
    empty.visibleProperty().bind(Bindings.isEmpty(bars));
    rows.getStyleClass().add("rate-rows");
    StackPane content = new StackPane(rows, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("rate-chart");
    getChildren().addAll(header, content);
    setId("rate-chart");
    bars.addListener((ListChangeListener<RateBar>) change -> draw());
    draw();
  }

  /** When and on what the bars were measured. */
  public StringProperty remarkProperty() {
    return header.remarkProperty();
  }

  private void draw() {
    double fastest = bars.stream().mapToDouble(RateBar::rowsPerSecond).max().orElse(1);
    rows.getChildren().setAll(bars.stream().map(bar -> row(bar, fastest)).toList());
  }

  private static Node row(RateBar bar, double fastest) {
    Label name = new Label(bar.name());
    name.getStyleClass().add("rate-name");
    Label pace = new Label(Wording.pace(bar.rowsPerSecond()) + " rows/s");
    pace.getStyleClass().add("rate-pace");
    Label ratio = new Label(Wording.ratio(bar.ratio()));
    ratio.getStyleClass().add("rate-ratio");
    Label remark = new Label(bar.remark());
    remark.getStyleClass().add("rate-remark");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(name, remark, space, pace, ratio);
    List.of(name, pace, ratio).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
    line.getStyleClass().add("rate-line");
    line.setAlignment(Pos.BASELINE_LEFT);

    double share = fastest == 0 ? 0 : bar.rowsPerSecond() / fastest;
    Region filled = new Region();
    filled.getStyleClass().add("rate-bar");
    if (bar.rowsPerSecond() == fastest) {
      filled.getStyleClass().add("fastest");
    }
    StackPane track = new StackPane(filled);
    track.getStyleClass().add("rate-track");
    track.setAlignment(Pos.CENTER_LEFT);
    DoubleBinding width = track.widthProperty().multiply(share);
    filled.minWidthProperty().bind(Bindings.max(3, width));
    filled.maxWidthProperty().bind(Bindings.max(3, width));

    VBox row = new VBox(line, track);
    row.getStyleClass().add("rate-row");
    row.setAccessibleText(
        bar.name() + ": " + pace.getText() + ", " + ratio.getText() + ", " + bar.remark());
    return row;
  }
}
