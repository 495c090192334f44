package app.pallet.cli;

import app.pallet.work.Progress;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;

/**
 * One line on the terminal that says how far the work has got, rewritten several times a second
 * while it runs. Shown only where standard error is a terminal.
 */
final class TerminalProgress implements AutoCloseable {

  private static final int PERIOD_MILLIS = 200;
  private static final int WIDTH = 78;

  private final PrintWriter terminal;
  private final SampledMonitor monitor;
  private final Timer ticks = new Timer("terminal-progress", true);

  /** Starts showing. */
  TerminalProgress(PrintWriter terminal, SampledMonitor monitor) {
    this.terminal = terminal;
    this.monitor = monitor;
    ticks.schedule(
        new TimerTask() {
          @Override
          public void run() {
            show();
          }
        },
        PERIOD_MILLIS,
        PERIOD_MILLIS);
  }

  private void show() {
    terminal.print('\r' + pad(line(monitor.sample())));
    terminal.flush();
  }

  static String line(Progress progress) {
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

  /** Stops and clears the line. */
  @Override
  public void close() {
    ticks.cancel();
    terminal.print('\r' + pad("") + '\r');
    terminal.flush();
  }

  private static String pad(String line) {
    return line.length() >= WIDTH
        ? line.substring(0, WIDTH)
        : line + " ".repeat(WIDTH - line.length());
  }
}
