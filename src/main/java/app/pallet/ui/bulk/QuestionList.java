package app.pallet.ui.bulk;

import app.pallet.operation.recipe.Argument;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.Step;
import app.pallet.operation.recipe.StepField;
import app.pallet.operation.recipe.StepKind;
import app.pallet.schema.CellFormat;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a recipe asks for when it is run, each with a field for the answer. FX thread. */
final class QuestionList extends VBox {

  private final CellFormat format;
  private final Runnable changed;
  private final Map<String, TextField> fields = new LinkedHashMap<>();
  private Set<String> numbers = Set.of();

  /**
   * A list without a question.
   *
   * @param changed told of each answer that changes
   */
  QuestionList(CellFormat format, Runnable changed) {
    this.format = format;
    this.changed = changed;
    getStyleClass().add("bulk-part");
    setId("bulk-questions");
    Panes.show(this, false);
  }

  /** Shows the questions of a recipe; answers to those that are still asked are kept. */
  void show(Recipe recipe) {
    numbers = numbers(recipe);
    Set<String> asked = recipe.questions();
    if (asked.equals(fields.keySet())) {
      return;
    }
    fields.keySet().retainAll(asked);
    asked.forEach(question -> fields.computeIfAbsent(question, name -> field(recipe, name)));
    getChildren().setAll(Labels.of("This recipe asks for", "bulk-title"));
    fields.forEach((question, field) -> {
      Label name = Labels.of(question);
      HBox.setHgrow(field, Priority.ALWAYS);
      name.setMinWidth(90);
      getChildren().add(Panes.line("bulk-question", name, field));
    });
    Panes.show(this, !fields.isEmpty());
  }

  private TextField field(Recipe recipe, String question) {
    String otherwise =
        recipe.steps().stream()
            .flatMap(step -> step.arguments().values().stream())
            .filter(a -> a instanceof Argument.Asked asked && asked.name().equals(question))
            .flatMap(a -> ((Argument.Asked) a).otherwise().stream())
            .findFirst()
            .orElse("");
    TextField field = new TextField(numbers.contains(question) ? shown(otherwise) : otherwise);
    field.setId("bulk-answer-" + question.replace(' ', '-'));
    field.setAccessibleText(question);
    field.textProperty().addListener(observed -> changed.run());
    return field;
  }

  private String shown(String number) {
    return number.replace('.', format.numbers().decimal());
  }

  private static Set<String> numbers(Recipe recipe) {
    Set<String> names = new LinkedHashSet<>();
    for (Step step : recipe.steps()) {
      for (StepField field : StepKind.of(step.operation()).fields()) {
        if (field.kind() == StepField.Kind.NUMBER
            && step.arguments().get(field.word()) instanceof Argument.Asked asked) {
          names.add(asked.name());
        }
      }
    }
    return names;
  }

  /** The answers that are given, as recipes take them. */
  Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    fields.forEach((question, field) -> {
      String text = field.getText();
      if (!text.isBlank()) {
        answers.put(
            question, numbers.contains(question) ? FieldEditor.plainNumber(text, format) : text);
      }
    });
    return answers;
  }

  /** Gives the focus to the first answer, if anything is asked. */
  boolean focusFirst() {
    fields.values().stream().findFirst().ifPresent(TextField::requestFocus);
    return !fields.isEmpty();
  }
}
