package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.selection.CellPosition;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** Where cells are on the screen. All points and bounds are of the scene. FX thread. */
public final class GridGeometry {

  private final TableView<GridRow> table;
  private final FrozenColumns frozen;

  /** The geometry of a table with frozen columns. */
  public GridGeometry(TableView<GridRow> table, FrozenColumns frozen) {
    this.table = table;
    this.frozen = frozen;
  }

  /** The area in which rows are seen. */
  public Bounds viewport() {
    Node area = skin().viewport();
    Bounds bounds = area.localToScene(area.getLayoutBounds());
    double scrolled = skin().horizontalBar().getValue(); // JavaFX moves the area and its clip
    return new BoundingBox(
        bounds.getMinX() + scrolled, bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  /** The cell under a point, or empty beside the rows. */
  public Optional<CellPosition> cellAt(double x, double y) {
    return firstRow()
        .filter(row -> viewport().contains(x, y))
        .filter(row -> rowAt(row, y) < table.getItems().size())
        .filter(row -> x < left(row) + width())
        .flatMap(row -> nearest(x, y));
  }

  /** The cell under a point, or the nearest one, in or out of sight. Empty in an empty table. */
  public Optional<CellPosition> nearest(double x, double y) {
    return firstRow()
        .map(row ->
            new CellPosition(rowAt(row, y), columnAt(x - origin(row, x)))
                .within(table.getItems().size(), table.getVisibleLeafColumns().size()));
  }

  /** Where a cell is, even if it is partly out of sight. Empty if no row is on the screen. */
  public Optional<Bounds> boundsOf(CellPosition cell) {
    return firstRow()
        .map(row -> {
          double height = table.getFixedCellSize();
          double start = frozen.contains(cell.column()) ? viewport().getMinX() : left(row);
          double x = start + frozen.left(cell.column());
          double y = top(row) + (cell.row() - row.getIndex()) * height;
          return new BoundingBox(
              x, y, table.getVisibleLeafColumn(cell.column()).getWidth(), height);
        });
  }

  /** Whether a cell's row is on the screen, at least in part. */
  public boolean isShown(CellPosition cell) {
    if (table.getSkin() == null) {
      return false;
    }
    Bounds view = viewport();
    return boundsOf(cell)
        .filter(b -> b.getMaxY() > view.getMinY() && b.getMinY() < view.getMaxY())
        .isPresent();
  }

  /** Whether the right edge of a cell is neither beside the rows nor under frozen columns. */
  public boolean isInSight(Bounds cell) {
    Bounds view = viewport();
    boolean isFrozen = cell.getMaxX() <= view.getMinX() + frozen.left(frozen.shown());
    return cell.getMaxX() > view.getMinX()
        && cell.getMaxY() > view.getMinY()
        && (isFrozen || cell.getMaxX() > view.getMinX() + frozen.covered());
  }

  /**
   * By how many columns a page to the side moves, at least one.
   *
   * @param from the column to begin with
   * @param step 1 for the right, -1 for the left
   */
  public int pageColumns(int from, int step) {
    double room = viewport().getWidth() - frozen.left(frozen.shown());
    int columns = 0;
    double width = 0;
    for (int c = from; c >= 0 && c < table.getVisibleLeafColumns().size(); c += step) {
      width += table.getVisibleLeafColumn(c).getWidth();
      if (width > room) {
        break;
      }
      columns++;
    }
    return Math.max(1, columns);
  }

  /** Whether no row on the screen is still being fetched. */
  public boolean showsAllRows() {
    return !(table.getSkin() instanceof GridSkin skin)
        || skin.rowsOnScreen().allMatch(row -> row.getItem().content().isPresent());
  }

  /** How many rows fit the screen as a whole, at least one. */
  public int fullRows() {
    return Math.max(1, (int) (viewport().getHeight() / table.getFixedCellSize()));
  }

  /** Scrolls as little as needed to show a cell as a whole. */
  public void reveal(CellPosition cell) {
    if (table.getSkin() == null) {
      table.scrollTo(cell.row()); // kept until the table is shown
      return;
    }
    table.layout();
    Bounds view = viewport();
    boundsOf(cell)
        .ifPresent(bounds -> {
          double up = bounds.getMinY() - view.getMinY();
          double down = bounds.getMaxY() - view.getMaxY();
          if (up < 0) {
            scrollTo(cell.row());
          } else if (down > 0) {
            scrollTo(Math.max(0, cell.row() - fullRows() + 1));
          }
          if (!frozen.contains(cell.column())) {
            revealSideways(bounds, view);
          }
        });
    table.layout();
    if (!isShown(cell)) { // the flow has lost count, as it may when its height has changed
      skin().flow().scrollTo(cell.row());
      table.layout();
    }
    double below = pixelsBelow(cell);
    if (below > 0) { // and has not found it again: one row is missing at the end
      skin().flow().scrollPixels(below);
      table.layout();
    }
  }

  /** How many pixels of a cell's row are cut off at the lower edge; negative if none are. */
  private double pixelsBelow(CellPosition cell) {
    double edge = viewport().getMaxY();
    return boundsOf(cell).map(bounds -> bounds.getMaxY() - edge).orElse(-1.0);
  }

  /**
   * JavaFX's own scrollTo stores the height of each row it passes and takes three times as long.
   */
  private void scrollTo(int row) {
    double height = table.getFixedCellSize();
    double hidden = table.getItems().size() * height - viewport().getHeight();
    if (hidden > 0) {
      skin().flow().setPosition(Math.min(1, row * height / hidden));
    }
  }

  /** Scrolls by so many pixels. */
  public void scroll(double sideways, double down) {
    if (sideways != 0) {
      scrollSideways(sideways);
    }
    if (down != 0) {
      skin().flow().scrollPixels(down);
    }
  }

  private void revealSideways(Bounds bounds, Bounds view) {
    int stay = frozen.shown();
    double from = view.getMinX() + frozen.left(stay) + (stay > 0 ? FrozenPane.EDGE : 0);
    if (bounds.getMinX() < from || bounds.getWidth() > view.getMaxX() - from) {
      scrollSideways(bounds.getMinX() - from);
    } else if (bounds.getMaxX() > view.getMaxX()) {
      scrollSideways(bounds.getMaxX() - view.getMaxX());
    }
  }

  private void scrollSideways(double pixels) {
    ScrollBar bar = skin().horizontalBar();
    bar.setValue(Math.clamp(bar.getValue() + pixels, bar.getMin(), bar.getMax()));
  }

  private Optional<TableRow<GridRow>> firstRow() {
    return table.getSkin() == null || table.getVisibleLeafColumns().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(skin().flow().getFirstVisibleCell());
  }

  private int rowAt(TableRow<GridRow> first, double y) {
    return first.getIndex() + (int) Math.floor((y - top(first)) / table.getFixedCellSize());
  }

  private int columnAt(double x) {
    double right = 0;
    int column = 0;
    for (; column < table.getVisibleLeafColumns().size(); column++) {
      right += table.getVisibleLeafColumn(column).getWidth();
      if (x < right) {
        break;
      }
    }
    return column;
  }

  private double width() {
    return table.getVisibleLeafColumns().stream().mapToDouble(column -> column.getWidth()).sum();
  }

  /** Where the columns under a point begin. Frozen columns don't scroll. */
  private double origin(TableRow<GridRow> row, double x) {
    double edge = viewport().getMinX();
    return x >= edge && x < edge + frozen.covered() ? edge : left(row);
  }

  private static double left(TableRow<GridRow> row) {
    return row.localToScene(0, 0).getX();
  }

  private static double top(TableRow<GridRow> row) {
    return row.localToScene(0, 0).getY();
  }

  private GridSkin skin() {
    if (!(table.getSkin() instanceof GridSkin skin)) {
      throw new IllegalStateException("The table is not shown yet");
    }
    return skin;
  }
}
