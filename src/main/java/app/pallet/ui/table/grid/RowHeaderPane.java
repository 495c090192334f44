package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.selection.RangeSelection;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/**
 * The row headers beside the table, where they stay when it scrolls sideways. Every row on the
 * screen brings its own header, which follows it up and down.
 */
public final class RowHeaderPane extends Pane {

  private static final double NARROWEST = 58;

  /** Bar, sign and the gaps beside them. */
  private static final double SIGN_WIDTH = 31;

  private static final double DIGIT_WIDTH = 7.3;

  private final RangeSelection selection;
  private final UnaryOperator<String> labels;

  /**
   * An empty pane.
   *
   * @param labels gives the label of the column of a name
   */
  public RowHeaderPane(RangeSelection selection, UnaryOperator<String> labels) {
    this.labels = labels;
    this.selection = selection;
    selection.rangesProperty().addListener(observable -> showSelected());
    getStyleClass().add("row-headers");
    setAccessibleText("Row numbers");
  }

  /** A header for a row on the screen, which follows it up and down and is as high. */
  RowHeader create(TableRow<GridRow> row) {
    RowHeader header = new RowHeader(labels);
    header.layoutYProperty().bind(row.layoutYProperty());
    header.prefHeightProperty().bind(row.heightProperty());
    header.visibleProperty().bind(row.visibleProperty().and(row.emptyProperty().not()));
    return header;
  }

  /** Shows a row in its header. */
  void show(RowHeader header, GridRow row) {
    header.show(row);
    header.showSelected(isSelected(header));
  }

  /** Shows no more of the headers than the table shows of its rows. */
  public void clip(ObservableValue<Double> height) {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(height);
    setClip(clip);
  }

  /** Makes room for the numbers of so many rows. */
  public void fit(int rowCount) {
    int characters = "%,d".formatted(Math.max(rowCount, 999)).length();
    setPrefWidth(Math.max(NARROWEST, Math.ceil(SIGN_WIDTH + DIGIT_WIDTH * characters)));
    setMinWidth(USE_PREF_SIZE);
  }

  void add(RowHeader header) {
    if (!getChildren().contains(header)) {
      getChildren().add(header);
    }
  }

  void remove(RowHeader header) {
    getChildren().remove(header);
  }

  @Override
  protected void layoutChildren() { // sideways only: each header's row says how far down it is
    getChildren().forEach(header -> header.resize(getWidth(), header.prefHeight(-1)));
  }

  private void showSelected() {
    getChildren().forEach(node -> ((RowHeader) node).showSelected(isSelected((RowHeader) node)));
  }

  private boolean isSelected(RowHeader header) {
    return !selection.ranges().columnsOf(header.index()).isEmpty();
  }
}
