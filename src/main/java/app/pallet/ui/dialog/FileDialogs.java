package app.pallet.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files. Blocks until answered; FX thread. */
public interface FileDialogs {

  /**
   * Sets what must be done before the platform's own dialogs look into the files they show; in
   * place of what was set before.
   */
  default void beforeShowing(Runnable preparation) {}

  /**
   * Asks for a file that is there.
   *
   * @param title what it is for, such as {@code Import rows}
   * @return empty if the user gave up
   */
  Optional<Path> open(String title, FileKind kind);

  /**
   * Asks for a file to be written; the user has agreed to replace it if it is there.
   *
   * @param title what it is for
   * @param suggestion a file name to begin with
   * @return empty if the user gave up
   */
  Optional<Path> save(String title, FileKind kind, String suggestion);
}
