package app.pallet.ui.filter;

import app.pallet.ui.theme.Popovers;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the name of a view. FX thread. */
final class NameBox extends VBox {

  private static final int LONGEST = 60;

  private final TextField field;

  private NameBox(String title, String name, Consumer<String> named) {
    Label heading = new Label(title);
    heading.getStyleClass().add("pane-title");
    field = new TextField(name);
    field.setId("view-name");
    field.setPromptText("Name of the view");
    field.setAccessibleText("Name of the view");
    Button save = new Button("Save view");
    save.setId("view-save");
    save.getStyleClass().add(Styles.ACCENT);
    save.disableProperty().bind(field.textProperty().map(String::isBlank));
    Runnable done =
        () -> {
          String text = field.getText().strip();
          if (!text.isEmpty()) {
            getScene().getWindow().hide();
            named.accept(text.substring(0, Math.min(LONGEST, text.length())));
          }
        };
    save.setOnAction(event -> done.run());
    field.setOnAction(event -> done.run());
    HBox buttons = new HBox(save);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("filter-buttons");
    getStyleClass().add("filter-box");
    getChildren().addAll(heading, field, buttons);
  }

  /** Asks at a node; Esc or a click elsewhere closes the box without an answer. */
  static void ask(Node at, String title, String name, Consumer<String> named) {
    NameBox box = new NameBox(title, name, named);
    Popovers.of(box, box::focusName).show(at);
  }

  private void focusName() {
    field.requestFocus();
    field.selectAll();
  }
}
