package app.pallet.work;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a piece of work has got at one moment; what a progress bar shows.
 *
 * @param task what is being done
 * @param message the latest remark, or an empty text
 * @param done units finished
 * @param total units to do, or {@link WorkMonitor#UNKNOWN}
 * @param elapsed time since the task began
 */
public record Progress(String task, String message, long done, long total, Duration elapsed) {

  /** The finished share from 0 to 1, or a negative number where the total is unknown. */
  public double fraction() {
    if (total < 0) {
      return -1;
    }
    return total == 0 ? 1 : Math.min(1, (double) done / total);
  }

  /** Units finished per second so far; 0 before the first one. */
  public double unitsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds <= 0 ? 0 : done / seconds;
  }

  /** The time still needed at the pace so far; empty while there is no pace or no total. */
  public Optional<Duration> remaining() {
    double pace = unitsPerSecond();
    if (total < 0 || pace <= 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) (Math.max(0, total - done) / pace * 1e9)));
  }
}
