package app.pallet.ui.table.cells;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows yes as a ticked box and no as an empty one. */
final class YesNoBox extends StackPane {

  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");

  YesNoBox() {
    getStyleClass().add("yes-no-box");
    Region tick = new Region();
    tick.getStyleClass().add("tick");
    tick.setMouseTransparent(true);
    getChildren().add(tick);
  }

  void show(boolean yes) {
    pseudoClassStateChanged(CHECKED, yes);
  }
}
