package app.pallet.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class DirectRunnerTest {

  private final SampledMonitor monitor = new SampledMonitor();
  private final DirectRunner runner = new DirectRunner(monitor);
  private final RecordedEnding<String> ending = new RecordedEnding<>();

  @Test
  void deliversTheResultBeforeStartReturns() {
    RunningWork running = runner.start("Count", work -> "done", ending);
    assertThat(ending.endings()).containsExactly("succeeded done");
    assertThat(running.name()).isEqualTo("Count");
  }

  @Test
  void deliversAFailure() {
    runner.start(
        "Read",
        work -> {
          throw new IOException("disk");
        },
        ending);
    assertThat(ending.endings()).containsExactly("failed disk");
  }

  @Test
  void deliversAnErrorToo() {
    runner.start(
        "Read",
        work -> {
          throw new StackOverflowError("deep");
        },
        ending);
    assertThat(ending.endings()).containsExactly("failed deep");
  }

  @Test
  void workThatStopsIsCancelled() {
    runner.start(
        "Read",
        work -> {
          throw new CancellationException();
        },
        ending);
    assertThat(ending.endings()).containsExactly("cancelled");
  }

  @Test
  void workThatWasCancelledBeforeDoesNotRun() {
    monitor.cancel();
    runner.start("Read", work -> "ran", ending);
    assertThat(ending.endings()).containsExactly("cancelled");
  }

  @Test
  void workMaySucceedWithWhatItHasAfterACancel() {
    runner.start(
        "Read",
        work -> {
          monitor.cancel();
          return "half";
        },
        ending);
    assertThat(ending.endings()).containsExactly("succeeded half");
  }

  @Test
  void anInterruptIsKept() {
    runner.start(
        "Read",
        work -> {
          throw new InterruptedException("stop");
        },
        ending);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ending.endings()).containsExactly("failed stop");
  }

  @Test
  void aListenerThatThrowsIsNotCalledAgain() {
    List<String> calls = new ArrayList<>();
    monitor.cancel();
    assertThatIllegalStateException()
        .isThrownBy(() -> runner.start("Read", work -> "ran", new FailingListener(calls)));
    assertThat(calls).containsExactly("cancelled");
  }

  private record FailingListener(List<String> calls) implements WorkListener<String> {

    @Override
    public void succeeded(String result) {
      calls.add("succeeded");
    }

    @Override
    public void failed(Throwable failure) {
      calls.add("failed");
    }

    @Override
    public void cancelled() {
      calls.add("cancelled");
      throw new IllegalStateException("listener");
    }
  }
}
