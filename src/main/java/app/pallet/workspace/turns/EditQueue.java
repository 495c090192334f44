package app.pallet.workspace.turns;

import app.pallet.change.ChangeSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.work.RunningWork;
import app.pallet.work.Work;
import app.pallet.work.WorkRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Lets the user's actions on pending changes take effect in the order in which they were done,
 * however long each takes. An action has its turn when all earlier ones have ended. Most actions
 * end at once. Others read rows in the background, and end when the rows have come back. Undo takes
 * back the latest action. If that has not ended, it is cancelled, and redo begins it anew. Owner
 * thread.
 *
 * <p>Only commits change what is pending out of turn: they settle what they wrote. An action that
 * computed something meanwhile computes it again ({@link ChangeSet#isCurrent}). Rows that got
 * another key are found by {@link #now}.
 */
public final class EditQueue implements Reading {

  /** Rows that are changed, or changed back, in less time than anybody notices. */
  public static final int AT_ONCE = 200;

  private final ChangeSet changes;
  private final BackgroundTasks tasks;
  private final WorkspaceListener listener;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final Deque<Undone> undone = new ArrayDeque<>();
  private final Map<RowKey.New, RowKey.Stored> stored = new HashMap<>();
  private final Deque<Runnable> whenIdle = new ArrayDeque<>();
  private boolean isAdvancing;

  /** A queue of actions on these changes. No action is waiting yet. */
  public EditQueue(ChangeSet changes, BackgroundTasks tasks, WorkspaceListener listener) {
    this.changes = changes;
    this.tasks = tasks;
    this.listener = listener;
  }

  /** What a redo brings back. */
  private sealed interface Undone {

    /** A step that was recorded. */
    record Recorded() implements Undone {}

    /** An action that was cancelled before it could be recorded. */
    record Cancelled(String label, Consumer<Turn> action) implements Undone {}
  }

  /**
   * What an undo or a redo affected.
   *
   * @param label the user's action
   * @param rows how many rows were affected
   * @param column the one column that was affected, if it was one
   * @param row the row that was affected, the first of several
   * @param before what had been pending for that row
   */
  public record Taken(
      String label, int rows, Optional<Column> column, RowKey row, Optional<RowChange> before) {}

  /**
   * Queues an action that undo can take back.
   *
   * @param label the user's action, as the undo menu names it
   * @param action records at most one step. It ends when it has returned and everything that it
   *     reads has come back
   */
  public void step(String label, Consumer<Turn> action) {
    undone.clear();
    add(new Turn(Kind.STEP, label, action));
  }

  /** Queues an action that looks at what is pending, but is not a step of undo. */
  public void look(Consumer<Turn> action) {
    add(new Turn(Kind.OTHER, "", action));
  }

  /** Calls back when no action is waiting or running any more. This may be at once. */
  public void whenIdle(Runnable then) {
    whenIdle.add(then);
    advance();
  }

  /** Whether no action is waiting or running, except those that the user has cancelled. */
  public boolean isIdle() {
    return last().isEmpty();
  }

  /** The user's actions that have not had their turn yet, as the undo menu names them. */
  public List<String> waiting() {
    return turns.stream()
        .filter(turn -> turn.kind == Kind.STEP && !turn.hasBegun)
        .map(turn -> turn.label)
        .toList();
  }

  /**
   * Drops actions that have not had their turn yet. The user is leaving, and has agreed to this.
   */
  public void dropWaiting() {
    turns.removeIf(turn -> !turn.hasBegun);
  }

  /** Reads something beside the queue that is only for display. */
  public <T> void glance(String name, Work<T> work, Consumer<T> done) {
    tasks.look(name, work, done);
  }

  /** Reads beside the queue. What comes back does not wait for a turn. */
  @Override
  public <T> void read(String name, Work<T> work, Consumer<T> done) {
    tasks.read(name, work, done);
  }

  /** The runner of reading work, for work that reports its progress to somebody else. */
  public WorkRunner runner() {
    return tasks.reader();
  }

  /** The name of what the next undo takes back. */
  public Optional<String> undoLabel() {
    return last()
        .filter(turn -> turn.kind == Kind.STEP)
        .map(turn -> turn.label)
        .or(changes::undoLabel);
  }

  /** The name of what the next redo does again. */
  public Optional<String> redoLabel() {
    return switch (undone.peekLast()) {
      case Undone.Cancelled(var label, var action) -> Optional.of(label);
      case Undone.Recorded recorded -> changes.redoLabel();
      case null -> isIdle() ? changes.redoLabel() : Optional.empty();
    };
  }

  /**
   * Takes back the latest action, or cancels it if it has not ended. Does nothing if there is none.
   *
   * @param done hears of a step that was taken back
   */
  public void undo(Consumer<Taken> done) {
    Optional<Turn> last = last();
    if (last.isPresent() && last.get().kind == Kind.STEP) {
      Turn turn = last.get();
      undone.addLast(new Undone.Cancelled(turn.label, turn.action));
      turn.cancel();
      listener.stepsChanged();
    } else if (last.isPresent() || changes.canUndo()) {
      undone.addLast(new Undone.Recorded());
      look(turn -> undo(turn, done));
    }
  }

  /**
   * Does again what was undone last. Does nothing if there is nothing.
   *
   * @param done hears of a step that was done again. An action that was cancelled begins anew, and
   *     reports its result itself
   */
  public void redo(Consumer<Taken> done) {
    while (undone.peekLast() instanceof Undone.Recorded && isIdle() && !changes.canRedo()) {
      undone.removeLast(); // a commit has made it final
    }
    Undone last = undone.pollLast();
    if (last instanceof Undone.Cancelled(var label, var action)) {
      add(new Turn(Kind.STEP, label, action));
    } else if (last != null || (isIdle() && changes.canRedo())) {
      look(turn -> redo(turn, done));
    }
  }

  private void undo(Turn turn, Consumer<Taken> done) {
    if (changes.undoRows() <= AT_ONCE) {
      take(undoing(), changes::undo, done);
    } else {
      PendingSnapshot before = changes.snapshot();
      turn.read(
          "Undo",
          monitor -> before.undone().orElseThrow(),
          prepared -> {
            if (changes.isCurrent(prepared)) {
              take(undoing(), () -> changes.undo(prepared), done);
            } else { // a commit has settled meanwhile
              undo(turn, done);
            }
          });
    }
  }

  private void redo(Turn turn, Consumer<Taken> done) {
    if (changes.redoRows() <= AT_ONCE) {
      take(redoing(), changes::redo, done);
    } else {
      PendingSnapshot before = changes.snapshot();
      turn.read(
          "Redo",
          monitor -> before.redone().orElseThrow(),
          prepared -> {
            if (changes.isCurrent(prepared)) {
              take(redoing(), () -> changes.redo(prepared), done);
            } else { // a commit has settled meanwhile
              redo(turn, done);
            }
          });
    }
  }

  /** What the next undo is about to affect. */
  private Optional<Taken> undoing() {
    return changes
        .undoRow()
        .map(row ->
            new Taken(
                changes.undoLabel().orElseThrow(),
                changes.undoRows(),
                changes.undoColumn(),
                row,
                changes.get(row)));
  }

  /** What the next redo is about to affect. */
  private Optional<Taken> redoing() {
    return changes
        .redoRow()
        .map(row ->
            new Taken(
                changes.redoLabel().orElseThrow(),
                changes.redoRows(),
                changes.redoColumn(),
                row,
                changes.get(row)));
  }

  private static void take(Optional<Taken> taken, Runnable action, Consumer<Taken> done) {
    action.run();
    taken.ifPresent(done);
  }

  /** Hears that new rows are in the database now. */
  public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
    if (!turns.isEmpty()) {
      stored.putAll(ids);
    }
  }

  /**
   * The current key of a row. It is another one if the row has been added to the database
   * meanwhile.
   */
  public RowKey now(RowKey key) {
    return now(stored, key);
  }

  /** The same as {@link #now} at this moment, for another thread. */
  public UnaryOperator<RowKey> names() {
    Map<RowKey.New, RowKey.Stored> known = Map.copyOf(stored);
    return key -> now(known, key);
  }

  private static RowKey now(Map<RowKey.New, RowKey.Stored> stored, RowKey key) {
    RowKey now = key instanceof RowKey.New ? stored.get(key) : null;
    return now == null ? key : now;
  }

  private Optional<Turn> last() {
    for (Iterator<Turn> latest = turns.descendingIterator(); latest.hasNext(); ) {
      Turn turn = latest.next();
      if (!turn.isCancelled) {
        return Optional.of(turn);
      }
    }
    return Optional.empty();
  }

  private void add(Turn turn) {
    turns.addLast(turn);
    advance();
    if (!turns.isEmpty()) {
      listener.stepsChanged();
    }
  }

  /** Begins waiting actions in a loop, because thousands of short ones may wait for a long one. */
  private void advance() {
    if (isAdvancing) {
      return;
    }
    isAdvancing = true;
    try {
      while (turns.isEmpty() ? !whenIdle.isEmpty() : !turns.getFirst().hasBegun) {
        if (turns.isEmpty()) {
          whenIdle.remove().run();
        } else {
          turns.getFirst().begin();
        }
      }
    } finally {
      isAdvancing = false;
    }
    if (turns.isEmpty()) {
      stored.clear();
    }
  }

  private enum Kind {
    STEP,
    OTHER
  }

  /** The turn of one action. What the action reads in the background belongs to it. */
  public final class Turn implements Reading {

    private final Kind kind;
    private final String label;
    private final Consumer<Turn> action;
    private Optional<RunningWork> reading = Optional.empty();
    private int open;
    private boolean hasBegun;
    private boolean isCancelled;

    private Turn(Kind kind, String label, Consumer<Turn> action) {
      this.kind = kind;
      this.label = label;
      this.action = action;
    }

    private void begin() {
      hasBegun = true;
      open = 1;
      try {
        action.accept(this);
      } finally {
        close();
      }
    }

    @Override
    public <T> void read(String name, Work<T> work, Consumer<T> done) {
      open++;
      reading =
          Optional.of(
              tasks.read(
                  name,
                  work,
                  result -> {
                    if (isCancelled) { // too late for the work, but in time for the user
                      listener.told(name + ": cancelled");
                    } else {
                      done.accept(result);
                    }
                  },
                  () -> {
                    close();
                    advance();
                  }));
    }

    private void cancel() {
      isCancelled = true;
      if (hasBegun) {
        reading.ifPresent(RunningWork::cancel);
      } else {
        turns.remove(this);
        listener.told(label + ": cancelled");
      }
    }

    private void close() {
      open--;
      if (open == 0) {
        turns.remove(this);
        if (turns.isEmpty()) {
          listener.stepsChanged();
        }
      }
    }
  }
}
