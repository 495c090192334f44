package app.pallet.ui.draft;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the window says of drafts. FX thread. */
public final class DraftViewModel {

  private final StringProperty offer = new SimpleStringProperty(this, "offer", "");
  private final StringProperty offerDetails = new SimpleStringProperty(this, "offerDetails", "");
  private final StringProperty warning = new SimpleStringProperty(this, "warning", "");
  private final StringProperty saving = new SimpleStringProperty(this, "saving", "");
  private final BooleanProperty restorable = new SimpleBooleanProperty(this, "restorable", true);

  /** The question whether to restore a draft, or an empty text. */
  public StringProperty offerProperty() {
    return offer;
  }

  /** What is in the draft, in a few words. */
  public StringProperty offerDetailsProperty() {
    return offerDetails;
  }

  /** Whether it can be restored: nothing else is pending. */
  public BooleanProperty restorableProperty() {
    return restorable;
  }

  /** Why what is pending is not on disk, or an empty text. */
  public StringProperty warningProperty() {
    return warning;
  }

  /** That something is not on disk yet, or an empty text. */
  public StringProperty savingProperty() {
    return saving;
  }

  /** Says nothing. */
  public void clear() {
    offer.set("");
    offerDetails.set("");
    warning.set("");
    saving.set("");
  }
}
