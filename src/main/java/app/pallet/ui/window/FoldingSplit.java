package app.pallet.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * A main node with a side node that can be folded away. The side keeps its size in pixels when the
 * window grows, and comes back with the size it had.
 */
public final class FoldingSplit extends SplitPane {

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
  private final Node side;
  private final double sideSize;
  private double divider = Double.NaN;

  /**
   * A split with its side open.
   *
   * @param sideSize width or height of the side at first, in pixels
   */
  public FoldingSplit(Orientation orientation, Node main, Node side, double sideSize) {
    this.side = side;
    this.sideSize = sideSize;
    setOrientation(orientation);
    getItems().addAll(main, side);
    setResizableWithParent(side, false);
    open.addListener((observed, before, now) -> fold(now));
    layoutBoundsProperty().addListener((observed, before, now) -> placeAtFirst());
  }

  /** Whether the side is to be seen. */
  public BooleanProperty openProperty() {
    return open;
  }

  private void fold(boolean show) {
    if (show) {
      getItems().add(side);
      setDividerPositions(divider);
    } else {
      divider = getDividerPositions()[0];
      getItems().remove(side);
    }
  }

  /** A divider is placed by share, so pixels can only be honoured once the size is known. */
  private void placeAtFirst() {
    double length = getOrientation() == Orientation.HORIZONTAL ? getWidth() : getHeight();
    if (Double.isNaN(divider) && length > 0) {
      divider = 1 - sideSize / length;
      setDividerPositions(divider);
    }
  }
}
