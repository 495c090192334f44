package app.pallet.ui.log;

import app.pallet.commit.comparison.BatchSizes;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.PaneHeader;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Compares paces as horizontal bars, each labelled with its measured rows per second and its ratio;
 * in a second view batch sizes as a curve. Bars are drawn to one linear scale: a bar 200 times as
 * long is the point of the picture.
 */
public final class RateChart extends VBox {

  private final ObservableList<RateBar> bars;
  private final ToggleGroup views = new ToggleGroup();
  private final ToggleButton modes = view("chart-modes", "Modes", Styles.LEFT_PILL);
  private final ToggleButton batchSizes =
      view("chart-batch-sizes", "Batch sizes", Styles.CENTER_PILL);
  private final ToggleButton batches = view("chart-batches", "Batches", Styles.RIGHT_PILL);
  private final PaneHeader header = new PaneHeader("Speed", switchOf(modes, batchSizes, batches));
  private final VBox rows = new VBox();

  /**
   * A chart that shows whatever these are at any time.
   *
   * @param bars the modes
   * @param sizes batch mode with other batch sizes
   * @param chosen the batch size of the next commit
   * @param byBatch what shows the batches of the last commit
   */
  public RateChart(
      ObservableList<RateBar> bars,
      ObservableValue<BatchSizes> sizes,
      IntegerProperty chosen,
      Node byBatch) {
    this.bars = bars;
    EmptyState empty =
        new EmptyState(
            Feather.BAR_CHART_2,
            "Not measured yet",
            "Compare modes commits your own pending rows to a scratch copy in all three modes.");
    empty.visibleProperty().bind(Bindings.isEmpty(bars));
    rows.getStyleClass().add("rate-rows");
    StackPane bySpeed = new StackPane(rows, empty);
    SizeChart bySize = new SizeChart(sizes, chosen);
    bySpeed.visibleProperty().bind(modes.selectedProperty());
    bySize.visibleProperty().bind(batchSizes.selectedProperty());
    byBatch.visibleProperty().bind(batches.selectedProperty());
    modes.setSelected(true);
    Buttons.keepOneDown(views);
    StackPane content = new StackPane(bySpeed, bySize, byBatch);
    VBox.setVgrow(content, Priority.ALWAYS);
    Tooltip whole = Buttons.tooltip(""); // for a remark that is cut off
    whole.textProperty().bind(header.remarkProperty());
    Tooltip.install(header, whole);
    getStyleClass().add("rate-chart");
    getChildren().addAll(header, content);
    setId("rate-chart");
    bars.addListener((ListChangeListener<RateBar>) change -> draw());
    draw();
  }

  /** Brings the comparison of modes to the front. */
  public void showModes() {
    modes.setSelected(true);
  }

  /** Brings the batches of the last commit to the front. */
  public void showBatches() {
    batches.setSelected(true);
  }

  /** When and on what the bars were measured. */
  public StringProperty remarkProperty() {
    return header.remarkProperty();
  }

  private static HBox switchOf(ToggleButton... buttons) {
    HBox box = new HBox(buttons);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.getStyleClass().add("mode-switch");
    return box;
  }

  private ToggleButton view(String id, String text, String place) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setToggleGroup(views);
    button.getStyleClass().addAll(place, Styles.SMALL);
    return button;
  }

  private void draw() {
    double fastest = bars.stream().mapToDouble(RateBar::rowsPerSecond).max().orElse(1);
    rows.getChildren().setAll(bars.stream().map(bar -> row(bar, fastest)).toList());
  }

  private static Node row(RateBar bar, double fastest) {
    Label name = Labels.of(bar.name(), "rate-name");
    Label pace = new Label(Wording.pace(bar.rowsPerSecond()) + " rows/s");
    pace.getStyleClass().add("rate-pace");
    Label ratio = Labels.of(Wording.ratio(bar.ratio()), "rate-ratio");
    Label remark = Labels.of(bar.remark(), "rate-remark");
    HBox line = new HBox(name, remark, new Spacer(), pace, ratio);
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
