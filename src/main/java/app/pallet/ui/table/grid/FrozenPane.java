package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/**
 * Lies over the left of the rows while they are scrolled sideways, with the cells of the frozen
 * columns. As with the row headers, every row on the screen brings its own along. FX thread.
 */
public final class FrozenPane extends Pane {

  /** Width in pixels of the line at the edge of the frozen columns. */
  static final double EDGE = 2;

  private final TableView<GridRow> table;
  private final FrozenColumns frozen;
  private final InvalidationListener changed = observable -> update();
  private final WeakInvalidationListener weakly = new WeakInvalidationListener(changed);
  private final List<FrozenRow> rows = new ArrayList<>();
  private List<GridColumn> columns = List.of();

  FrozenPane(TableView<GridRow> table, FrozenColumns frozen) {
    this.table = table;
    this.frozen = frozen;
    getStyleClass().add("frozen-columns");
    setId("frozen-columns");
    setManaged(false);
    setVisible(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    frozen.countProperty().addListener(changed);
    table.getVisibleLeafColumns().addListener(changed);
  }

  /** Follows a skin that the table has got. */
  public void follow(GridSkin skin) {
    skin.horizontalBar().valueProperty().addListener(weakly);
    skin.horizontalBar().visibleProperty().addListener(weakly);
    skin.viewport().layoutBoundsProperty().addListener(weakly);
    skin.headerRow().heightProperty().addListener(weakly);
    update();
  }

  /** The cells of a row on the screen, which follow it up and down. */
  FrozenRow create(TableRow<GridRow> row) {
    FrozenRow made = new FrozenRow(row);
    made.layoutYProperty().bind(row.layoutYProperty());
    made.prefHeightProperty().bind(row.heightProperty());
    made.visibleProperty().bind(row.visibleProperty().and(row.emptyProperty().not()));
    return made;
  }

  void add(FrozenRow row) {
    rows.add(row);
    if (!getChildren().contains(row)) {
      getChildren().add(row);
    }
  }

  void remove(FrozenRow row) {
    rows.remove(row);
    getChildren().remove(row);
  }

  /** Shows what a row shows now, if any column stays. */
  void show(FrozenRow row) {
    if (isVisible()) {
      row.show(columns);
    }
  }

  @Override
  protected void layoutChildren() {
    getChildren().forEach(row -> row.resize(getWidth() - EDGE, row.prefHeight(-1)));
  }

  private void update() {
    List<GridColumn> wanted =
        IntStream.range(0, frozen.shown())
            .mapToObj(i -> (GridColumn) table.getVisibleLeafColumn(i))
            .toList();
    if (!wanted.equals(columns)) {
      columns.forEach(column -> column.widthProperty().removeListener(changed));
      wanted.forEach(column -> column.widthProperty().addListener(changed));
      columns = wanted;
    }
    double width = frozen.covered();
    setVisible(width > 0);
    if (table.getSkin() instanceof GridSkin skin) {
      Node view = skin.viewport();
      double height = view.getLayoutBounds().getHeight();
      resizeRelocate(
          0, skin.headerRow().getHeight(), Math.min(width + EDGE, table.getWidth()), height);
      skin.freezeHeaders(frozen.shown(), width > 0 ? frozen.scrolled() : 0);
    }
    rows.forEach(this::show);
    getChildren().forEach(row -> ((FrozenRow) row).requestLayout());
  }
}
