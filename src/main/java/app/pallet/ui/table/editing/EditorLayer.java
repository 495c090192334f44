package app.pallet.ui.table.editing;

import app.pallet.ui.theme.Panes;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the table and holds the open editor at its cell. The editor grows where there is room.
 */
final class EditorLayer extends Pane {

  private final TypedHint hint = new TypedHint();
  private @Nullable CellEditor editor;
  private @Nullable Bounds place;

  /** Pixels between the editor and what stands beside it. */
  private static final double HINT_GAP = 4;

  EditorLayer() {
    Panes.style(this, "editing.css");
    setPickOnBounds(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /**
   * Lays the editor over a cell.
   *
   * @param cell where the cell is, in the scene
   */
  void open(CellEditor opened, Bounds cell) {
    editor = opened;
    place = sceneToLocal(cell);
    getChildren().setAll(opened.node(), hint);
    hint.hide();
    opened.node().applyCss(); // makes its skin, which selects the text once it gets the focus
    opened.node().setMinSize(cell.getWidth(), cell.getHeight());
    boolean fits = place.getMinX() + opened.node().prefWidth(-1) <= getWidth();
    opened.attach(
        fits ? HPos.LEFT : HPos.RIGHT,
        place.getCenterY() < getHeight() / 2 ? VPos.TOP : VPos.BOTTOM);
  }

  /** What stands beside the open editor. */
  TypedHint hint() {
    return hint;
  }

  /** Moves the open editor to another place. Its text and its caret stay as they are. */
  void move(Bounds cell) {
    place = sceneToLocal(cell);
    requestLayout();
  }

  void close() {
    editor = null;
    place = null;
    getChildren().clear();
  }

  @Override
  protected void layoutChildren() {
    if (editor == null || place == null) {
      return;
    }
    double width = Math.min(getWidth(), Math.max(place.getWidth(), editor.node().prefWidth(-1)));
    double height = Math.max(place.getHeight(), editor.node().prefHeight(width));
    boolean fits = place.getMinX() + width <= getWidth();
    double x = fits ? place.getMinX() : Math.max(0, Math.min(place.getMaxX(), getWidth()) - width);
    double below = getHeight() - place.getMinY();
    double y = height <= below ? place.getMinY() : Math.max(0, place.getMaxY() - height);
    editor.node().resizeRelocate(x, y, width, height);
    hint.autosize();
    double hintX = Math.clamp(x, 0, Math.max(0, getWidth() - hint.getWidth()));
    boolean hasRoom = y + height + HINT_GAP + hint.getHeight() <= getHeight();
    hint.relocate(
        hintX, hasRoom ? y + height + HINT_GAP : Math.max(0, y - HINT_GAP - hint.getHeight()));
  }
}
