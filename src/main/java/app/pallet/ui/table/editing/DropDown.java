package app.pallet.ui.table.editing;

import app.pallet.ui.theme.Panes;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A text line with something to pick from below it, or above it if there is more room. */
final class DropDown extends VBox {

  private final TextField field = new TextField();
  private final Node body;

  DropDown(Node body) {
    this.body = body;
    getStyleClass().add("drop-down-editor");
    field.getStyleClass().add("cell-editor");
    getChildren().addAll(field, body);
    // The line stays as high and as wide as the cell, which is the least size this is given.
    field.minHeightProperty().bind(minHeightProperty());
    field.maxWidthProperty().bind(minWidthProperty());
  }

  TextField field() {
    return field;
  }

  /** Shows or hides what can be picked. */
  void showBody(boolean shown) {
    Panes.show(body, shown);
  }

  /** Keeps the line at this corner, which is the cell's. */
  void attach(HPos side, VPos end) {
    setAlignment(side == HPos.LEFT ? Pos.TOP_LEFT : Pos.TOP_RIGHT);
    if (end == VPos.BOTTOM) {
      field.toFront();
    }
  }
}
