package app.pallet.ui.tables;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import atlantafx.base.controls.Spacer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says why what is open can only be read. FX thread. */
public final class ReadOnlyBar extends HBox {

  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", true);
  private final BooleanBinding shown;

  /**
   * A bar for the window's top.
   *
   * @param reason why it can only be read; empty if it can be edited
   * @param anotherTable lets the user choose another table
   */
  public ReadOnlyBar(ObservableStringValue reason, Runnable anotherTable) {
    setId("read-only-bar");
    getStyleClass().addAll("message-strip", "info");
    setAlignment(Pos.CENTER_LEFT);
    Label why = Labels.wrapped("");
    why.setId("read-only-reason");
    why.setGraphic(Icons.of(Feather.LOCK));
    why.textProperty().bind(reason);
    Button other = Buttons.small("read-only-another-table", "Another table…", anotherTable);
    Button close =
        Buttons.icon("read-only-close", Feather.X, "Close this message", () -> wanted.set(false));
    getChildren().addAll(why, new Spacer(), other, close);
    reason.addListener((observed, before, now) -> wanted.set(true));
    shown = wanted.and(Bindings.isNotEmpty(reason));
  }

  /** Whether it has something to say. */
  public BooleanBinding wantedProperty() {
    return shown;
  }
}
