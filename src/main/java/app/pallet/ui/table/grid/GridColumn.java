package app.pallet.ui.table.grid;

import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridCell;
import app.pallet.ui.table.cells.GridRow;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;

/** A column of the schema in the table, whose cells get the whole row. */
public final class GridColumn extends TableColumn<GridRow, GridRow> {

  private static final PseudoClass ASCENDING = PseudoClass.getPseudoClass("ascending");
  private static final PseudoClass DESCENDING = PseudoClass.getPseudoClass("descending");

  /** As much as a price and an arrow take. */
  private static final double ROOM = 72;

  private final Column column;
  private final CellDisplay display;
  private final HeaderListener listener;
  private final Region arrow = new Region();
  private boolean natural;
  private final BooleanProperty selected = new SimpleBooleanProperty();
  private double grownBy;

  /** A column of the grid, with a listener for its header. */
  public GridColumn(Column column, CellDisplay display, HeaderListener listener) {
    super(column.label());
    this.column = column;
    this.listener = listener;
    setId("column-" + column.name());
    getStyleClass().add(display.refers(column) ? "plain" : styleClass(column.type()));
    if (column.isReadOnly()) {
      getStyleClass().add("read-only");
    }
    setPrefWidth(display.refers(column) ? ColumnWidth.ofNames(column) : ColumnWidth.of(column));
    setMinWidth(48);
    setVisible(!column.isBookkeeping());
    // JavaFX's own sorting would copy the selection cell by cell, see docs/decisions/0072.
    setSortable(false);
    setEditable(false);
    setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    this.display = display;
    setCellFactory(ignored -> createCell());
    arrow.getStyleClass().add("sort-arrow");
  }

  /** The column of the catalogue that it shows. */
  public Column column() {
    return column;
  }

  /** A cell of the column. */
  GridCell createCell() {
    return new GridCell(column, display);
  }

  /** The listener for the header. */
  HeaderListener listener() {
    return listener;
  }

  /**
   * Makes room for what its cells hold and what they would become, or takes it back.
   *
   * @return whether its width is another one now
   */
  public boolean makeRoom(boolean forBoth) {
    double more = forBoth ? ROOM : 0;
    boolean differs = more != grownBy;
    if (differs) {
      setPrefWidth(getWidth() - grownBy + more);
      grownBy = more;
    }
    return differs;
  }

  /** How wide the user has it, in pixels. */
  public double chosenWidth() {
    return getWidth() - grownBy;
  }

  /** Whether a cell of the column is selected. */
  public BooleanProperty selectedProperty() {
    return selected;
  }

  /** Whether numbers in its texts are sorted by what they are worth. */
  public boolean isNatural() {
    return natural;
  }

  /** Sorts numbers in its texts by what they are worth from the next order on, or not. */
  public void setNatural(boolean wanted) {
    natural = wanted;
  }

  /** Shows the order of the rows, if it is by this column. */
  public void show(Optional<SortOrder> order) {
    SortOrder.Direction direction = HeaderClick.direction(order, column);
    setGraphic(direction == null ? null : arrow);
    arrow.pseudoClassStateChanged(ASCENDING, direction == SortOrder.Direction.ASCENDING);
    arrow.pseudoClassStateChanged(DESCENDING, direction == SortOrder.Direction.DESCENDING);
  }

  private static String styleClass(ColumnType type) {
    if (type.isNumeric()) {
      return "numeric";
    }
    return type == ColumnType.YES_NO ? "yes-no" : "plain";
  }
}
