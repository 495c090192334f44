package app.pallet.ui.theme;

import java.util.BitSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Shows texts with some of their letters marked. FX thread. */
public final class Spans {

  private Spans() {}

  /** A text in one line; the letters at these places have the style class {@code marked}. */
  public static Node marked(String text, BitSet letters) {
    HBox line = new HBox();
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("spans");
    int from = 0;
    while (from < text.length()) {
      boolean marked = letters.get(from);
      int next = marked ? letters.nextClearBit(from) : letters.nextSetBit(from);
      int to = next < 0 ? text.length() : Math.min(next, text.length());
      Label part = new Label(text.substring(from, to));
      part.getStyleClass().add(marked ? "marked" : "plain");
      line.getChildren().add(part);
      from = to;
    }
    return line;
  }
}
