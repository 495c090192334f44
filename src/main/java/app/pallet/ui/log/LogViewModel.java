package app.pallet.ui.log;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The lines of the log pane: a bounded list whose oldest lines go when new ones come. The lines
 * come from a {@link LogInbox} at {@link #fetch}, many at a time. FX thread.
 */
public final class LogViewModel {

  /** Lines kept in the window; about two hours of steady commits. */
  public static final int CAPACITY = 10_000;

  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final ObservableList<LogLine> shown = FXCollections.unmodifiableObservableList(lines);
  private final BooleanBinding empty = Bindings.isEmpty(lines);
  private final FilteredList<LogLine> visible = new FilteredList<>(lines);
  private final Set<Integer> unfolded = new HashSet<>();
  private final LogInbox inbox;
  private int running;
  private final int capacity;

  /** An empty log that keeps so many lines. */
  public LogViewModel(LogInbox inbox, int capacity) {
    this.inbox = inbox;
    this.capacity = capacity;
  }

  /** The lines, oldest first. */
  public ObservableList<LogLine> lines() {
    return shown;
  }

  /**
   * The lines to be seen, oldest first: all but the steps of commits that have ended, unless the
   * user has unfolded them.
   */
  ObservableList<LogLine> visible() {
    return visible;
  }

  /** Whether the steps of a commit are to be seen. */
  boolean isUnfolded(LogLine line) {
    return line.entry() == running || unfolded.contains(line.entry());
  }

  /** Shows the steps of the commit that a line is about, or hides them. */
  void fold(LogLine line) {
    if (line.isHead()) {
      if (!unfolded.remove(line.entry())) {
        unfolded.add(line.entry());
      }
      showSteps();
    }
  }

  private void showSteps() {
    visible.setPredicate(
        line -> line.level() != LogLine.Level.STEP || line.entry() == 0 || isUnfolded(line));
  }

  /** Whether there is no line. */
  BooleanBinding emptyProperty() {
    return empty;
  }

  /** Where other threads leave lines for this log. */
  public LogInbox inbox() {
    return inbox;
  }

  /** Shows what has come into the inbox since the last time. */
  public void fetch() {
    append(inbox.fetch());
    int now = inbox.entry();
    if (now != running) {
      running = now;
      showSteps();
    }
  }

  /** Drops all lines. */
  void clear() {
    lines.clear();
  }

  /** The given lines, or all where none are given, as text with a line break after each. */
  public String text(List<LogLine> some) {
    ZoneId zone = ZoneId.systemDefault();
    List<LogLine> wanted = some.isEmpty() ? lines : some;
    return wanted.stream().map(line -> line.plain(zone) + "\n").collect(Collectors.joining());
  }

  private void append(List<LogLine> added) {
    if (added.isEmpty()) {
      return;
    }
    if (added.size() >= capacity) {
      lines.setAll(added.subList(added.size() - capacity, added.size()));
      return;
    }
    int surplus = lines.size() + added.size() - capacity;
    if (surplus > 0) {
      lines.remove(0, surplus);
    }
    lines.addAll(added);
  }
}
