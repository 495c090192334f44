package app.pallet.ui.window;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line over the table's corner into which a row's number or SKU is typed to go there. FX thread.
 */
public final class GoToBar extends HBox {

  private final TextField field = new TextField();
  private final Label message = Labels.of("", "go-to-message");

  /**
   * A bar that is closed.
   *
   * @param go gets what was typed
   */
  public GoToBar(Consumer<String> go) {
    field.setId("go-to-field");
    nameRowsBy("SKU");
    field.setPrefColumnCount(16);
    field.setOnAction(event -> send(go));
    field.textProperty().addListener(observable -> tell(""));
    message.setId("go-to-message");
    Panes.showWhile(message, message.textProperty().isNotEmpty());
    Button start = Buttons.small("go-to", "Go", () -> send(go));
    start.disableProperty().bind(field.textProperty().isEmpty());
    Button close = Buttons.icon("go-to-close", Feather.X, "Close", this::close);
    getStyleClass().add("go-to-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Panes.show(this, false);
    getChildren().addAll(Icons.of(Feather.CROSSHAIR), field, start, message, close);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
  }

  /** Says what else than its number a row is found by, such as the SKU. */
  public void nameRowsBy(String column) {
    field.setPromptText("Row number or " + column);
    field.setAccessibleText("Row number or " + column + " to go to");
  }

  /** Shows the bar with the last text selected, ready to be replaced. */
  public void open() {
    show(true);
    tell("");
    field.requestFocus();
    field.selectAll();
  }

  /** Hides the bar. */
  public void close() {
    show(false);
  }

  /** Says why the row was not found. The message goes away when the user types. */
  public void tell(String sentence) {
    message.setText(sentence);
  }

  private void send(Consumer<String> go) {
    if (!field.getText().isBlank()) {
      go.accept(field.getText());
    }
  }

  private void show(boolean shown) {
    Panes.show(this, shown);
  }
}
