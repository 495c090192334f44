package app.pallet.cli;

import app.pallet.work.Progress;
import app.pallet.work.SampledMonitor;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The terminal that somebody may be watching. While a command works, one line of it says how far
 * the work has got; the line is rewritten several times a second and removed at the end.
 */
final class Terminal implements AutoCloseable {

  private static final int PERIOD_MILLIS = 200;
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final SampledMonitor monitor;
  private final Timer ticks = new Timer("terminal-progress", true);
  private boolean isShowing;

  private Terminal(PrintWriter err, SampledMonitor monitor) {
    this.err = err;
    this.monitor = monitor;
  }

  /** Shows progress if standard error is a terminal and nobody asked for JSON. */
  @SuppressWarnings("SystemConsoleNull") // null on other JDKs, says its own documentation
  static Terminal of(CommandSpec spec, boolean json, SampledMonitor monitor) {
    Terminal terminal = new Terminal(spec.commandLine().getErr(), monitor);
    Console console = System.console();
    if (!json && console != null && console.isTerminal()) {
      terminal.start();
    }
    return terminal;
  }

  private void start() {
    isShowing = true;
    ticks.schedule(
        new TimerTask() {
          @Override
          public void run() {
            show(line(monitor.sample()));
          }
        },
        PERIOD_MILLIS,
        PERIOD_MILLIS);
  }

  private void show(String line) {
    int end = Math.min(WIDTH, line.length());
    err.print('\r' + line.substring(0, end) + " ".repeat(WIDTH - end));
    err.flush();
  }

  private static String line(Progress progress) {
    StringBuilder line = new StringBuilder(progress.task());
    if (progress.total() > 0) {
      line.append(String.format(Locale.ROOT, "  %3.0f %%", 100 * progress.fraction()));
    }
    if (progress.done() > 0) {
      line.append(
          String.format(
              Locale.ROOT, "  %,d rows  %,.0f/s", progress.done(), progress.unitsPerSecond()));
    }
    progress
        .remaining()
        .ifPresent(left -> line.append("  ").append(left.toSeconds()).append(" s left"));
    return line.toString();
  }

  /** Removes the line. Closing it again does nothing. */
  @Override
  public void close() {
    ticks.cancel();
    if (isShowing) {
      isShowing = false;
      show("");
      err.print('\r');
      err.flush();
    }
  }
}
