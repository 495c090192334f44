package app.pallet.ui.table;

import app.pallet.schema.Column;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;

/** A column of the schema in the table, whose cells get the whole row. */
final class GridColumn extends TableColumn<GridRow, GridRow> {

  private static final PseudoClass ASCENDING = PseudoClass.getPseudoClass("ascending");
  private static final PseudoClass DESCENDING = PseudoClass.getPseudoClass("descending");

  private final Column column;
  private final Consumer<Column> onClick;
  private final Region arrow = new Region();

  /**
   * A column for the table.
   *
   * @param onClick told when the header was clicked
   */
  GridColumn(Column column, Consumer<Column> onClick) {
    super(column.label());
    this.column = column;
    this.onClick = onClick;
    setId("column-" + column.name());
    getStyleClass().add(column.type().isNumeric() ? "numeric" : "plain");
    if (column.isReadOnly()) {
      getStyleClass().add("read-only");
    }
    setPrefWidth(ColumnWidth.of(column));
    setMinWidth(48);
    setVisible(!column.isReadOnly());
    // JavaFX's own sorting would copy the selection cell by cell, see docs/decisions/0072.
    setSortable(false);
    setEditable(false);
    setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    setCellFactory(ignored -> new GridCell(column));
    arrow.getStyleClass().add("sort-arrow");
    setGraphic(arrow);
    show(Optional.empty());
  }

  Column column() {
    return column;
  }

  /** The header was clicked. */
  void click() {
    onClick.accept(column);
  }

  /** Shows the order of the rows, if it is by this column. */
  void show(Optional<ColumnSort> order) {
    ColumnSort.Direction direction =
        order.filter(sort -> sort.isBy(column)).map(ColumnSort::direction).orElse(null);
    arrow.setVisible(direction != null);
    arrow.setManaged(direction != null);
    arrow.pseudoClassStateChanged(ASCENDING, direction == ColumnSort.Direction.ASCENDING);
    arrow.pseudoClassStateChanged(DESCENDING, direction == ColumnSort.Direction.DESCENDING);
  }
}
