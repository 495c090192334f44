package app.pallet.ui.log;

import app.pallet.commit.comparison.BatchSizes;
import app.pallet.text.Counted;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Pace over batch size as a curve, what follows from it, and a button that sets the suggested size.
 * FX thread.
 */
final class SizeChart extends StackPane {

  private final ObservableValue<BatchSizes> sizes;
  private final IntegerProperty chosen;
  private final SizeCurve curve = new SizeCurve();
  private final Label advice = Labels.of("", "size-advice");
  private final Button use = new Button();

  /**
   * A chart of the latest measurement.
   *
   * @param chosen the batch size of the next commit
   */
  SizeChart(ObservableValue<BatchSizes> sizes, IntegerProperty chosen) {
    this.sizes = sizes;
    this.chosen = chosen;
    EmptyState empty =
        new EmptyState(
            Feather.TRENDING_UP,
            "No batch sizes measured yet",
            "Compare modes tries some, from 1,000 pending rows on.");
    empty.visibleProperty().bind(Bindings.createBooleanBinding(() -> suggested().isEmpty(), sizes));
    use.setId("use-batch-size");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setOnAction(event -> suggested().ifPresent(rate -> chosen.set(rate.batchSize())));
    use.managedProperty().bind(use.visibleProperty());
    advice.setId("batch-size-advice");
    advice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(advice, Priority.ALWAYS);
    HBox footer = Panes.line("rate-line", advice, use);
    VBox measured = new VBox(curve, footer);
    VBox.setVgrow(curve, Priority.ALWAYS);
    measured.visibleProperty().bind(empty.visibleProperty().not());
    measured.getStyleClass().add("size-chart");
    getChildren().addAll(measured, empty);
    sizes.addListener((observable, before, now) -> show());
    chosen.addListener((observable, before, now) -> show());
    show();
  }

  private Optional<BatchSizes.Rate> suggested() {
    return sizes.getValue().suggested();
  }

  private void show() {
    List<BatchSizes.Rate> rates = sizes.getValue().rates();
    suggested()
        .ifPresent(best -> {
          curve.show(rates, best.batchSize());
          boolean isChosen = best.batchSize() == chosen.get();
          String size = Counted.of(best.batchSize(), "row", "rows");
          advice.setText(
              isChosen
                  ? size + " a batch, as chosen, is a good size"
                  : "Nearly as fast, and less to lose");
          use.setText("Use " + size);
          use.setVisible(!isChosen);
        });
  }
}
