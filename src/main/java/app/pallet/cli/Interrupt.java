package app.pallet.cli;

import app.pallet.work.SampledMonitor;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Turns Ctrl+C into a cancel: the work stops at its next safe point and the report is still printed
 * before the process ends, with the shell's usual exit code of 130.
 */
final class Interrupt implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(SampledMonitor monitor) {
    hook =
        Thread.ofPlatform()
            .name("interrupt")
            .unstarted(() -> {
              monitor.cancel();
              awaitReport();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Runs a command's work so that it can be cancelled.
   *
   * @param work answers the exit code; what it throws is told here, while the process still waits
   * @return the exit code
   */
  static int during(SampledMonitor monitor, CommandSpec spec, Callable<Integer> work) {
    try (Interrupt interrupt = new Interrupt(monitor)) {
      return told(spec, work);
    }
  }

  private static int told(CommandSpec spec, Callable<Integer> work) {
    try {
      return work.call();
    } catch (ParameterException e) { // with the usage, by whoever has the arguments
      throw e;
    } catch (Exception e) {
      return Failures.tell(e, spec.commandLine());
    }
  }

  private void awaitReport() {
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // the process ends all the same: each batch is a transaction of its own
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The report is printed: the process may end. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it is running: the process is ending because of it
    }
  }
}
