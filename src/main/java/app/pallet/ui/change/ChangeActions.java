package app.pallet.ui.change;

import app.pallet.change.RowKey;

/** What the user can do from the lists of changes and problems; called on the FX thread. */
public interface ChangeActions {

  /**
   * Brings a cell into view.
   *
   * @param column the column's name, or an empty text for the row as a whole
   */
  void show(RowKey key, String column);

  /** Brings a cell into view, likewise, and puts the focus on it, so that it can be typed over. */
  void enter(RowKey key, String column);

  /** Drops what is pending for a row. */
  void revert(RowKey key);

  /** Writes the pending rows that have problems into a file of the user's choice. */
  void saveProblemRows();

  /** Asks the user to resolve conflicts with changes made by somebody else. */
  void resolveConflicts();

  /** Drops everything that is pending. */
  void revertAll();
}
