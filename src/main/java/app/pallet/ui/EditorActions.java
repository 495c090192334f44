package app.pallet.ui;

import app.pallet.ui.change.ChangeActions;
import app.pallet.ui.draft.DraftActions;
import app.pallet.ui.tables.TablePlace;
import java.nio.file.Path;
import java.util.List;

/**
 * What the user can do in the window. The controller carries it out on the workspace. Called on the
 * FX thread, and only for commands that the view model says are possible.
 */
public interface EditorActions extends ChangeActions, DraftActions {

  /** Carries out a command. */
  void perform(EditorCommand command);

  /** Offers to keep the history of the open table in its database. */
  void keepHistory();

  /** Opens what was open before. */
  void openRecent(TablePlace place);

  /**
   * Brings a row into view.
   *
   * @param wanted its number or SKU, as typed
   */
  void goTo(String wanted);

  /** Stops a search or sort that still runs. */
  void cancelQuery();

  /** Imports the first of some files that were dropped, at least one. */
  void importDropped(List<Path> files);

  /** Writes the log's text into a file of the user's choice. */
  void saveLog(String text);
}
