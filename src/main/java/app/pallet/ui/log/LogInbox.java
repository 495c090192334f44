package app.pallet.ui.log;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Collects lines for the log from any thread. The window fetches them all at its next tick, so the
 * FX thread is busy with them 20 times a second at most, however fast batches commit. Bounded like
 * the log itself, so that a burst cannot fill the memory.
 */
public final class LogInbox {

  private final Clock clock;
  private final int capacity;
  private final Queue<LogLine> waiting = new ArrayDeque<>();
  private Runnable filled = () -> {};
  private int entry;
  private boolean isInEntry;

  /**
   * An empty inbox.
   *
   * @param clock gives lines their time
   * @param capacity lines kept when nobody fetches; the oldest go first
   */
  public LogInbox(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  /** Sets who hears of the first line after a fetch, on the thread that puts it in. */
  public void whenFilled(Runnable listener) {
    synchronized (waiting) {
      filled = listener;
    }
  }

  /** Begins a commit: the lines until its end are about it. Any thread. */
  public void beginEntry() {
    synchronized (waiting) {
      entry++;
      isInEntry = true;
    }
  }

  /** Ends it. Any thread. */
  public void endEntry() {
    synchronized (waiting) {
      isInEntry = false;
    }
  }

  /** The number of the commit that runs, or 0. Any thread. */
  int entry() {
    synchronized (waiting) {
      return isInEntry ? entry : 0;
    }
  }

  /** Puts a line in, with the time of now. Any thread. */
  public void add(LogLine.Level level, String text) {
    LogLine line = new LogLine(clock.instant(), level, text, entry());
    Runnable told;
    synchronized (waiting) {
      told = waiting.isEmpty() ? filled : () -> {};
      if (waiting.size() == capacity) {
        waiting.remove();
      }
      waiting.add(line);
    }
    told.run();
  }

  /** Takes out everything that has come in. Any thread. */
  public List<LogLine> fetch() {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        return List.of();
      }
      List<LogLine> lines = new ArrayList<>(waiting);
      waiting.clear();
      return lines;
    }
  }
}
