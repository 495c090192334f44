package app.pallet;

import app.pallet.ui.log.LogInbox;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the writing thread at a line that a commit writes into the log, so that a test can do
 * something while it certainly runs.
 */
final class CommitGate {

  /** A commit has begun and written nothing. */
  static final int BEGUN = 0;

  /** A commit has written at least a batch and at most some. */
  static final int A_BATCH = 1;

  private final LogInbox inbox;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  CommitGate(LogInbox inbox) {
    this.inbox = inbox;
  }

  /** Shuts once the log was fetched so many times since the commit began. */
  void shutAfter(int fetches) {
    inbox.fetch();
    int[] left = {fetches};
    inbox.whenFilled(() -> {
      if (Thread.currentThread().getName().equals("pallet-writer") && left[0]-- == 0) {
        reached.countDown();
        await(opened);
      }
    });
  }

  void awaitReached() {
    await(reached);
  }

  void open() {
    opened.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("Nobody came to the gate, or opened it, within a minute");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
