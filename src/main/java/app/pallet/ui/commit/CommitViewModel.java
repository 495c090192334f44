package app.pallet.ui.commit;

import app.pallet.change.ChangeCounts;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.text.Counted;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Keys;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How the next commit will be done and what its button says. The wiring tells it how many changes
 * are pending and whether work is running; the commit bar edits the rest. FX thread.
 */
public final class CommitViewModel {

  /** The largest batch that can be chosen, in rows. */
  public static final int MAX_BATCH_SIZE = 1_000_000;

  private final IntegerProperty committable = new SimpleIntegerProperty(this, "committable");
  private final IntegerProperty invalid = new SimpleIntegerProperty(this, "invalid");
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
  private final BooleanProperty committing = new SimpleBooleanProperty(this, "committing");
  private final ObjectProperty<CommitMode> mode;
  private final IntegerProperty batchSize;
  private final ObjectProperty<TransactionScope> scope;
  private final StringBinding buttonText;
  private final StringBinding shortText;
  private final StringBinding hint;
  private final BooleanBinding blocked;
  private final BooleanBinding nothing; // held here: nobody else would keep it

  /** A view model with nothing pending that begins with this plan. */
  public CommitViewModel(CommitPlan plan) {
    mode = new SimpleObjectProperty<>(this, "mode", plan.mode());
    batchSize = new SimpleIntegerProperty(this, "batchSize", plan.batchSize());
    scope = new SimpleObjectProperty<>(this, "scope", plan.scope());
    buttonText = Bindings.createStringBinding(this::textOfButton, committable, committing, mode);
    shortText = Bindings.createStringBinding(this::shortTextOfButton, committable, committing);
    hint = Bindings.createStringBinding(this::textOfHint, committable, invalid);
    blocked = busy.or(committable.lessThan(1));
    nothing = committable.lessThan(1).and(committing.not());
  }

  /** Takes over how many changes are pending. */
  public void show(ChangeCounts counts) {
    committable.set(counts.committable());
    invalid.set(counts.invalid());
  }

  /** The plan the user has chosen. */
  public CommitPlan plan() {
    return new CommitPlan(mode.get(), batchSize.get(), scope.get());
  }

  /** Whether any work runs that a commit must wait for. */
  public BooleanProperty busyProperty() {
    return busy;
  }

  /** Whether that work is a commit. */
  public BooleanProperty committingProperty() {
    return committing;
  }

  /** How rows are written. */
  public ObjectProperty<CommitMode> modeProperty() {
    return mode;
  }

  /** Rows in a batch, from 1 to {@link #MAX_BATCH_SIZE}. */
  public IntegerProperty batchSizeProperty() {
    return batchSize;
  }

  /** What one transaction spans. */
  ObjectProperty<TransactionScope> scopeProperty() {
    return scope;
  }

  /** What the button says. */
  StringBinding buttonTextProperty() {
    return buttonText;
  }

  /** The same in as few letters as will do. */
  StringBinding shortTextProperty() {
    return shortText;
  }

  /** Whether there is nothing to commit, and no commit runs. */
  BooleanBinding nothingProperty() {
    return nothing;
  }

  /** What the button's tooltip adds: above all, what will not be committed. */
  StringBinding hintProperty() {
    return hint;
  }

  /** Whether neither commit nor comparison can start now. */
  public BooleanBinding blockedProperty() {
    return blocked;
  }

  private String textOfButton() {
    if (committing.get()) {
      return "Committing…";
    }
    return committable.get() == 0
        ? "Nothing to commit"
        : "Commit " + Counted.of(committable.get(), "change", "changes") + inMode();
  }

  /** Said only of a mode other than the one that is meant to be used. */
  private String inMode() {
    return switch (mode.get()) {
      case BATCH -> "";
      case ADD_ALL -> " by add all";
      case ONE_BY_ONE -> " one by one";
    };
  }

  private String shortTextOfButton() {
    return committing.get()
        ? "Committing…"
        : "Commit" + (committable.get() == 0 ? "" : " " + Wording.grouped(committable.get()));
  }

  private String textOfHint() {
    String left =
        invalid.get() == 0
            ? ""
            : "\n" + Counted.of(invalid.get(), "change", "changes") + " with problems stay pending";
    return committable.get() == 0
        ? "Edit, add or delete rows first" + left
        : Keys.after("Write all pending changes to the database", Shortcut.COMMIT.keys()) + left;
  }
}
