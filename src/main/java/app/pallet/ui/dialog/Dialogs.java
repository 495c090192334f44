package app.pallet.ui.dialog;

import javafx.stage.Window;

/**
 * Everything that can come up over the window, handed around as one.
 *
 * @param files asks for files
 * @param questions asks before something can't be undone
 * @param notifier shows what needs no answer
 * @param errors tells what went wrong
 * @param windows shows whole windows
 */
public record Dialogs(
    FileDialogs files,
    Questions questions,
    Notifier notifier,
    ErrorReporter errors,
    ModalWindows windows) {

  /**
   * The real ones over a window.
   *
   * @param notifier its own part that shows notices
   */
  public static Dialogs over(Window owner, Notifier notifier) {
    return new Dialogs(
        new NativeFileDialogs(owner),
        new DialogQuestions(owner),
        notifier,
        new ErrorDialog(owner),
        new OwnedWindows(owner));
  }
}
