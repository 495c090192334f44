package app.pallet.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the command line asks of the window, which it must not know: the main class gives it the
 * real one.
 */
public interface Windows {

  /** Whether a window can be shown to anybody. */
  boolean hasDisplay();

  /**
   * Opens the editor and returns when its window is closed.
   *
   * @param file what to open; empty for what was opened last, or the example
   * @param table which table of the file, if it is not a catalogue; empty to let the user choose
   * @return the exit code
   */
  int edit(Optional<Path> file, Optional<String> table);

  /**
   * Runs the demo.
   *
   * @return the exit code
   */
  int demo(DemoRequest request);

  /**
   * What {@code pallet demo} is asked to do.
   *
   * @param rows rows to paste and commit
   * @param screenshot where the picture of the window goes
   * @param out prints a line of the demo's account
   */
  record DemoRequest(int rows, Path screenshot, Consumer<String> out) {}
}
