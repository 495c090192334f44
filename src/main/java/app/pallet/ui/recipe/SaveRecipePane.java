package app.pallet.ui.recipe;

import app.pallet.operation.recipe.Argument;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.Step;
import app.pallet.operation.recipe.StepField;
import app.pallet.operation.recipe.StepKind;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.ui.theme.Popovers;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Asks for the name of a recipe, and which of its values shall be asked for whenever it is run. FX
 * thread.
 */
public final class SaveRecipePane extends VBox {

  private static final Set<StepField.Kind> ASKABLE =
      Set.of(StepField.Kind.NUMBER, StepField.Kind.TEXT, StepField.Kind.VALUE);

  private final Recipe recipe;
  private final TextField name = new TextField();
  private final List<Value> values = new ArrayList<>();
  private Runnable close = () -> {};

  /** A value that may be asked for. */
  private record Value(int step, String word, String question, CheckBox box) {}

  private SaveRecipePane(
      Recipe recipe, String suggestion, Predicate<String> isTaken, Consumer<Recipe> save) {
    this.recipe = recipe;
    name.setText(suggestion);
    name.setId("recipe-name");
    name.setPromptText("Name");
    name.setAccessibleText("Name of the recipe");
    Label taken = Labels.wrapped("It replaces the recipe of this name.", "pane-remark");
    Panes.showWhile(taken, name.textProperty().map(text -> isTaken.test(text.strip())));
    Button ok =
        Buttons.text(
            "recipe-save",
            "Save recipe",
            () -> {
              close.run();
              save.accept(named());
            });
    ok.getStyleClass().add(Styles.ACCENT);
    ok.setDefaultButton(true);
    ok.disableProperty().bind(name.textProperty().map(String::isBlank));
    getStyleClass().add("recipe-save");
    Panes.style(this, "recipe.css");
    getChildren().addAll(Labels.of("Save as recipe", "pane-title"), name, taken);
    findValues();
    if (!values.isEmpty()) {
      getChildren().add(Labels.of("Ask for these each time it is run", "pane-remark"));
      values.forEach(value -> getChildren().add(value.box()));
    }
    getChildren().add(ok);
  }

  /**
   * Asks in a popover.
   *
   * @param at where it is shown
   * @param suggestion a name to begin with
   * @param isTaken whether there is a recipe of a name
   * @param save gets the recipe
   */
  public static void ask(
      Node at, Recipe recipe, String suggestion, Predicate<String> isTaken, Consumer<Recipe> save) {
    SaveRecipePane pane = new SaveRecipePane(recipe, suggestion, isTaken, save);
    Popover popover = Popovers.of(pane, pane.name::requestFocus);
    pane.close = popover::hide;
    popover.show(at);
  }

  private void findValues() {
    Map<String, Integer> used = new LinkedHashMap<>();
    for (int i = 0; i < recipe.steps().size(); i++) {
      Step step = recipe.steps().get(i);
      for (StepField field : StepKind.of(step.operation()).fields()) {
        Argument argument = step.arguments().get(field.word());
        if (argument != null && ASKABLE.contains(field.kind())) {
          int place = i;
          offer(place, field, argument, used);
        }
      }
    }
  }

  private void offer(int step, StepField field, Argument argument, Map<String, Integer> used) {
    String plain = field.label().toLowerCase(Locale.ROOT);
    int times = used.merge(plain, 1, Integer::sum);
    String free = times == 1 ? plain : plain + " " + times;
    String question = argument instanceof Argument.Asked asked ? asked.name() : free;
    CheckBox box =
        new CheckBox("Step %d: %s (%s)".formatted(step + 1, question, otherwise(argument)));
    box.setMnemonicParsing(false);
    box.setId("recipe-ask-%s-%d".formatted(field.word(), step + 1));
    box.setSelected(argument instanceof Argument.Asked);
    values.add(new Value(step, field.word(), question, box));
  }

  private static String otherwise(Argument argument) {
    return switch (argument) {
      case Argument.Given(List<String> all) -> String.join(", ", all);
      case Argument.Asked(var question, Optional<String> text) -> text.orElse("");
    };
  }

  private Recipe named() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < recipe.steps().size(); i++) {
      Step step = recipe.steps().get(i);
      Map<String, Argument> arguments = new LinkedHashMap<>(step.arguments());
      for (Value value : values) {
        if (value.step() == i) {
          arguments.computeIfPresent(
              value.word(), (word, now) -> asked(now, value.question(), value.box().isSelected()));
        }
      }
      steps.add(new Step(step.operation(), step.column(), arguments, step.where(), step.skipped()));
    }
    return new Recipe(name.getText().strip(), steps);
  }

  private static Argument asked(Argument now, String question, boolean isAsked) {
    String text = otherwise(now);
    if (!isAsked) {
      return now instanceof Argument.Given ? now : Argument.Given.of(text);
    }
    return now instanceof Argument.Asked
        ? now
        : new Argument.Asked(question, Optional.of(text).filter(given -> !given.isEmpty()));
  }
}
