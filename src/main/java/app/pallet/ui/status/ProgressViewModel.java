package app.pallet.ui.status;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.work.Progress;
import app.pallet.work.RunningWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * How far the running work has got. The work only counts; {@link #sample}, called by the window's
 * ticks, copies its numbers here, so a million rows cost the FX thread no more than ten. FX thread.
 */
public final class ProgressViewModel {

  /** Work that takes longer is said in the window's title too. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(1);

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(this, "cancelling");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
  private final ReadOnlyStringWrapper task = new ReadOnlyStringWrapper(this, "task", "");
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper(this, "details", "");
  private final ReadOnlyStringWrapper share = new ReadOnlyStringWrapper(this, "share", "");
  private final List<RunningWork> works = new ArrayList<>();
  private Optional<RunningWork> work = Optional.empty();

  /** Begins to follow work that was started. Work that was started before it is shown first. */
  public void follow(RunningWork started) {
    works.add(started);
    if (works.size() == 1) {
      showFirst();
    }
  }

  /** Stops following work that has ended, and shows other work that still runs. */
  public void finish(RunningWork ended) {
    works.remove(ended);
    if (works.isEmpty()) {
      showNone();
    } else if (work.filter(works::contains).isEmpty()) {
      showFirst();
    }
  }

  private void showFirst() {
    work = Optional.of(works.getFirst());
    running.set(true);
    cancelling.set(false);
    details.set("");
    sample();
  }

  private void showNone() {
    work = Optional.empty();
    running.set(false);
    cancelling.set(false);
    task.set("");
    details.set("");
    share.set("");
    fraction.set(-1);
  }

  /** Asks the work to stop at its next safe point. */
  public void cancel() {
    work.ifPresent(some -> {
      some.cancel();
      cancelling.set(true);
    });
  }

  /** Copies the numbers of this moment. */
  public void sample() {
    work.ifPresent(some -> {
      Progress progress = some.progress();
      task.set(progress.task().isEmpty() ? some.name() : progress.task());
      fraction.set(progress.fraction());
      details.set(describe(progress));
      share.set(shareOf(progress));
    });
  }

  /** Whether work runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it was asked to stop and has not yet stopped. */
  ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /** The share done from 0 to 1, or a negative number where it is not known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** The time still needed at the pace so far, if that can be told. */
  public Optional<Duration> timeLeft() {
    return work.flatMap(some -> some.progress().remaining());
  }

  /** What is being done. */
  public ReadOnlyStringProperty taskProperty() {
    return task.getReadOnlyProperty();
  }

  /** Rows, pace and time left in one line. */
  public ReadOnlyStringProperty detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /** The share that work of more than a second has done, as the window's title says it. */
  public ReadOnlyStringProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  private static String shareOf(Progress progress) {
    return progress.elapsed().compareTo(NOTICEABLE) < 0 || progress.fraction() < 0
        ? ""
        : Math.round(progress.fraction() * 100) + " %";
  }

  private static String describe(Progress progress) {
    List<String> parts = new ArrayList<>();
    if (progress.total() > 0) {
      parts.add(
          Wording.grouped(progress.done()) + " of " + Counted.of(progress.total(), "row", "rows"));
    } else if (progress.done() > 0) {
      parts.add(Counted.of(progress.done(), "row", "rows"));
    }
    if (progress.done() > 0) {
      parts.add(Wording.pace(progress.unitsPerSecond()) + " rows/s");
    }
    progress.remaining().ifPresent(left -> parts.add(Wording.timeLeft(left) + " left"));
    if (!progress.message().isEmpty()) {
      parts.add(progress.message());
    }
    return String.join(" · ", parts);
  }
}
