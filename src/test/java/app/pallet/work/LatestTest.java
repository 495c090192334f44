package app.pallet.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Of several requests only the newest is answered. */
final class LatestTest {

  private final Latest latest = new Latest();
  private final List<String> heard = new ArrayList<>();

  /** Runs work when the test says so, as a thread would that is busy with something else. */
  private static final class LaterRunner implements WorkRunner {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
      SampledMonitor monitor = new SampledMonitor();
      waiting.add(() -> WorkEnding.of(work, monitor, listener).run());
      return new RunningWork(name, monitor);
    }

    void runNext() {
      waiting.remove().run();
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }

  private WorkListener<String> listener() {
    return new WorkListener<>() {
      @Override
      public void succeeded(String result) {
        heard.add(result);
      }

      @Override
      public void failed(Throwable failure) {
        heard.add("failed: " + failure.getMessage());
      }

      @Override
      public void cancelled() {
        heard.add("cancelled");
      }
    };
  }

  @Test
  void anAnswerThatComesBeforeTheNextRequestIsHeard() {
    latest.start(new DirectRunner(), "one", monitor -> "first", listener());
    latest.start(new DirectRunner(), "two", monitor -> "second", listener());

    assertThat(heard).containsExactly("first", "second");
  }

  @Test
  void aNewerRequestCancelsTheWorkOfTheOneBeforeAndNobodyHearsOfIt() {
    LaterRunner runner = new LaterRunner();
    List<String> done = new ArrayList<>();
    latest.start(runner, "one", monitor -> note(done, "first"), listener());
    latest.start(runner, "two", monitor -> note(done, "second"), listener());
    runner.runNext();
    runner.runNext();

    assertThat(done).containsExactly("second");
    assertThat(heard).containsExactly("second");
  }

  private static String note(List<String> done, String what) {
    done.add(what);
    return what;
  }

  @Test
  void whatHadEndedButWasNotDeliveredYetIsDropped() {
    LaterRunner runner = new LaterRunner();
    latest.start(
        runner,
        "one",
        monitor -> {
          latest.start(runner, "two", other -> "second", listener());
          return "first";
        },
        listener());
    runner.runNext();
    assertThat(heard).isEmpty();
    runner.runNext();

    assertThat(heard).containsExactly("second");
  }

  @Test
  void theFailureOfTheNewestIsToldAndThatOfAnOlderOneIsNot() {
    LaterRunner runner = new LaterRunner();
    latest.start(runner, "one", monitor -> fail("old"), listener());
    Runnable old = runner.waiting.remove();
    latest.start(runner, "two", monitor -> fail("new"), listener());
    old.run();
    runner.runNext();

    assertThat(heard).containsExactly("failed: new");
  }

  private static String fail(String message) {
    throw new IllegalStateException(message);
  }

  @Test
  void nothingIsHeardOfWhatWasDropped() {
    LaterRunner runner = new LaterRunner();
    latest.start(runner, "one", monitor -> "first", listener());
    latest.drop();
    runner.runNext();

    assertThat(heard).isEmpty();
  }

  @Test
  void workThatIsOverIsNotCancelledSoThatItsRunnerGoesOn() {
    DirectRunner runner = new DirectRunner(); // all its work has one monitor
    latest.start(runner, "one", monitor -> "first", listener());
    latest.drop();
    latest.start(runner, "two", monitor -> "second", listener());

    assertThat(heard).containsExactly("first", "second");
  }

  @Test
  void anAnswerFromElsewhereCountsOnlyForTheNewestRequest() {
    Consumer<String> first = latest.only(heard::add);
    Consumer<String> second = latest.only(heard::add);
    second.accept("second");
    first.accept("first");

    assertThat(heard).containsExactly("second");
  }
}
