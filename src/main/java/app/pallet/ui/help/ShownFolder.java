package app.pallet.ui.help;

import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * A folder as the system's file manager shows it. FX thread; it is looked for in the background.
 */
public final class ShownFolder {

  private ShownFolder() {}

  /**
   * Shows a folder, which is made if it isn't there yet.
   *
   * @param failed told on the FX thread why that was not possible
   */
  public static void show(Path folder, Consumer<Throwable> failed) {
    ThreadRunner runner = new ThreadRunner("pallet-folder", Platform::runLater);
    runner.start(
        "Open a folder",
        monitor -> {
          try {
            Files.createDirectories(folder);
            new ProcessBuilder(command(System.getProperty("os.name"), folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return folder;
        },
        WorkListener.<Path>of(
            opened -> runner.stop(),
            failure -> {
              runner.stop();
              failed.accept(failure);
            }));
  }

  static List<String> command(String system, Path folder) {
    String name = system.toLowerCase(Locale.ROOT);
    String program =
        name.startsWith("windows") ? "explorer" : name.startsWith("mac") ? "open" : "xdg-open";
    return List.of(program, folder.toString());
  }
}
