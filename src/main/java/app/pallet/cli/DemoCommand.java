package app.pallet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pallet demo}: the main job on the real window, without anybody at the keyboard. */
@Command(
    name = "demo",
    description =
        "Makes a scratch catalogue, pastes rows into the real window, commits them, compares the"
            + " commit modes, saves a screenshot and prints the log. Needs no display.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private final Windows windows;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      defaultValue = "10000",
      paramLabel = "N",
      description = "Rows to paste (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--screenshot",
      defaultValue = "pallet-demo.png",
      paramLabel = "FILE.png",
      description = "Where the picture of the window goes (default: ${DEFAULT-VALUE}).")
  private Path screenshot;

  DemoCommand(Windows windows) {
    this.windows = windows;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return windows.demo(
        new Windows.DemoRequest(
            rows,
            screenshot,
            line -> {
              out.println(line);
              out.flush();
            }));
  }
}
