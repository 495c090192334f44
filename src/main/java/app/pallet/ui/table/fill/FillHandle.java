package app.pallet.ui.table.fill;

import app.pallet.operation.fill.Series;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.fill.FillTip.Coming;
import app.pallet.ui.table.grid.DragScroll;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.grid.GridSkin;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.CellRange;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.pending.Fill.Direction;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Lies over the table with a small square at the lower right corner of the selection. Drawn over
 * cells beside it, it lets the selected ones go on there; a double click goes down as far as the
 * neighbours. FX thread.
 */
public final class FillHandle extends Pane {

  private static final double HANDLE = 9;
  private static final double HIT_AREA = 13;

  /** Pixels between the mouse and what is said beside it. */
  private static final double BESIDE = 18;

  private final GridTable table;
  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final CellDisplay display;
  private final CellFormat format;
  private final FillListener listener;
  private final Region square = new Region();
  private final StackPane handle = new StackPane(square);
  private final Region range = new Region();
  private final FillTip tip = new FillTip();
  private final DragScroll scroll;
  private final Runnable place = this::place;
  private final EventHandler<KeyEvent> keys = this::key;
  private Optional<FillReach> reach = Optional.empty();
  private boolean isDragging;
  private boolean isSwitched;
  private double x;
  private double y;

  /** Is told what the user does with the handle. FX thread. */
  public interface FillListener {

    /** Whether nothing can be filled. */
    boolean isReadOnly();

    /** Cells are to go on in others. */
    void filled(Fill fill);

    /**
     * Cells are to go on downwards as far as their neighbours.
     *
     * @param beside columns of the neighbours, the first choice first
     * @param then gets the row of the last neighbour, unless the next row has none
     */
    void findLastNeighbour(int row, List<Column> beside, Consumer<Integer> then);
  }

  /**
   * A handle over a table.
   *
   * @param format how typed texts are read
   */
  public FillHandle(
      GridTable table,
      GridGeometry geometry,
      RangeSelection selection,
      CellDisplay display,
      CellFormat format,
      FillListener listener) {
    this.table = table;
    this.geometry = geometry;
    this.selection = selection;
    this.display = display;
    this.format = format;
    this.listener = listener;
    scroll = new DragScroll(geometry, this::reach);
    setPickOnBounds(false);
    getStyleClass().add("fill-layer");
    Panes.style(this, "fill.css");
    square.getStyleClass().add("fill-handle");
    square.setMaxSize(HANDLE, HANDLE);
    handle.setId("fill-handle");
    handle.setAccessibleText("Fill handle");
    handle.resize(HIT_AREA, HIT_AREA);
    range.getStyleClass().add("fill-range");
    range.setId("fill-range");
    range.setMouseTransparent(true);
    for (Node part : List.of(range, handle, tip)) {
      part.setManaged(false);
      part.setVisible(false);
      getChildren().add(part);
    }
    handle.setOnMousePressed(this::press);
    handle.setOnMouseDragged(this::drag);
    handle.setOnMouseReleased(this::release);
    handle.setOnMouseClicked(MouseEvent::consume);
    sceneProperty().addListener((property, before, now) -> follow(before, now));
  }

  /** After each layout, for rows and columns move under the handle in many ways. */
  private void follow(Scene before, Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(place);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(place);
    }
  }

  private void place() {
    Optional<CellRange> source = source();
    boolean isThere = source.isPresent() && table.getSkin() instanceof GridSkin;
    Optional<Bounds> corner =
        isThere
            ? geometry.boundsOf(new CellPosition(source.get().lastRow(), source.get().lastColumn()))
            : Optional.empty();
    handle.setVisible(corner.filter(this::isInSight).isPresent());
    corner.ifPresent(cell -> {
      Point2D point = sceneToLocal(cell.getMaxX() - 1, cell.getMaxY() - 1);
      handle.relocate(
          Math.rint(point.getX() - HIT_AREA / 2), Math.rint(point.getY() - HIT_AREA / 2));
    });
    showRange();
  }

  private boolean isInSight(Bounds cell) {
    Bounds view = geometry.viewport();
    return geometry.isInSight(cell)
        && cell.getMaxX() <= view.getMaxX() + HANDLE
        && cell.getMaxY() <= view.getMaxY() + HANDLE;
  }

  /** The selected rectangle, if it is the only one and its cells can be filled. */
  private Optional<CellRange> source() {
    List<CellRange> rectangles = selection.rectangles();
    return rectangles.size() == 1
            && !listener.isReadOnly()
            && !selection.isAdrift()
            && rectangles.getFirst().lastColumn() < table.getVisibleLeafColumns().size()
        ? Optional.of(rectangles.getFirst())
        : Optional.empty();
  }

  private void showRange() {
    Optional<Bounds> shown = reach.flatMap(filled -> bounds(filled.filled()));
    range.setVisible(shown.isPresent());
    shown.ifPresent(bounds ->
        range.resizeRelocate(
            bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()));
  }

  /** The part of a rectangle that is in sight. */
  private Optional<Bounds> bounds(CellRange cells) {
    Optional<Bounds> first =
        geometry.boundsOf(new CellPosition(cells.firstRow(), cells.firstColumn()));
    Optional<Bounds> last =
        geometry.boundsOf(new CellPosition(cells.lastRow(), cells.lastColumn()));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Bounds view = geometry.viewport();
    double left = Math.max(first.get().getMinX(), view.getMinX());
    double top = Math.max(first.get().getMinY(), view.getMinY());
    double right = Math.min(last.get().getMaxX(), view.getMaxX());
    double bottom = Math.min(last.get().getMaxY(), view.getMaxY());
    return left < right && top < bottom
        ? Optional.of(sceneToLocal(new BoundingBox(left, top, right - left, bottom - top)))
        : Optional.empty();
  }

  private void press(MouseEvent event) {
    event.consume();
    table.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      toNeighbour();
    } else if (event.getButton() == MouseButton.PRIMARY) {
      isDragging = true;
      isSwitched = event.isShortcutDown();
      getScene().addEventFilter(KeyEvent.ANY, keys);
    }
  }

  private void drag(MouseEvent event) {
    event.consume();
    if (isDragging) {
      x = event.getSceneX();
      y = event.getSceneY();
      isSwitched = event.isShortcutDown();
      reach();
      scroll.draggedTo(x, y);
    }
  }

  private void release(MouseEvent event) {
    event.consume();
    Optional<FillReach> wanted = reach;
    boolean isCounting = wanted.filter(this::isCounting).isPresent();
    end();
    wanted.ifPresent(filled -> fill(filled, isCounting));
  }

  /** Ctrl may be pressed while the mouse rests; Esc gives up. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
    } else {
      isSwitched = event.isShortcutDown();
      reach();
    }
    event.consume();
  }

  private void end() {
    isDragging = false;
    reach = Optional.empty();
    tip.setVisible(false);
    range.setVisible(false);
    scroll.stop();
    if (getScene() != null) {
      getScene().removeEventFilter(KeyEvent.ANY, keys);
    }
  }

  private void fill(FillReach filled, boolean isCounting) {
    selection.select(filled.whole());
    listener.filled(filled.fill(this::column, isCounting));
  }

  private void reach() {
    reach =
        isDragging
            ? source()
                .flatMap(cells -> geometry.nearest(x, y).flatMap(to -> FillReach.to(to, cells)))
            : Optional.empty();
    tip.setVisible(reach.isPresent());
    reach.ifPresent(this::tell);
    showRange();
  }

  private void tell(FillReach filled) {
    boolean isCounting = isCounting(filled);
    Optional<Series> counted = series(filled, true);
    tip.show(
        filled,
        series(filled, isCounting).map(series -> coming(filled, series)),
        isCounting,
        counted.filter(Series::isCounting).isPresent(),
        display);
    tip.applyCss();
    tip.autosize();
    Point2D mouse = sceneToLocal(x, y);
    tip.relocate(
        Math.clamp(mouse.getX() - tip.getWidth() / 2, 0, Math.max(0, getWidth() - tip.getWidth())),
        Math.clamp(mouse.getY() + BESIDE, 0, Math.max(0, getHeight() - tip.getHeight())));
  }

  /** One line of cells is repeated, several are counted on; Ctrl makes it the other way round. */
  private boolean isCounting(FillReach filled) {
    return filled.first() > 1 != isSwitched;
  }

  /** How the first column, or the first row, goes on, if its rows are at hand. */
  private Optional<Series> series(FillReach filled, boolean isCounting) {
    CellRange from = filled.source();
    if (!filled.direction().isOfRows()) {
      List<Column> columns =
          filled.fill(this::column, isCounting).cells().columns().subList(0, filled.first());
      return row(from.firstRow()).map(row -> Series.ofColumns(row, columns, isCounting, format));
    }
    List<ViewRow> rows =
        IntStream.rangeClosed(from.firstRow(), from.lastRow())
            .limit(LOOKED_AT)
            .mapToObj(this::row)
            .flatMap(Optional::stream)
            .toList();
    return rows.size() < filled.first()
        ? Optional.empty()
        : Optional.of(
            Series.ofRows(
                filled.direction() == Direction.UP ? rows.reversed() : rows,
                column(from.firstColumn()),
                isCounting,
                format));
  }

  /** Rows that are looked at to say what comes. */
  private static final int LOOKED_AT = 200;

  private Coming coming(FillReach filled, Series series) {
    CellRange cells = filled.filled();
    int column = filled.direction() == Direction.LEFT ? cells.lastColumn() : cells.firstColumn();
    return Coming.of(series, column(column), filled.count());
  }

  private Optional<ViewRow> row(int index) {
    return index < table.getItems().size()
        ? Optional.ofNullable(table.getItems().get(index)).flatMap(GridRow::content)
        : Optional.empty();
  }

  private Column column(int index) {
    return ((GridColumn) table.getVisibleLeafColumn(index)).column();
  }

  private void toNeighbour() {
    source()
        .ifPresent(cells -> {
          List<Column> beside =
              IntStream.of(cells.firstColumn() - 1, cells.lastColumn() + 1)
                  .filter(c -> c >= 0 && c < table.getVisibleLeafColumns().size())
                  .mapToObj(this::column)
                  .toList();
          listener.findLastNeighbour(
              cells.lastRow(),
              beside,
              last -> {
                FillReach down = new FillReach(cells, Direction.DOWN, last - cells.lastRow());
                fill(down, isCounting(down));
              });
        });
  }
}
