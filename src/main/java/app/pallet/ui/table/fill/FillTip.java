package app.pallet.ui.table.fill;

import app.pallet.operation.CellResult;
import app.pallet.operation.fill.Series;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.theme.Labels;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says beside the mouse what a fill would put where, and what Ctrl would make of it. FX thread. */
final class FillTip extends HBox {

  private final Label text = Labels.of("", "fill-tip-text");
  private final Label key = Labels.of("Ctrl", "fill-tip-key");
  private final Label other = Labels.of("", "fill-tip-text");

  FillTip() {
    getStyleClass().add("fill-tip");
    setId("fill-tip");
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    getChildren().addAll(text, key, other);
  }

  /**
   * What comes.
   *
   * @param first what the first filled cell gets, in the column that is looked at
   * @param last what the last one gets
   */
  record Coming(Column column, CellResult first, CellResult last) {

    static Coming of(Series series, Column column, int count) {
      return new Coming(column, series.at(column, 1), series.at(column, count));
    }

    private String text(CellDisplay display) {
      String from = text(first, display);
      String to = text(last, display);
      return from.equals(to) ? "“%s”".formatted(from) : "%s … %s".formatted(from, to);
    }

    private String text(CellResult result, CellDisplay display) {
      return switch (result) {
        case CellResult.Value(var value) ->
            value == null ? "" : CellText.beginning(display.of(column, value));
        case CellResult.Rejected(String rejected, var why) -> CellText.beginning(rejected);
        case CellResult.Untouched() -> "";
      };
    }
  }

  /**
   * Shows it.
   *
   * @param coming what comes, if it is known
   * @param isCounting whether the cells are counted on
   * @param canCount whether they show a rule by which they could be
   */
  void show(
      FillReach reach,
      Optional<Coming> coming,
      boolean isCounting,
      boolean canCount,
      CellDisplay display) {
    String where =
        reach.direction().isOfRows()
            ? Counted.of(reach.count(), "row", "rows")
            : Counted.of(reach.count(), "column", "columns");
    String what = coming.map(cells -> cells.text(display) + " ").orElse("");
    text.setText(what + "into " + where);
    other.setText(isCounting ? "repeats" : "counts on");
    for (Label hint : new Label[] {key, other}) {
      hint.setVisible(canCount);
      hint.setManaged(canCount);
    }
  }
}
