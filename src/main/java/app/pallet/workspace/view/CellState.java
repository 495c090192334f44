package app.pallet.workspace.view;

/** What is pending for a cell, as its tint shows it. */
public enum CellState {
  /** It shows what the database holds. */
  UNCHANGED,
  /** It belongs to a row that will be added. */
  ADDED,
  /** Its value will be changed. */
  EDITED,
  /** It belongs to a row that will be deleted. */
  DELETED,
  /** Its value will be written, and is worth a second look. */
  WARNING,
  /** Its value will be changed, and somebody else has changed its row meanwhile. */
  CONFLICT,
  /** It keeps its row from being committed, or the database refused it. */
  PROBLEM
}
