package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridRow;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The table's skin with our own headers and access to the parts that the grid has to measure. */
public final class GridSkin extends TableViewSkin<GridRow> {

  private @Nullable Node viewport;
  private @Nullable ScrollBar horizontalBar;

  GridSkin(TableView<GridRow> table) {
    super(table);
  }

  /** The rows on the screen. */
  VirtualFlow<TableRow<GridRow>> flow() {
    return getVirtualFlow();
  }

  /** The rows on the screen, from top to bottom. */
  Stream<GridTableRow> rowsOnScreen() {
    TableRow<GridRow> first = flow().getFirstVisibleCell();
    TableRow<GridRow> last = flow().getLastVisibleCell();
    return first == null || last == null
        ? Stream.empty()
        : IntStream.rangeClosed(first.getIndex(), last.getIndex())
            .mapToObj(flow()::getVisibleCell)
            .filter(GridTableRow.class::isInstance)
            .map(GridTableRow.class::cast)
            .filter(row -> !row.isEmpty());
  }

  /** The part of the table in which rows are seen: without headers and scroll bars. */
  public Node viewport() {
    if (viewport == null) {
      viewport = flow().lookup(".clipped-container");
    }
    return viewport;
  }

  /** The line of column headers. */
  public TableHeaderRow headerRow() {
    return getTableHeaderRow();
  }

  /** The scroll bar under the rows. */
  ScrollBar horizontalBar() {
    if (horizontalBar == null) { // looked for once, as it is asked for in each pulse
      horizontalBar =
          flow().lookupAll(".scroll-bar").stream()
              .map(ScrollBar.class::cast)
              .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
              .findFirst()
              .orElseThrow();
    }
    return horizontalBar;
  }

  /**
   * Lets the first headers stay.
   *
   * @param scrolled pixels that the line of headers is scrolled to the left
   */
  void freezeHeaders(int count, double scrolled) {
    List<TableColumnHeader> headers = headerRow().getRootHeader().getColumnHeaders();
    List<Node> edges =
        headerRow().getRootHeader().getChildrenUnmodifiable().stream()
            .filter(Rectangle.class::isInstance)
            .toList();
    for (int i = 0; i < headers.size(); i++) {
      freeze(headers.get(i), i < count ? scrolled : 0, -1);
    }
    for (int i = 0; i < edges.size(); i++) {
      freeze(edges.get(i), i < count ? scrolled : 0, -2);
    }
  }

  private static void freeze(Node node, double moved, double order) {
    node.setTranslateX(moved);
    node.setViewOrder(moved > 0 ? order : 0);
  }

  /** Fits every column to what it shows. */
  public void fitColumns() {
    headerRow().getRootHeader().getColumnHeaders().stream()
        .filter(GridColumnHeader.class::isInstance)
        .map(GridColumnHeader.class::cast)
        .forEach(GridColumnHeader::fit);
  }

  @Override
  protected TableHeaderRow createTableHeaderRow() {
    return new TableHeaderRow(this) {
      @Override
      protected NestedTableColumnHeader createRootHeader() {
        return new NestedTableColumnHeader(null) {
          @Override
          protected TableColumnHeader createTableColumnHeader(TableColumnBase column) {
            return column instanceof GridColumn grid
                ? new GridColumnHeader(grid)
                : new TableColumnHeader(column);
          }
        };
      }
    };
  }
}
