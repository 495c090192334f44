package app.pallet.cli;

import app.pallet.database.file.CatalogueBackups;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs what the command line asks for. Making all commands takes a good part of the time until the
 * window is there, so the most frequent one, a window with or without the name of a catalogue,
 * opens without them.
 */
public final class CommandLineStart {

  private static final String CATALOGUE = ".pallet";

  private CommandLineStart() {}

  /**
   * Runs a command line to its end. A window is closed when this returns.
   *
   * @param windows where its window comes from
   * @param backups where backups of catalogues go
   * @return the exit code
   */
  public static int run(Windows windows, Supplier<CatalogueBackups> backups, String... arguments) {
    if (!isWindow(arguments) || !windows.hasDisplay()) {
      return new PalletCommand(windows, backups.get()).execute(arguments);
    }
    try {
      return windows.edit(
          Optional.of(arguments).filter(a -> a.length > 0).map(a -> Path.of(a[0]).toAbsolutePath()),
          Optional.empty());
    } catch (RuntimeException e) {
      return Failures.tell(e, "edit", new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
  }

  /** Whether nothing is asked for but the window, in words that no command or option can be. */
  static boolean isWindow(String... arguments) {
    if (arguments.length != 1) {
      return arguments.length == 0;
    }
    String only = arguments[0];
    return only.endsWith(CATALOGUE) && !only.startsWith("-") && !only.startsWith("@");
  }
}
