package app.pallet.workspace.view;

/** What is pending for a row, as its header in the table shows it. */
public enum RowState {
  /** Nothing is pending. */
  UNCHANGED,
  /** It will be added. */
  ADDED,
  /** Some of its cells will be changed. */
  EDITED,
  /** It will be deleted. */
  DELETED
}
