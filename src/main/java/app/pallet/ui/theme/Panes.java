package app.pallet.ui.theme;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

/** Builds and styles the parts that panes have in common. FX thread. */
public final class Panes {

  private Panes() {}

  /** Nodes beside each other from the left, in the middle of their line. */
  public static HBox line(String styleClass, Node... nodes) {
    HBox line = new HBox(nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add(styleClass);
    return line;
  }

  /** Shows a node, or hides it so that it takes no room. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Shows a node while this is true; it takes no room while it is hidden. */
  public static void showWhile(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }

  /**
   * Gives a pane a style sheet of its own.
   *
   * @param file its name; it is in the package of the pane's class
   */
  public static void style(Parent pane, String file) {
    pane.getStylesheets()
        .add(Objects.requireNonNull(pane.getClass().getResource(file), file).toExternalForm());
  }
}
