package app.pallet.ui.filter;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import atlantafx.base.controls.Spacer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A value to tick, and how many rows have it. */
final class CountedValue extends HBox {

  private static final double WIDEST_TOOLTIP = 320;

  private final CheckBox box;
  private final Label count;

  /**
   * A line of a list.
   *
   * @param chosen told of what the user makes of it
   */
  CountedValue(String text, long rows, boolean ticked, Consumer<Boolean> chosen) {
    box = new CheckBox(text);
    box.setSelected(ticked);
    box.setMnemonicParsing(false);
    box.setMinWidth(0);
    box.setAccessibleText(text + ", " + Counted.of(rows, "row", "rows"));
    box.setOnAction(event -> chosen.accept(box.isSelected()));
    count = Labels.of(Wording.grouped(rows), "facet-count");
    count.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("counted-value");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(box, new Spacer(), count);
  }

  /**
   * Lets the value be changed in all its rows, by F2 or a double click.
   *
   * @param begun told that the user begins, and that the line must stay
   * @param ended told what is typed, or nothing if the user gives up
   */
  void editable(String value, Runnable begun, Consumer<Optional<String>> ended) {
    Tooltip tooltip = Labels.wrappedTooltip(WIDEST_TOOLTIP);
    tooltip.setText("F2 or a double click changes it in all its rows");
    box.setTooltip(tooltip);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.F2 && box.isFocused()) {
            event.consume();
            edit(value, begun, ended);
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            edit(value, begun, ended);
          }
        });
  }

  private void edit(String value, Runnable begun, Consumer<Optional<String>> ended) {
    begun.run();
    TextField field = new TextField(value);
    field.setId("value-editor");
    field.setAccessibleText("What " + box.getText() + " becomes in all its rows");
    HBox.setHgrow(field, Priority.ALWAYS);
    boolean[] isOver = new boolean[1];
    Consumer<Optional<String>> end =
        typed -> {
          if (!isOver[0]) {
            isOver[0] = true;
            ended.accept(typed.filter(text -> !text.equals(value)));
          }
        };
    field.setOnAction(event -> end.accept(Optional.of(field.getText())));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end.accept(Optional.empty());
          }
        });
    field
        .focusedProperty()
        .subscribe((before, now) -> {
          if (!now) {
            end.accept(Optional.empty());
          }
        });
    getChildren().setAll(field, count);
    field.requestFocus();
    field.selectAll();
  }
}
