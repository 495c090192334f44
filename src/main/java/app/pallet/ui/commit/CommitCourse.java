package app.pallet.ui.commit;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.database.file.ConnectionSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The course of the commit that runs, or ran last: what its batches wrote and how fast, and how
 * that compares with one by one, if that was ever measured. Events are left by any thread and taken
 * in by the window's ticks; everything else is for the FX thread.
 */
public final class CommitCourse {

  private final Queue<CommitEvent> waiting = new ConcurrentLinkedQueue<>();
  private final List<CommitEvent.BatchCommitted> batches = new ArrayList<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
  private Optional<CommitEvent.Started> started = Optional.empty();
  private Optional<CommitReport> report = Optional.empty();
  private Optional<MeasuredRate> oneByOne = Optional.empty();

  /** Leaves an event. Any thread. */
  public void happened(CommitEvent event) {
    switch (event) {
      case CommitEvent.Started begun -> waiting.add(begun);
      case CommitEvent.BatchCommitted batch -> waiting.add(batch);
      case CommitEvent.Finished finished -> waiting.add(finished);
      default -> {}
    }
  }

  /** Sets with what commits are compared from now on. */
  public void compareWith(MeasuredRate slow) {
    oneByOne = Optional.of(slow);
    changed();
  }

  /** Takes in what has happened since the last time. */
  public void take() {
    boolean isNew = false;
    for (CommitEvent event = waiting.poll(); event != null; event = waiting.poll()) {
      take(event);
      isNew = true;
    }
    if (isNew) {
      changed();
    }
  }

  private void take(CommitEvent event) {
    switch (event) {
      case CommitEvent.Started begun -> {
        started = Optional.of(begun);
        report = Optional.empty();
        batches.clear();
      }
      case CommitEvent.BatchCommitted batch when started.isPresent() -> batches.add(batch);
      case CommitEvent.Finished finished when started.isPresent() ->
          report = Optional.of(finished.report());
      default -> {}
    }
  }

  /**
   * Forgets the last commit and what it was compared with, because what it wrote into is closed.
   * What it still tells after that is forgotten too.
   */
  public void forget() {
    take();
    started = Optional.empty();
    report = Optional.empty();
    oneByOne = Optional.empty();
    batches.clear();
    changed();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /** Changes with everything here. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Whether a commit runs. */
  public boolean isRunning() {
    return started.isPresent() && report.isEmpty();
  }

  /** What the last commit did, if it has ended. */
  public Optional<CommitReport> report() {
    return report;
  }

  /** The batches that are in the database, in order. */
  List<CommitEvent.BatchCommitted> batches() {
    return Collections.unmodifiableList(batches);
  }

  /** Rows that are to be written; 0 before the first commit. */
  int asked() {
    return started.map(CommitEvent.Started::rows).orElse(0);
  }

  /** How they are written. */
  Optional<CommitPlan> plan() {
    return started.map(CommitEvent.Started::plan);
  }

  /** In how many batches the rows will be written if none is refused. */
  int expectedBatches() {
    return started.map(begun -> Math.ceilDiv(begun.rows(), begun.plan().batchSize())).orElse(0);
  }

  /** Rows that are in the database. */
  int written() {
    return report
        .map(CommitReport::committed)
        .orElseGet(() -> batches.stream().mapToInt(CommitEvent.BatchCommitted::rows).sum());
  }

  /** Rows a second so far, or of the whole commit; 0 before the first batch. */
  double rowsPerSecond() {
    long nanos = batches.stream().mapToLong(CommitEvent.BatchCommitted::nanos).sum();
    return report
        .map(CommitReport::rowsPerSecond)
        .orElse(nanos == 0 ? 0.0 : written() / (nanos / 1e9));
  }

  /** The measured pace of one by one, if the files are written in the same way. */
  Optional<MeasuredRate> oneByOne() {
    Optional<ConnectionSettings> settings = started.map(CommitEvent.Started::settings);
    return oneByOne.filter(slow -> settings.isEmpty() || settings.get().equals(slow.settings()));
  }

  /** How many times as fast as one by one; empty where that is not measured or no comparison. */
  OptionalDouble timesOneByOne() {
    boolean isOther =
        plan().filter(plan -> oneByOne.filter(s -> s.mode() == plan.mode()).isEmpty()).isPresent();
    return oneByOne().isPresent() && isOther && written() > 0
        ? OptionalDouble.of(rowsPerSecond() / oneByOne().get().rowsPerSecond())
        : OptionalDouble.empty();
  }
}
