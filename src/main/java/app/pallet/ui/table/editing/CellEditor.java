package app.pallet.ui.table.editing;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Edits the text of one cell in a box laid over it. Made for one edit. FX thread. */
interface CellEditor {

  /** How an edit begins. */
  enum Start {
    /** By F2 or a double click: the arrows move in the text. */
    OPENED,
    /** By typing over the cell: the arrows leave it, as in a spreadsheet. */
    TYPED
  }

  /** The box. */
  Region node();

  /** Takes the focus and shows a text, with the caret behind it. */
  void start(String text, Start start);

  /** The text as it stands now. */
  String text();

  /** The text while it is being typed, in editors of what may be worked out from it. */
  default Optional<ObservableValue<String>> typed() {
    return Optional.empty();
  }

  /** What was picked that is more than a text for the cell. */
  default Optional<Choices.Offer> offer() {
    return Optional.empty();
  }

  /** Lets the editor take a key before the grid does, and says whether it did. */
  default boolean take(KeyEvent event) {
    return false;
  }

  /**
   * Tells at which corner of the box the cell is: the box grows away from it.
   *
   * @param side left or right
   * @param end top or bottom
   */
  default void attach(HPos side, VPos end) {}
}
