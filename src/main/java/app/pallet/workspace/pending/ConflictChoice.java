package app.pallet.workspace.pending;

/** How a conflict is to be resolved. */
public sealed interface ConflictChoice {

  /** With what the user wanted. */
  record Mine() implements ConflictChoice {}

  /** With what is in the catalogue. */
  record Theirs() implements ConflictChoice {}

  /**
   * With something else.
   *
   * @param text the text that is typed for the cell
   */
  record Other(String text) implements ConflictChoice {}
}
