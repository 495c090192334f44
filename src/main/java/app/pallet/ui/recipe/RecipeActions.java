package app.pallet.ui.recipe;

import app.pallet.operation.recipe.Recipe;
import app.pallet.workspace.bulk.EditRules;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableLongValue;

/** What the user can do with recipes. FX thread. */
public interface RecipeActions {

  /** Previews a recipe, and asks what it asks for. */
  void run(Recipe recipe);

  /** On how many rows it would be run now. */
  ObservableLongValue rows();

  /** Adds a recipe from a file of the user's choice. */
  void importFile();

  /** Writes a recipe into a file of the user's choice. */
  void exportFile(Recipe recipe);

  /**
   * Looks for rules that the pending edits follow.
   *
   * @param done gets one for each column that has any, soon
   */
  void findRules(Consumer<List<EditRules.Found>> done);
}
