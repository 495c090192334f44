package app.pallet.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps how work ended, and lets a test wait for it. */
final class RecordedEnding<T> implements WorkListener<T> {

  private final List<String> endings = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Thread deliveredOn = Thread.currentThread();

  @Override
  public void succeeded(T result) {
    end("succeeded " + result);
  }

  @Override
  public void failed(Throwable failure) {
    end("failed " + failure.getMessage());
  }

  @Override
  public void cancelled() {
    end("cancelled");
  }

  /** All endings heard so far; a listener hears exactly one. */
  synchronized List<String> endings() {
    return List.copyOf(endings);
  }

  /** Waits for the first ending. */
  List<String> await() throws InterruptedException {
    ended.await();
    return endings();
  }

  Thread deliveredOn() {
    return deliveredOn;
  }

  private synchronized void end(String ending) {
    endings.add(ending);
    deliveredOn = Thread.currentThread();
    ended.countDown();
  }
}
