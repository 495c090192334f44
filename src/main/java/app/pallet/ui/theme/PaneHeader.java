package app.pallet.ui.theme;

import atlantafx.base.controls.Spacer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line above a pane: its title, a quiet remark, and its buttons at the right. */
public final class PaneHeader extends HBox {

  private final Label remark = Labels.of("", "pane-remark");

  /** A header with a title and the pane's own controls. */
  public PaneHeader(String title, Node... controls) {
    Label name = Labels.of(title, "pane-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("pane-header");
    setAlignment(Pos.CENTER_LEFT);
    if (!title.isEmpty()) {
      getChildren().add(name);
    }
    getChildren().addAll(remark, new Spacer());
    getChildren().addAll(controls);
  }

  /** What is said beside the title, such as how much there is. */
  public StringProperty remarkProperty() {
    return remark.textProperty();
  }
}
