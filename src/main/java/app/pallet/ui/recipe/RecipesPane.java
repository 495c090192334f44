package app.pallet.ui.recipe;

import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.Step;
import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.bulk.EditRules;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The recipes that are kept, with their steps as sentences. Each can be run on the rows that are
 * selected or shown; its steps are edited where it is previewed. FX thread.
 */
public final class RecipesPane extends VBox {

  private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");

  private final ObjectProperty<SavedRecipes> saved;
  private final RecipeActions actions;
  private final InvalidationListener following = observed -> refresh();
  private final VBox list = new VBox();
  private final VBox rules = new VBox();
  private final EmptyState empty =
      new EmptyState(
          Feather.BOOK_OPEN,
          "No recipes yet",
          "Save what you enter in Change values as a recipe, or import one from a file.");

  /** A pane over the recipes of the settings. */
  public RecipesPane(ObjectProperty<SavedRecipes> saved, RecipeActions actions) {
    this.saved = saved;
    this.actions = actions;
    ScrollPane scroll = new ScrollPane(new VBox(list, empty));
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    rules.getStyleClass().add("recipe-rules");
    rules.setId("recipe-rules");
    Panes.show(rules, false);
    setId("recipes");
    getStyleClass().add("recipes-pane");
    Panes.style(this, "recipe.css");
    getChildren()
        .addAll(
            scroll,
            rules,
            Panes.line(
                "recipe-foot",
                Buttons.small("recipe-import", "Import\u2026", actions::importFile),
                new Spacer(),
                Buttons.small("recipe-from-edits", "From my edits\u2026", this::findRules)));
    saved.addListener(following);
    refresh();
  }

  /** Shows the recipes as they are now. */
  private void refresh() {
    List<String> open =
        list.getChildren().stream()
            .filter(pane -> ((TitledPane) pane).isExpanded())
            .map(pane -> ((TitledPane) pane).getText())
            .toList();
    List<TitledPane> panes = new ArrayList<>();
    for (Recipe recipe : saved.get().all()) {
      TitledPane pane = new TitledPane(recipe.name(), content(recipe, panes.size()));
      pane.setId("recipe-" + panes.size());
      pane.setAnimated(false);
      pane.setExpanded(open.contains(recipe.name()));
      panes.add(pane);
    }
    list.getChildren().setAll(panes);
    Panes.show(empty, panes.isEmpty());
    Panes.show(rules, false);
  }

  /** No longer follows the settings. */
  public void end() {
    saved.removeListener(following);
  }

  private VBox content(Recipe recipe, int index) {
    VBox content = new VBox();
    content.getStyleClass().add("recipe-steps");
    for (int i = 0; i < recipe.steps().size(); i++) {
      Step step = recipe.steps().get(i);
      Label told =
          Labels.wrapped(step.told() + step.where().map(text -> ", where " + text).orElse(""));
      told.pseudoClassStateChanged(SKIPPED, step.skipped());
      content
          .getChildren()
          .add(Panes.line("recipe-step", Labels.of(i + 1 + "", "pane-remark"), told));
    }
    if (!recipe.questions().isEmpty()) {
      content
          .getChildren()
          .add(Labels.wrapped("Asks for " + String.join(", ", recipe.questions()), "pane-remark"));
    }
    Button run = Buttons.small("recipe-run-" + index, "", () -> actions.run(recipe));
    run.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "Run on " + Counted.of(actions.rows().get(), "row", "rows") + "\u2026",
                actions.rows()));
    run.getStyleClass().add(Styles.ACCENT);
    content
        .getChildren()
        .add(
            Panes.line(
                "recipe-buttons",
                run,
                new Spacer(),
                Buttons.icon(
                    "recipe-export-" + index,
                    Feather.SHARE,
                    "Export\u2026",
                    () -> actions.exportFile(recipe)),
                Buttons.icon(
                    "recipe-delete-" + index,
                    Feather.TRASH_2,
                    "Delete this recipe",
                    () -> saved.set(saved.get().without(recipe.name())))));
    return content;
  }

  private void findRules() {
    actions.findRules(found -> {
      rules.getChildren().clear();
      if (found.isEmpty()) {
        rules
            .getChildren()
            .add(
                Labels.wrapped(
                    "No rule explains all the pending edits of a column.", "pane-remark"));
      }
      for (int i = 0; i < found.size(); i++) {
        addRule(found.get(i), i);
      }
      Panes.show(rules, true);
    });
  }

  private void addRule(EditRules.Found found, int index) {
    Recipe recipe = new Recipe(found.name(), found.steps());
    Button save = Buttons.small("recipe-keep-" + index, "Save as recipe\u2026", () -> {});
    save.setOnAction(event ->
        SaveRecipePane.ask(
            save,
            recipe,
            "",
            name -> saved.get().called(name).isPresent(),
            named -> saved.set(saved.get().with(named))));
    VBox rule =
        new VBox(
            Labels.wrapped(found.name()),
            Labels.wrapped(
                "Explains "
                    + (found.edits() == 1
                        ? "the only edit"
                        : "all " + Counted.of(found.edits(), "edit", "edits"))
                    + " of this column",
                "pane-remark"),
            save);
    rule.getStyleClass().add("recipe-rule");
    rules.getChildren().add(rule);
  }
}
