package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ItemWording;
import app.pallet.ui.theme.Labels;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a condition is made: column, operator and values. FX thread. */
final class FilterBox extends VBox {

  private final FilterViewModel viewModel;
  private final Consumer<Condition> done;
  private final ComboBox<Column> column = ItemWording.box("filter-column", "Column", Column::label);
  private final ComboBox<Operator> operator =
      ItemWording.box("filter-operator", "Condition", Operator::label);
  private final StackPane values = new StackPane();
  private final Label problem = Labels.wrapped("", "filter-problem");
  private @Nullable ValueInput input;

  /**
   * A box for a column, with an operator and values to begin with.
   *
   * @param begin what it begins with; its values need not fit its operator
   * @param done gets the condition that was made
   * @param closed called when the user gives up
   */
  FilterBox(FilterViewModel viewModel, Start begin, Consumer<Condition> done, Runnable closed) {
    this.viewModel = viewModel;
    this.done = done;
    column.getItems().setAll(viewModel.columns());
    column.setVisibleRowCount(14);
    operator.setVisibleRowCount(10);
    problem.setId("filter-problem");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    getStyleClass().add("filter-box");
    getChildren().addAll(column, operator, values, problem, buttons(closed));
    column.setValue(begin.column());
    showOperators(begin.operator());
    showValues(begin.values());
    column.valueProperty().addListener((observed, before, now) -> columnChosen());
    operator
        .valueProperty()
        .addListener((observed, before, now) -> {
          if (now != null) {
            showValues(List.of());
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> react(event, closed));
  }

  /** Puts the cursor where the user goes on: to the values, or first to the column. */
  void focusFirst(boolean columnKnown) {
    if (columnKnown && input != null) {
      input.focus();
    } else {
      column.requestFocus();
    }
  }

  private HBox buttons(Runnable closed) {
    Button apply = Buttons.text("filter-apply", "Apply filter", this::apply);
    apply.getStyleClass().addAll(Styles.ACCENT);
    Button cancel = Buttons.text("filter-cancel", "Cancel", closed);
    cancel.getStyleClass().add(Styles.FLAT);
    HBox buttons = new HBox(cancel, apply);
    buttons.getStyleClass().add("filter-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private void react(KeyEvent event, Runnable closed) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
      button.fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      apply();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      closed.run();
      event.consume();
    }
  }

  private void columnChosen() {
    showOperators(operator.getValue());
    showValues(List.of());
  }

  /** Keeps the operator where the column can be asked for it. */
  private void showOperators(@Nullable Operator wanted) {
    List<Operator> fitting = Operator.of(column.getValue().type());
    operator.getItems().setAll(fitting);
    operator.setValue(
        wanted != null && fitting.contains(wanted)
            ? wanted
            : Start.usual(column.getValue().type()));
  }

  private void showValues(List<@Nullable Object> begin) {
    Operator asked = operator.getValue();
    ValueInput shown = null;
    if (asked == Operator.IS_ONE_OF) {
      shown =
          new CountedValues(
              column.getValue(),
              begin,
              viewModel.format(),
              viewModel.sourceProperty().get().forBox());
    } else if (asked.fewestValues() > 0) {
      boolean choosable =
          ChosenValue.fits(column.getValue()) && (asked == Operator.IS || asked == Operator.IS_NOT);
      shown =
          choosable
              ? new ChosenValue(column.getValue(), begin, viewModel.format())
              : new TypedValues(column.getValue(), asked, begin, viewModel.format());
    }
    input = shown;
    problem.setText("");
    if (shown == null) {
      values.getChildren().clear();
    } else {
      values.getChildren().setAll(shown.node());
    }
    if (getScene() != null && getScene().getWindow() != null) {
      getScene().getWindow().sizeToScene();
    }
  }

  private void apply() {
    ValueInput entered = input;
    ValueInput.Entry entry =
        entered == null ? new ValueInput.Entry.Values(List.of()) : entered.read();
    switch (entry) {
      case ValueInput.Entry.Values(var read) ->
          done.accept(new Condition(column.getValue(), operator.getValue(), read));
      case ValueInput.Entry.Problem(var message) -> {
        problem.setText(message);
        getScene().getWindow().sizeToScene();
      }
    }
  }

  /** One value of those a column allows. */
  private static final class ChosenValue implements ValueInput {

    private final ComboBox<Object> box;

    ChosenValue(Column column, List<@Nullable Object> values, CellFormat format) {
      box =
          ItemWording.box(
              "filter-value", "Value", value -> ConditionText.value(column, value, format));
      if (column.type() == ColumnType.YES_NO) {
        box.getItems().setAll(true, false);
      } else {
        box.getItems().setAll(column.rules().choices());
      }
      box.getSelectionModel().selectFirst();
      values.stream().filter(box.getItems()::contains).forEach(box::setValue);
    }

    /** Whether a column allows only a few values, so that one can be chosen. */
    static boolean fits(Column column) {
      return column.type() == ColumnType.YES_NO
          || (column.type() == ColumnType.CHOICE && !column.rules().choices().isEmpty());
    }

    @Override
    public Node node() {
      return box;
    }

    @Override
    public Entry read() {
      Object value = box.getValue();
      return value == null ? new Entry.Problem("Choose a value") : new Entry.Values(List.of(value));
    }
  }

  /**
   * What the box shows first.
   *
   * @param values that are entered already
   */
  record Start(Column column, Operator operator, List<@Nullable Object> values) {

    /** A new condition on a column. */
    static Start of(Column column) {
      return new Start(column, usual(column.type()), List.of());
    }

    /** A condition there is. */
    static Start of(Condition condition) {
      return new Start(condition.column(), condition.operator(), condition.values());
    }

    /** The most usual operator for cells of a type. */
    static Operator usual(ColumnType type) {
      return switch (type) {
        case TEXT -> Operator.CONTAINS;
        case CHOICE, YES_NO -> Operator.IS_ONE_OF;
        case WHOLE_NUMBER, DECIMAL, MONEY, DATE, TIMESTAMP -> Operator.BETWEEN;
      };
    }
  }
}
