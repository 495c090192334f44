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
   * @param catalogue what to open; empty for the catalogue opened last, or the example
   * @return the exit code
   */
  int edit(Optional<Path> catalogue);

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
