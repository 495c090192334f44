package app.pallet.ui.conflict;

import app.pallet.workspace.pending.ConflictCell;
import app.pallet.workspace.pending.ConflictChoice;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A conflict in the list, and the text that shall stand in its cell. For a whole row the text says
 * what shall become of it. FX thread.
 */
final class ConflictLine {

  private final ConflictCell cell;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");

  /** A conflict that ends as the user wants it, unless they say otherwise. */
  ConflictLine(ConflictCell cell) {
    this.cell = cell;
    text.set(mine());
  }

  ConflictCell cell() {
    return cell;
  }

  /** What shall stand in the cell. */
  StringProperty textProperty() {
    return text;
  }

  /** Whether a third value can be typed. */
  boolean isCell() {
    return cell.column().isPresent();
  }

  /** The text that ends it as the user wants, or as it must end where that is impossible. */
  String mine() {
    if (isCell()) {
      return cell.mine();
    }
    return cell.canBeMine() ? "delete it all the same" : theirs();
  }

  /** The text that leaves the catalogue as it is. */
  String theirs() {
    if (isCell()) {
      return cell.theirs();
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
