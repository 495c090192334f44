package app.pallet.ui.status;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How many rows there are, how many the search leaves, and what is selected. FX thread. */
public final class StatusViewModel {

  private final LongProperty rows = new SimpleLongProperty(this, "rows");
  private final LongProperty shown = new SimpleLongProperty(this, "shown");
  private final LongProperty pendingLeftOut = new SimpleLongProperty(this, "pendingLeftOut");
  private final BooleanProperty counting = new SimpleBooleanProperty(this, "counting");
  private final StringProperty selection = new SimpleStringProperty(this, "selection", "");
  private final StringProperty told = new SimpleStringProperty(this, "told", "");
  private final StringProperty remark = new SimpleStringProperty(this, "remark", "");
  private final StringBinding rowsText =
      Bindings.createStringBinding(this::describeRows, rows, shown, pendingLeftOut, counting);

  /**
   * What is true while there is no news.
   *
   * @param text a few words, or an empty text
   */
  public record Truth(String text, Kind kind) {

    /** How good what is true is. */
    public enum Kind {
      GOOD,
      PLAIN,
      BAD
    }
  }

  /** Says for a few seconds what was done. */
  public void tell(String done) {
    told.set(done);
  }

  /** What was just done, or an empty text. */
  public ReadOnlyStringProperty toldProperty() {
    return told;
  }

  /** Rows of the catalogue, with those still to be added. */
  public LongProperty rowsProperty() {
    return rows;
  }

  /** Rows the table shows; fewer than there are while a search is on. */
  public LongProperty shownProperty() {
    return shown;
  }

  /** Rows with pending changes that are not among those the table shows. */
  public LongProperty pendingLeftOutProperty() {
    return pendingLeftOut;
  }

  /** Whether rows are still being looked for. */
  public BooleanProperty countingProperty() {
    return counting;
  }

  /** What is selected in the table in a few words, or an empty text. */
  public StringProperty selectionProperty() {
    return selection;
  }

  /** What is true now that the user may not expect, or an empty text. */
  public StringProperty remarkProperty() {
    return remark;
  }

  /** All these numbers in words. */
  StringBinding rowsTextProperty() {
    return rowsText;
  }

  private String describeRows() {
    if (counting.get()) {
      return shown.get() == 0
          ? "counting\u2026"
          : Wording.grouped(shown.get()) + " rows, counting\u2026";
    }
    String total = Counted.of(rows.get(), "row", "rows");
    String found =
        shown.get() == rows.get() ? total : Wording.grouped(shown.get()) + " of " + total;
    long hidden = pendingLeftOut.get();
    return hidden == 0
        ? found
        : found + " \u00b7 " + Counted.of(hidden, "pending row", "pending rows") + " not shown";
  }
}
