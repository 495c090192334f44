package app.pallet.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ThreadRunnerTest {

  private final ThreadRunner runner = new ThreadRunner("reader", Runnable::run);
  private final RecordedEnding<String> ending = new RecordedEnding<>();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void runsWorkOnItsDaemonThread() throws InterruptedException {
    runner.start(
        "Name",
        work -> Thread.currentThread().getName() + " " + Thread.currentThread().isDaemon(),
        ending);
    assertThat(ending.await()).containsExactly("succeeded reader true");
  }

  @Test
  void deliversThroughTheExecutor() throws InterruptedException {
    BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    try (ThreadRunner posting = new ThreadRunner("reader", events::add)) {
      posting.start("Name", work -> "done", ending);
      Runnable delivery = events.take();
      assertThat(ending.endings()).isEmpty();
      delivery.run();
    }
    assertThat(ending.endings()).containsExactly("succeeded done");
    assertThat(ending.deliveredOn()).isSameAs(Thread.currentThread());
  }

  @Test
  void runsWorkOneAfterTheOther() throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      runner.start("Add", work -> order.add(number), new RecordedEnding<>());
    }
    runner.start("Last", work -> "done", ending);
    ending.await();
    assertThat(order).hasSize(100).isSorted();
  }

  @Test
  void cancelReachesTheWork() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    RunningWork handle =
        runner.start(
            "Wait",
            work -> {
              running.countDown();
              while (!work.isCancelled()) {
                Thread.onSpinWait();
              }
              return "stopped";
            },
            ending);
    running.await();
    handle.cancel();
    assertThat(ending.await()).containsExactly("succeeded stopped");
  }

  @Test
  void aFailureDoesNotEndTheRunner() throws InterruptedException {
    RecordedEnding<String> failing = new RecordedEnding<>();
    runner.start(
        "Fail",
        work -> {
          throw new InterruptedException("stop");
        },
        failing);
    runner.start("Next", work -> "done", ending);
    assertThat(failing.await()).containsExactly("failed stop");
    assertThat(ending.await()).containsExactly("succeeded done");
  }

  @Test
  void closeLetsRunningWorkFinishAndCancelsWhatWaits() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordedEnding<String> waiting = new RecordedEnding<>();
    runner.start(
        "First",
        work -> {
          running.countDown();
          release.await();
          return work.isCancelled() ? "cancelled" : "finished";
        },
        ending);
    RunningWork second = runner.start("Second", work -> "ran", waiting);
    running.await();
    Thread closer = Thread.ofPlatform().start(runner::close);
    while (!second.monitor().isCancelled()) {
      Thread.onSpinWait();
    }
    release.countDown();
    closer.join();
    assertThat(ending.endings()).containsExactly("succeeded finished");
    assertThat(waiting.endings()).containsExactly("cancelled");
  }

  @Test
  void stopAsksRunningWorkToStopAndWaitsForNobody() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordedEnding<String> waiting = new RecordedEnding<>();
    RunningWork first =
        runner.start(
            "First",
            work -> {
              running.countDown();
              release.await();
              return work.isCancelled() ? "cancelled" : "finished";
            },
            ending);
    runner.start("Second", work -> "ran", waiting);
    running.await();

    runner.stop(); // on a thread that must not wait, while the first one can't end

    assertThat(first.monitor().isCancelled()).isTrue();
    assertThat(ending.endings()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> runner.start("Late", work -> "ran", waiting));
    release.countDown();
    assertThat(ending.await()).containsExactly("succeeded cancelled");
    assertThat(waiting.await()).containsExactly("cancelled");
  }

  @Test
  void workMayCloseItsOwnRunner() throws InterruptedException {
    runner.start(
        "Close",
        work -> {
          runner.close();
          return "closed";
        },
        ending);
    assertThat(ending.await()).containsExactly("succeeded closed");
  }

  @Test
  void aClosedRunnerTakesNothingMore() {
    runner.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> runner.start("Late", work -> "ran", ending))
        .withMessage("reader is closed and can't start: Late");
  }
}
