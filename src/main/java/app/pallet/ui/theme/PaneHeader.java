package app.pallet.ui.theme;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line above a pane: its title, a quiet remark, and its buttons at the right. */
public final class PaneHeader extends HBox {

  private final Label remark = new Label();

  /** A header with a title and the pane's own controls. */
  public PaneHeader(String title, Node... controls) {
    Label name = new Label(title);
    name.getStyleClass().add("pane-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    remark.getStyleClass().add("pane-remark");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getStyleClass().add("pane-header");
    setAlignment(Pos.CENTER_LEFT);
    if (!title.isEmpty()) {
      getChildren().add(name);
    }
    getChildren().addAll(remark, space);
    getChildren().addAll(controls);
  }

  /** What is said beside the title, such as how much there is. */
  public StringProperty remarkProperty() {
    return remark.textProperty();
  }
}
