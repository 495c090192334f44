package app.pallet.ui.bulk;

import app.pallet.operation.formula.Formula;
import app.pallet.operation.formula.FormulaException;
import app.pallet.operation.recipe.Step;
import app.pallet.operation.recipe.StepField;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.ui.theme.ItemWording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

/**
 * What one value of a step is entered with.
 *
 * @param node the control
 * @param texts what is entered, as a recipe writes it
 * @param mark shows the place of a mistake, where it can
 */
record FieldEditor(Node node, Supplier<List<String>> texts, Consumer<FormulaException> mark) {

  /** Columns of numbers take little room: as much as a price. */
  private static final double NUMBER_WIDTH = 84;

  private static final double TEXT_WIDTH = 130;
  private static final Column ANY_NUMBER =
      Column.builder("number", ColumnType.DECIMAL)
          .digits(ColumnRules.MAX_PRECISION, ColumnRules.MAX_PRECISION / 2)
          .build();

  /**
   * What an editor is for.
   *
   * @param field what is entered
   * @param column the column that the step fills
   * @param format how the user writes numbers and dates
   * @param id of the control
   * @param changed told of each change
   */
  record Place(
      StepField field,
      TableSchema schema,
      Column column,
      CellFormat format,
      String id,
      Runnable changed) {}

  /**
   * An editor.
   *
   * @param initial what it begins with, as a recipe writes it
   */
  static FieldEditor of(Place place, List<String> initial) {
    String first = initial.isEmpty() ? "" : initial.getFirst();
    return switch (place.field().kind()) {
      case NUMBER -> number(place, first);
      case TEXT -> text(place, first);
      case VALUE -> value(place, first);
      case COLUMN -> column(place, first);
      case COLUMNS -> columns(place, initial);
      case CHOICE -> choice(place, first, place.field().choices());
      case FLAG -> flag(place, first);
      case FORMULA -> formula(place, first, Formula.functions());
      case TEMPLATE -> formula(place, first, Set.of());
    };
  }

  private static FieldEditor of(Node node, Supplier<String> text) {
    return new FieldEditor(node, () -> List.of(text.get()), wrong -> {});
  }

  private static TextField field(Place place, String initial, double width) {
    TextField field = new TextField(initial);
    field.setId(place.id());
    field.setAccessibleText(place.field().label());
    field.setPromptText(place.field().label());
    field.setPrefWidth(width);
    field.textProperty().addListener(observed -> place.changed().run());
    return field;
  }

  /** A number that the user has written, as a recipe writes it; other texts stay. */
  static String plainNumber(String text, CellFormat format) {
    return CellParser.parse(ANY_NUMBER, text, format)
            instanceof CellReading.Value(BigDecimal number)
        ? number.stripTrailingZeros().toPlainString()
        : text.strip();
  }

  /** Recipes write numbers with a point, and the user as in the table. */
  private static FieldEditor number(Place place, String initial) {
    char decimal = place.format().numbers().decimal();
    TextField field = field(place, initial.replace('.', decimal), NUMBER_WIDTH);
    field.getStyleClass().add("number-field");
    return of(field, () -> plainNumber(field.getText(), place.format()));
  }

  private static FieldEditor text(Place place, String initial) {
    TextField field = field(place, initial, TEXT_WIDTH);
    return of(field, field::getText);
  }

  private static FieldEditor value(Place place, String initial) {
    Column column = place.column();
    if (column.type() == ColumnType.CHOICE) {
      return choice(place, initial, column.rules().choices());
    }
    if (column.type() == ColumnType.YES_NO) {
      List<String> both = Stream.of(true, false).map(yes -> CellText.plain(column, yes)).toList();
      return choice(place, initial, both);
    }
    CellFormat format = place.format();
    String shown =
        CellParser.parse(column, initial, CellFormat.PLAIN) instanceof CellReading.Value(var value)
            ? CellText.plain(column, value, format.numbers())
            : initial;
    TextField field = field(place, shown, TEXT_WIDTH);
    return of(
        field,
        () ->
            CellParser.parse(column, field.getText(), format)
                    instanceof CellReading.Value(var value)
                ? CellText.plain(column, value)
                : field.getText());
  }

  private static FieldEditor column(Place place, String initial) {
    Column target = place.column();
    List<Column> columns =
        place.schema().dataColumns().stream()
            .filter(c -> !c.equals(target) && (!target.type().isNumeric() || c.type().isNumeric()))
            .toList();
    ComboBox<Column> box = StepColumns.box(place.id(), place.field().label(), columns);
    box.setPromptText(place.field().label());
    place.schema().called(initial).filter(columns::contains).ifPresent(box::setValue);
    box.valueProperty().addListener(observed -> place.changed().run());
    return new FieldEditor(
        box,
        () ->
            Stream.ofNullable(box.getValue())
                .map(column -> Step.nameOf(column, place.schema()))
                .toList(),
        wrong -> {});
  }

  private static FieldEditor columns(Place place, List<String> initial) {
    List<String> chosen = new ArrayList<>(initial.stream().filter(s -> !s.isEmpty()).toList());
    MenuButton menu = new MenuButton();
    menu.setId(place.id());
    menu.setAccessibleText(place.field().label());
    menu.setMnemonicParsing(false);
    Runnable show =
        () ->
            menu.setText(
                chosen.isEmpty() ? place.field().label() + "\u2026" : String.join(", ", chosen));
    for (Column column : place.schema().dataColumns()) {
      String name = Step.nameOf(column, place.schema());
      CheckMenuItem item = new CheckMenuItem(column.label());
      item.setMnemonicParsing(false);
      item.setSelected(chosen.contains(name));
      item.setOnAction(event -> {
        if (item.isSelected()) {
          chosen.add(name);
        } else {
          chosen.remove(name);
        }
        show.run();
        place.changed().run();
      });
      menu.getItems().add(item);
    }
    show.run();
    return new FieldEditor(menu, () -> List.copyOf(chosen), wrong -> {});
  }

  private static FieldEditor choice(Place place, String initial, List<String> choices) {
    ComboBox<String> box = ItemWording.box(place.id(), place.field().label(), text -> text);
    box.setPromptText(place.field().label());
    box.getItems().setAll(choices);
    if (choices.contains(initial)) {
      box.setValue(initial);
    }
    box.valueProperty().addListener(observed -> place.changed().run());
    return new FieldEditor(box, () -> Stream.ofNullable(box.getValue()).toList(), wrong -> {});
  }

  private static FieldEditor flag(Place place, String initial) {
    CheckBox box = new CheckBox(place.field().label());
    box.setId(place.id());
    box.setSelected(initial.equals("true"));
    box.selectedProperty().addListener(observed -> place.changed().run());
    return of(box, () -> String.valueOf(box.isSelected()));
  }

  private static FieldEditor formula(Place place, String initial, Set<String> functions) {
    FormulaField field =
        new FormulaField(place.id(), initial, place.schema(), functions, place.changed());
    return new FieldEditor(field, () -> List.of(field.text()), field::mark);
  }
}
