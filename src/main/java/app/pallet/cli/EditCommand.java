package app.pallet.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet edit}: the window. Also what {@code pallet} alone does. */
@Command(name = "edit", description = "Opens the editor.", mixinStandardHelpOptions = true)
final class EditCommand implements Callable<Integer> {

  private final Windows windows;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CATALOGUE",
      description = "The catalogue to open (default: the one opened last, else an example).")
  private Optional<Path> catalogue = Optional.empty();

  EditCommand(Windows windows) {
    this.windows = windows;
  }

  @Override
  public Integer call() {
    return edit(windows, catalogue, spec.commandLine());
  }

  /** Opens the window, or runs the demo where nobody could see one. */
  static int edit(Windows windows, Optional<Path> catalogue, CommandLine commandLine) {
    if (windows.hasDisplay()) {
      return windows.edit(catalogue.map(Path::toAbsolutePath)); // it is remembered
    }
    commandLine.getOut().println("There is no display, so Pallet runs its demo instead:");
    return commandLine.getCommandSpec().root().commandLine().execute("demo");
  }
}
