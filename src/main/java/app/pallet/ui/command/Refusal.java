package app.pallet.ui.command;

import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.window.EditorViewModel;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Why a command can't be carried out now: a short sentence, or an empty text while it can. FX
 * thread.
 */
@FunctionalInterface
public interface Refusal {

  Refusal NEVER = viewModel -> new SimpleStringProperty("");
  Refusal CLOSED = when(v -> v.catalogueProperty().isEmpty(), "No catalogue is open");
  Refusal BUSY = when(v -> v.progress().runningProperty(), "Other work is still running");
  Refusal IDLE = when(v -> v.progress().runningProperty().not(), "Nothing is running");
  Refusal CLOSED_OR_BUSY = CLOSED.or(BUSY);
  Refusal READ_ONLY = CLOSED.or(EditorViewModel::readOnlyProperty);
  Refusal NOTHING_SELECTED =
      CLOSED.or(when(v -> v.rowsSelectedProperty().not(), "No cell is selected"));
  Refusal NO_CELLS_TO_CHANGE = READ_ONLY.or(NOTHING_SELECTED);
  Refusal NOTHING_TO_UNDO =
      CLOSED.or(when(v -> v.undoLabelProperty().isEmpty(), "There is nothing to undo"));
  Refusal NOTHING_TO_REDO =
      CLOSED.or(when(v -> v.redoLabelProperty().isEmpty(), "There is nothing to redo"));
  Refusal NOTHING_PENDING =
      CLOSED.or(when(v -> v.changes().changeCountProperty().isEqualTo(0), "Nothing is pending"));
  Refusal NO_PROBLEMS =
      CLOSED.or(
          when(v -> v.changes().problemCountProperty().isEqualTo(0), "There are no problems"));
  Refusal NO_CONFLICTS =
      CLOSED.or(when(v -> v.changes().conflictsProperty().not(), "There are no conflicts"));
  Refusal NOTHING_TO_COMMIT =
      READ_ONLY.or(BUSY).or(when(v -> v.commit().blockedProperty(), "Nothing to commit"));
  Refusal ONE_TABLE = CLOSED.or(unlessFound(found -> "", "A catalogue has only this table"));
  Refusal NO_HISTORY = unlessFound(found -> TableAccount.noHistory(found).orElse(""), "");
  Refusal HISTORY_KEPT =
      when(v -> v.keepsNoHistory().not(), "The history of this table is kept already");

  /** The reason as long as it holds. */
  StringExpression in(EditorViewModel viewModel);

  /** The same, and where it does not hold another one. */
  default Refusal or(Refusal other) {
    return viewModel -> {
      StringExpression first = in(viewModel);
      StringExpression second = other.in(viewModel);
      return Bindings.when(first.isEmpty()).then(second).otherwise(first);
    };
  }

  /**
   * A reason with one condition.
   *
   * @param holds whether it is in the way
   * @param reason as the user reads it
   */
  static Refusal when(Function<EditorViewModel, ObservableBooleanValue> holds, String reason) {
    return viewModel -> Bindings.when(holds.apply(viewModel)).then(reason).otherwise("");
  }

  private static Refusal unlessFound(Function<DiscoveredTable, String> ofTable, String otherwise) {
    return viewModel ->
        Bindings.createStringBinding(
            () -> viewModel.foundProperty().get().map(ofTable).orElse(otherwise),
            viewModel.foundProperty());
  }
}
