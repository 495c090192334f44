package app.pallet.ui.export;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A column in the list: ticked or not, its heading, and where it comes from. */
final class ColumnCell extends ListCell<ColumnChoice> {

  private final CheckBox box = new CheckBox();
  private final Label origin = new Label();
  private final HBox line = new HBox(box, origin);
  private BooleanProperty shown = new SimpleBooleanProperty();

  ColumnCell() {
    origin.getStyleClass().add("export-origin");
    origin.setMinWidth(0);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setMnemonicParsing(false); // names have underscores
    box.setFocusTraversable(false);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("export-column");
  }

  @Override
  protected void updateItem(@Nullable ColumnChoice choice, boolean empty) {
    super.updateItem(choice, empty);
    box.selectedProperty().unbindBidirectional(shown);
    if (choice == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    shown = choice.chosenProperty();
    box.setText(choice.heading());
    box.selectedProperty().bindBidirectional(shown);
    origin.setText(choice.origin());
    setAccessibleText(choice.heading());
    setGraphic(line);
  }
}
