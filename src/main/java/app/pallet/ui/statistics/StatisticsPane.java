package app.pallet.ui.statistics;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.text.Counted;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.statistics.ColumnFigures;
import app.pallet.workspace.statistics.ColumnFigures.Bar;
import atlantafx.base.controls.Spacer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The figures of a column, or how far they are. FX thread. */
final class StatisticsPane extends VBox {

  private static final double TALLEST = 64;
  private static final double SHORTEST = 2;
  private static final Column MEAN = Column.builder("mean", ColumnType.DECIMAL).build();

  private final CellDisplay display;
  private final Label title;
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button("Cancel");

  /**
   * A pane that waits.
   *
   * @param cancelled told if the user doesn't want to wait
   */
  StatisticsPane(Column column, CellDisplay display, Runnable cancelled) {
    this.display = display;
    title = Labels.of(column.label(), "statistics-title");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress");
    HBox.setHgrow(bar, Priority.ALWAYS);
    cancel.setId("statistics-cancel");
    cancel.setOnAction(event -> cancelled.run());
    setFocusTraversable(true);
    getStyleClass().add("statistics");
    setId("statistics");
    Panes.style(this, "statistics.css");
    getChildren().addAll(title, Panes.line("statistics-progress", bar, cancel));
  }

  void focusFirst() {
    cancel.requestFocus();
  }

  /** How much is done, from 0 to 1. */
  void show(double fraction) {
    bar.setProgress(fraction);
  }

  /** Says why there are no figures. */
  void fail(String why) {
    getChildren().setAll(title, Labels.wrapped(why, "statistics-problem"));
  }

  void show(ColumnFigures figures) {
    GridPane lines = new GridPane();
    lines.getStyleClass().add("statistics-figures");
    line(lines, "Rows shown", Wording.grouped(figures.rows()));
    line(lines, "Empty", Wording.grouped(figures.empty()));
    if (figures.unread() > 0) {
      line(lines, "Can't be read", Wording.grouped(figures.unread()));
    }
    line(lines, "Different values", Wording.grouped(figures.distinct()));
    if (figures.least() != null) {
      line(lines, "Least", text(figures.column(), figures.least()));
      line(lines, "Greatest", text(figures.column(), figures.greatest()));
    }
    figures.mean().ifPresent(mean -> line(lines, "Mean", text(MEAN, rounded(mean))));
    getChildren().setAll(title, lines);
    if (!figures.bars().isEmpty()) {
      getChildren().addAll(histogram(figures), ends(figures));
    }
    requestFocus(); // for the button that had it is gone, and Esc must still close
  }

  private static BigDecimal rounded(BigDecimal mean) {
    return mean.setScale(Math.min(4, mean.scale()), RoundingMode.HALF_UP);
  }

  private void line(GridPane lines, String name, String value) {
    Label figure = Labels.of(value, "statistics-figure");
    figure.setId("statistics-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    lines.addRow(lines.getRowCount(), Labels.of(name, "statistics-name"), figure);
    GridPane.setHgrow(figure, Priority.ALWAYS);
  }

  private String text(Column column, @Nullable Object value) {
    return display.of(column, value);
  }

  private HBox histogram(ColumnFigures figures) {
    List<Bar> bars = figures.bars();
    long most = bars.stream().mapToLong(Bar::rows).max().orElse(1);
    HBox histogram = new HBox();
    histogram.setAlignment(Pos.BOTTOM_LEFT);
    histogram.getStyleClass().add("histogram");
    histogram.setId("histogram");
    for (Bar part : bars) {
      Region column = new Region();
      column.getStyleClass().add("histogram-bar");
      double height = TALLEST * part.rows() / Math.max(1, most);
      column.setMinHeight(part.rows() == 0 ? 0 : Math.max(SHORTEST, height));
      column.setMaxHeight(column.getMinHeight());
      HBox.setHgrow(column, Priority.ALWAYS);
      String said =
          "%s to %s: %s"
              .formatted(
                  text(figures.column(), part.from()),
                  text(figures.column(), part.to()),
                  Counted.of(part.rows(), "row", "rows"));
      Tooltip.install(column, new Tooltip(said));
      column.setAccessibleText(said);
      histogram.getChildren().add(column);
    }
    histogram.setMinHeight(TALLEST);
    return histogram;
  }

  private HBox ends(ColumnFigures figures) {
    return new HBox(
        Labels.of(text(figures.column(), figures.least()), "histogram-end"),
        new Spacer(),
        Labels.of(text(figures.column(), figures.greatest()), "histogram-end"));
  }
}
