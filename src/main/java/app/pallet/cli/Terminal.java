package app.pallet.cli;

import app.pallet.work.SampledMonitor;
import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The person at the terminal, if there is one: sees progress while a command runs. */
final class Terminal implements AutoCloseable {

  private Optional<TerminalProgress> progress;

  private Terminal(Optional<TerminalProgress> progress) {
    this.progress = progress;
  }

  /** Shows progress on standard error where that is a terminal and nobody asked for JSON alone. */
  @SuppressWarnings("SystemConsoleNull") // null on other JDKs, says its own documentation
  static Terminal of(CommandSpec spec, boolean json, SampledMonitor monitor) {
    Console console = System.console();
    boolean watched = !json && console != null && console.isTerminal();
    return new Terminal(
        watched
            ? Optional.of(new TerminalProgress(spec.commandLine().getErr(), monitor))
            : Optional.empty());
  }

  @Override
  public void close() {
    progress.ifPresent(TerminalProgress::close);
    progress = Optional.empty();
  }
}
