package app.pallet.ui.table.grid;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/** Is told what the user does with a column's header. FX thread. */
public interface HeaderListener {

  /** It was clicked, perhaps with Shift or Ctrl. */
  void clicked(GridColumn column, MouseEvent event);

  /** Its menu was asked for at a point of the screen. */
  void menuRequested(GridColumn column, Node header, double screenX, double screenY);

  /** The sign was pressed that rows are filtered by it. */
  void filterPressed(GridColumn column);

  /** Whether none of its cells can be changed. */
  boolean isLocked(GridColumn column);
}
