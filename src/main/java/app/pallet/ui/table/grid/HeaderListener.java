package app.pallet.ui.table.grid;

import javafx.scene.Node;

/** Is told what the user does with a column's header. FX thread. */
public interface HeaderListener {

  /** It was clicked. */
  void clicked(GridColumn column);

  /** Its menu was asked for at a point of the screen. */
  void menuRequested(GridColumn column, Node header, double screenX, double screenY);
}
