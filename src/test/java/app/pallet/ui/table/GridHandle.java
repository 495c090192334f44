package app.pallet.ui.table;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.grid.RowHeader;
import java.util.NoSuchElementException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A shown grid of {@link FakeProducts}, with the words a test needs. Columns go by name. */
public final class GridHandle {

  public final UiRobot robot;
  final FakeProducts products;
  public final ProductTable grid;
  public final Stage stage;

  private GridHandle(UiRobot robot, FakeProducts products) {
    this.robot = robot;
    this.products = products;
    this.grid = robot.onFx(() -> new ProductTable(products, products));
    this.stage = robot.show(() -> new StackPane(grid), 1000, 600);
    robot.runOnFx(grid::focusCells);
  }

  public static GridHandle show(UiRobot robot, FakeProducts products) {
    return new GridHandle(robot, products);
  }

  /** The cell on the screen. */
  public TableCell<?, ?> cell(int row, String column) {
    return robot.onFx(() ->
        grid.lookupAll(".grid-cell").stream()
            .map(node -> (TableCell<?, ?>) node)
            .filter(cell -> cell.isVisible() && cell.getIndex() == row && !cell.isEmpty())
            .filter(cell -> cell.getTableRow() != null && cell.getTableRow().isVisible())
            .filter(cell -> ("column-" + column).equals(cell.getTableColumn().getId()))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException(row + " " + column)));
  }

  public Node rowHeader(int row) {
    return robot.onFx(() ->
        grid.lookupAll(".row-header").stream()
            .map(RowHeader.class::cast)
            .filter(header -> header.isVisible() && header.index() == row)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("header of row " + row)));
  }

  public void click(int row, String column) {
    robot.click(cell(row, column));
  }

  public void clickHolding(int row, String column, KeyCode... keys) {
    robot.clickHolding(cell(row, column), keys);
  }

  /** The tooltip of a cell under the mouse. */
  public String tooltip(int row, String column) {
    TableCell<?, ?> cell = cell(row, column);
    robot.moveTo(cell);
    return robot.onFx(() -> cell.getTooltip().getText());
  }

  /** What a screen reader says to a cell. */
  public String spoken(int row, String column) {
    TableCell<?, ?> cell = cell(row, column);
    return robot.onFx(() -> (String) cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  /** What is selected, as {@code 2-4:sku,name}. */
  public String selected() {
    return robot.onFx(() -> FakeProducts.text(grid.selection().ranges()));
  }

  /** The text in the open editor. */
  public String editorText() {
    return robot.onFx(() -> input().getText());
  }

  public boolean isEditing() {
    return robot.onFx(() -> grid.lookup("#cell-editor") != null);
  }

  private TextInputControl input() {
    Node editor = grid.lookup("#cell-editor");
    return (TextInputControl)
        (editor instanceof TextInputControl ? editor : editor.lookup(".text-field"));
  }
}
