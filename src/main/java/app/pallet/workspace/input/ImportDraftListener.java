package app.pallet.workspace.input;

import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.SourceView;

/** Hears of an import that is being looked at; called on the owner thread. */
public interface ImportDraftListener {

  /**
   * The source has been opened, in the way the choices say.
   *
   * @param choices what is suggested for its columns
   */
  void viewed(SourceView view, ImportChoices choices);

  /** What the newest choices would do is being found out. */
  void previewing();

  /** What the newest choices would do. */
  void previewed(ImportPreview preview);

  /** The source can't be read, or not with these choices. */
  void failed(Throwable failure);
}
