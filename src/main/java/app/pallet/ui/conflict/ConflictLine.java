package app.pallet.ui.conflict;

import app.pallet.workspace.pending.ConflictCell;
import app.pallet.workspace.pending.ConflictChoice;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A conflict in the list, and the text the user wants in its cell. For a whole row the text says
 * what is to happen to the row. FX thread.
 */
final class ConflictLine {

  private final ConflictCell cell;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");

  /** A conflict that is resolved in the user's favour unless they choose otherwise. */
  ConflictLine(ConflictCell cell) {
    this.cell = cell;
    text.set(mine());
  }

  ConflictCell cell() {
    return cell;
  }

  /** The text the user wants in the cell. */
  StringProperty textProperty() {
    return text;
  }

  /** Whether the user can type a value of their own. */
  boolean isCell() {
    return cell.column().isPresent();
  }

  /**
   * The text that keeps the user's value, or the only possible choice where that cannot be kept.
   */
  String mine() {
    if (isCell()) {
      return cell.mine();
    }
    if (cell.isAdd()) {
      return "add it";
    }
    return cell.canBeMine() ? "delete it all the same" : theirs();
  }

  /** The text that leaves the catalogue as it is. */
  String theirs() {
    if (isCell()) {
      return cell.theirs();
    }
    if (cell.isAdd()) {
      return "it is there";
    }
    return cell.canBeMine() ? "leave the row" : "drop my change";
  }

  ConflictChoice choice() {
    if (text.get().equals(theirs())) {
      return new ConflictChoice.Theirs();
    }
    return text.get().equals(mine())
        ? new ConflictChoice.Mine()
        : new ConflictChoice.Other(text.get());
  }
}
