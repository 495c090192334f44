package app.pallet.ui.theme;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/**
 * What a pane shows while it is empty: an icon, a line that says so, a line that says what to do
 * about it, and the buttons to do it.
 */
public final class EmptyState extends VBox {

  private final Label title = new Label();
  private final Label hint = new Label();

  /** An empty state; both texts can be changed later. */
  public EmptyState(Ikon ikon, String title, String hint, Node... actions) {
    this.title.setText(title);
    this.hint.setText(hint);
    this.title.getStyleClass().add("empty-title");
    this.hint.getStyleClass().add("empty-hint");
    this.hint.setWrapText(true);
    this.hint.setTextAlignment(TextAlignment.CENTER);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    getChildren().addAll(Icons.of(ikon), this.title, this.hint);
    if (actions.length > 0) {
      HBox row = new HBox(actions);
      row.getStyleClass().add("empty-actions");
      row.setAlignment(Pos.CENTER);
      getChildren().add(row);
    }
  }

  /** The line that says that there is nothing. */
  public StringProperty titleProperty() {
    return title.textProperty();
  }

  /** The line that says what to do. */
  public StringProperty hintProperty() {
    return hint.textProperty();
  }
}
