package app.pallet.ui.safety;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.checks.Safety;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The settings of what Pallet asks and keeps, each in effect as soon as it is chosen. */
public final class SettingsPane extends VBox {

  private static final int MOST_PERCENT = 100_000;
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_BACKUPS = 365;
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_MEGABYTES = 100_000;

  /**
   * A pane over a view model.
   *
   * @param close closes the window
   */
  public SettingsPane(SafetyViewModel viewModel, Runnable close) {
    setId("settings-pane");
    getStyleClass().add("safety-pane");
    Panes.style(this, "safety.css");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    addWarnings(viewModel);
    addBackups(viewModel);
    addHistory(viewModel);
    getChildren().addAll(space, buttons(viewModel, close));
  }

  private void addWarnings(SafetyViewModel viewModel) {
    getChildren()
        .addAll(
            title(Feather.SHIELD, "Ask before a commit when"),
            line(
                "a price falls or rises by more than",
                new NumberField(
                    "price-percent",
                    "Percent a price may move",
                    1,
                    MOST_PERCENT,
                    viewModel.pricePercentProperty()),
                "%"),
            line(
                "the products it changes are more than",
                new NumberField(
                    "changed-percent",
                    "Percent of the catalogue that may change",
                    1,
                    100,
                    viewModel.changedPercentProperty()),
                "% of the catalogue"),
            line(
                "and at least",
                new NumberField(
                    "changed-rows",
                    "Products that may change in any case",
                    0,
                    MOST_ROWS,
                    viewModel.changedRowsProperty()),
                "products"),
            line(
                "the products it deletes are more than",
                new NumberField(
                    "deleted-rows",
                    "Products that may be deleted",
                    0,
                    MOST_ROWS,
                    viewModel.deletedRowsProperty()),
                ""));
  }

  private void addBackups(SafetyViewModel viewModel) {
    Label folder =
        new Label("The first commit of a day makes one. They are in " + viewModel.backupFolder());
    folder.getStyleClass().add("safety-remark");
    folder.setWrapText(true);
    getChildren()
        .addAll(
            title(Feather.ARCHIVE, "Backups"),
            line(
                "kept are the latest",
                new NumberField(
                    "backups-kept",
                    "Backups that are kept",
                    1,
                    MOST_BACKUPS,
                    viewModel.backupsKeptProperty()),
                "of each catalogue"),
            folder);
  }

  private void addHistory(SafetyViewModel viewModel) {
    Label forgotten =
        Labels.wrapped(
            "Older commits can't be looked up or taken back. The latest always can.",
            "safety-remark");
    getChildren()
        .addAll(
            title(Feather.CLOCK, "History of commits"),
            line(
                "commits are kept for",
                new NumberField(
                    "history-days",
                    "Days that commits are kept",
                    1,
                    MOST_DAYS,
                    viewModel.historyDaysProperty()),
                "days"),
            line(
                "but all together no more than",
                new NumberField(
                    "history-megabytes",
                    "Megabytes of commits that are kept",
                    1,
                    MOST_MEGABYTES,
                    viewModel.historyMegabytesProperty()),
                "MB a catalogue"),
            forgotten);
  }

  private static Label title(Feather icon, String text) {
    Label title = new Label(text, Icons.of(icon, "accent"));
    title.getStyleClass().add("safety-title");
    return title;
  }

  private static HBox line(String before, NumberField field, String after) {
    Label first = Labels.of(before, "safety-before");
    first.setLabelFor(field.getEditor());
    HBox line = Panes.line("safety-line", first, field, new Label(after));
    return line;
  }

  private static Node buttons(SafetyViewModel viewModel, Runnable close) {
    Button defaults =
        Buttons.text("settings-defaults", "Restore defaults", () -> viewModel.set(Safety.DEFAULT));
    defaults.getStyleClass().add(Styles.FLAT);
    Button done = new Button("Done");
    done.setId("settings-done");
    done.setDefaultButton(true);
    done.setCancelButton(true);
    done.getStyleClass().add(Styles.ACCENT);
    done.setOnAction(event -> {
      done.requestFocus(); // what is still being typed counts
      close.run();
    });
    HBox bar = Panes.line("safety-buttons", defaults, new Spacer(), done);
    return bar;
  }

  /**
   * A small whole number that is typed or stepped. A text that is not a number is replaced by the
   * last number.
   */
  private static final class NumberField extends Spinner<Integer> {

    private static final double WIDTH = 92;
    private static final int MOST_DIGITS = 7;

    NumberField(String id, String name, int least, int most, IntegerProperty number) {
      IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(least, most, number.get());
      values.setConverter(new Digits(number));
      setValueFactory(values);
      setEditable(true);
      setPrefWidth(WIDTH);
      setMinWidth(WIDTH);
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
}
