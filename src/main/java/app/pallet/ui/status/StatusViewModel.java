package app.pallet.ui.status;

import app.pallet.ui.text.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How many rows there are, how many the search leaves, and what is selected. FX thread. */
public final class StatusViewModel {

  private final LongProperty rows = new SimpleLongProperty(this, "rows");
  private final LongProperty shown = new SimpleLongProperty(this, "shown");
  private final BooleanProperty counting = new SimpleBooleanProperty(this, "counting");
  private final StringProperty selection = new SimpleStringProperty(this, "selection", "");
  private final StringBinding rowsText =
      Bindings.createStringBinding(this::describeRows, rows, shown, counting);

  /** Rows of the catalogue, with those still to be added. */
  public LongProperty rowsProperty() {
    return rows;
  }

  /** Rows the table shows; fewer than there are while a search is on. */
  public LongProperty shownProperty() {
    return shown;
  }

  /** Whether rows are still being looked for. */
  public BooleanProperty countingProperty() {
    return counting;
  }

  /** What is selected in the table in a few words, or an empty text. */
  public StringProperty selectionProperty() {
    return selection;
  }

  /** Both numbers in words. */
  public StringBinding rowsTextProperty() {
    return rowsText;
  }

  private String describeRows() {
    if (counting.get()) {
      return shown.get() == 0
          ? "counting\u2026"
          : Wording.grouped(shown.get()) + " rows, counting\u2026";
    }
    return shown.get() == rows.get()
        ? Wording.counted(rows.get(), "row", "rows")
        : Wording.grouped(shown.get()) + " of " + Wording.counted(rows.get(), "row", "rows");
  }
}
