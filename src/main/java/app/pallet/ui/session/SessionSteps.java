package app.pallet.ui.session;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.text.Wording;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.turns.EditQueue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Undoes and redoes pending changes and shows what that was, so that the user need not look for it.
 * FX thread.
 */
public final class SessionSteps {

  private final Workspace workspace;
  private final ChangeSet changes;
  private final RowNavigation navigation;
  private final Notifier notifier;

  /** The steps of a workspace. */
  public SessionSteps(Workspace workspace, RowNavigation navigation, Notifier notifier) {
    this.workspace = workspace;
    this.changes = workspace.changes();
    this.navigation = navigation;
    this.notifier = notifier;
  }

  /** Undoes the latest step and goes to the first cell that it changed. */
  public void undo() {
    workspace.queue().undo(taken -> show("Undid: ", taken));
  }

  /** Redoes the step that was undone last and goes to its first cell. */
  public void redo() {
    workspace.queue().redo(taken -> show("Did again: ", taken));
  }

  private void show(String what, EditQueue.Taken taken) {
    RowKey row = taken.row();
    boolean isShown = workspace.view().indexOf(row).isPresent();
    if (isShown) {
      navigation.show(row, column(taken.before(), changes.get(row)));
    }
    boolean isGone = row instanceof RowKey.New && changes.get(row).isEmpty();
    notifier.show(
        Notice.done(
            what + described(taken),
            isShown || isGone ? "" : "The row is left out of what is shown"));
  }

  /** One column is named with its rows; else the user's action is. */
  private static String described(EditQueue.Taken taken) {
    String rows = Counted.of(taken.rows(), "row", "rows");
    return taken
        .column()
        .map(column -> Wording.inSentence(column.label()) + " of " + rows)
        .orElseGet(() -> taken.label() + ", " + rows);
  }

  /** The first column in which two changes of a row differ, or an empty text for the whole row. */
  private String column(Optional<RowChange> before, Optional<RowChange> now) {
    return workspace.schema().columns().stream()
        .filter(column ->
            !Objects.equals(value(before, column), value(now, column))
                || hasProblem(before, column) != hasProblem(now, column))
        .map(Column::name)
        .findFirst()
        .orElse("");
  }

  private static @Nullable Object value(Optional<RowChange> change, Column column) {
    return change
        .filter(pending -> pending.after().has(column))
        .map(pending -> pending.after().get(column))
        .orElse(null);
  }

  private static boolean hasProblem(Optional<RowChange> change, Column column) {
    return change.stream()
        .flatMap(pending -> pending.problems().stream())
        .anyMatch(problem -> problem.column().equals(column.name()));
  }

  /** Drops what is pending for a row, and offers it back. */
  public void revert(RowKey key) {
    workspace.edits().revertRow(key, this::offer);
  }

  /** Drops all that is pending, and offers it back. */
  public void revertAll() {
    workspace.edits().revertAll(this::offer);
  }

  private void offer(List<RowChange> dropped) {
    if (!dropped.isEmpty()) {
      notifier.show(
          Notice.warning(
              Counted.of(dropped.size(), "row is", "rows are") + " as in the database again",
              "What was pending was dropped"),
          "Bring it back",
          () -> workspace.edits().bringBack(dropped));
    }
  }
}
