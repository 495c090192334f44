package app.pallet.ui.table.grid;

import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridCell;
import app.pallet.ui.table.cells.GridRow;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;

/** A column of the schema in the table, whose cells get the whole row. */
public final class GridColumn extends TableColumn<GridRow, GridRow> {

  /** As much as a price and an arrow take. */
  private static final double ROOM = 72;

  private final Column column;
  private final CellDisplay display;
  private final HeaderListener listener;
  private final ReadOnlyObjectWrapper<Marks> marks =
      new ReadOnlyObjectWrapper<>(this, "marks", new Marks(Optional.empty(), 0, false));
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

  /**
   * What its heading tells beside its name.
   *
   * @param sorted the direction, if rows are sorted by it
   * @param place which of several sort keys it is, from 1; 0 if it is the only one or none
   * @param isFiltered whether rows are left out because of its values
   */
  record Marks(Optional<SortOrder.Direction> sorted, int place, boolean isFiltered) {}

  /** What its heading tells. */
  ReadOnlyObjectProperty<Marks> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** Shows the order of the rows, if it is by this column. */
  public void show(Optional<SortOrder> order) {
    Optional<SortOrder> several = order.filter(by -> by.keys().size() > 1);
    marks.set(
        new Marks(
            order.flatMap(by -> by.direction(column)),
            several.map(by -> by.place(column) + 1).orElse(0),
            marks.get().isFiltered()));
  }

  /** Shows whether rows are left out because of its values. */
  public void showFiltered(boolean filtered) {
    marks.set(new Marks(marks.get().sorted(), marks.get().place(), filtered));
  }

  /** Whether a column tells the rows apart, as the SKU does. */
  public static boolean isKey(Column column) {
    return column.rules().unique() && column.rules().required();
  }

  private static String styleClass(ColumnType type) {
    if (type.isNumeric()) {
      return "numeric";
    }
    return type == ColumnType.YES_NO ? "yes-no" : "plain";
  }
}
