package app.pallet.ui.safety;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A small whole number, typed or stepped; what is no such number is put back to the last one. */
final class NumberField extends Spinner<Integer> {

  private static final double WIDTH = 92;
  private static final int MOST_DIGITS = 7;

  NumberField(String id, String name, int least, int most, IntegerProperty number) {
    IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(least, most, number.get());
    values.setConverter(new Digits(number));
    setValueFactory(values);
    setEditable(true);
    setPrefWidth(WIDTH);
    setId(id);
    getEditor().setId(id + "-text");
    getEditor().setAccessibleText(name);
    getEditor().setTextFormatter(new TextFormatter<>(NumberField::digitsOnly));
    valueProperty().addListener((observed, before, now) -> number.set(now));
    number.addListener((observed, before, now) -> values.setValue(now.intValue()));
    focusedProperty()
        .addListener((observed, before, focused) -> {
          if (!focused) {
            commitValue();
            getEditor().setText(String.valueOf(getValue()));
          }
        });
  }

  @SuppressWarnings("NullAway") // a formatter's filter refuses a change by answering null
  private static TextFormatter.Change digitsOnly(TextFormatter.Change change) {
    return change.getControlNewText().matches("\\d{0," + MOST_DIGITS + "}") ? change : null;
  }

  private static final class Digits extends StringConverter<Integer> {

    private final IntegerProperty number;

    Digits(IntegerProperty number) {
      this.number = number;
    }

    @Override
    public String toString(@Nullable Integer value) {
      return value == null ? "" : Integer.toString(value);
    }

    @Override
    public Integer fromString(String text) {
      return text.isEmpty() ? Integer.valueOf(number.get()) : Integer.valueOf(text);
    }
  }
}
