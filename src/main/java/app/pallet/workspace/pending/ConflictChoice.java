package app.pallet.workspace.pending;

/** How a conflict is to end. */
public sealed interface ConflictChoice {

  /** As the user wants it. */
  record Mine() implements ConflictChoice {}

  /** As it is in the catalogue. */
  record Theirs() implements ConflictChoice {}

  /**
   * Otherwise.
   *
   * @param text what is typed for the cell
   */
  record Other(String text) implements ConflictChoice {}
}
