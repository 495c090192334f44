package app.pallet.ui.paste;

/** What the user can do with an import that is being looked at; called on the FX thread. */
interface ImportActions {

  /** Takes it: everything becomes pending. */
  void take();

  /** Writes the rows with problems into a file of the user's choice. */
  void saveProblemRows();

  /** Leaves without taking anything. */
  void cancel();
}
