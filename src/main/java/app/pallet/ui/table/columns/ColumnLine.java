package app.pallet.ui.table.columns;

import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A column in the chooser's list: shown or not, its label, and a grip to move it by. */
final class ColumnLine extends ItemCell<GridColumn> {

  private final CheckBox box = new CheckBox();
  private final FontIcon grip = Icons.of(Feather.MENU, "column-grip");
  private final Tooltip name = Buttons.tooltip("");
  private final HBox line;

  /**
   * A line without a column.
   *
   * @param dragged told which column the mouse begins to drag
   */
  ColumnLine(ColumnList columns, Consumer<GridColumn> dragged) {
    box.setMnemonicParsing(false); // names have underscores
    box.setFocusTraversable(false);
    box.setMinWidth(0);
    box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // long names often differ at their end
    box.setOnAction(event -> columns.show(List.of(getItem()), box.isSelected()));
    line = new HBox(box, new Spacer(), grip);
    line.getStyleClass().add("column-line");
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0); // as wide as the list
    grip.setOnMousePressed(event -> {
      if (getItem() != null) {
        dragged.accept(getItem());
      }
    });
  }

  @Override
  protected void show(GridColumn column) {
    box.setText(column.getText());
    box.setSelected(column.isVisible());
    box.setId("show-" + column.column().name());
    setAccessibleText(column.getText() + (column.isVisible() ? ", shown" : ", hidden"));
    name.setText(column.getText());
    setTooltip(name);
    setGraphic(line);
  }
}
