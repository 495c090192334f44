package app.pallet.ui.recipe;

import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The recipes that the user keeps, as the settings hold them. Immutable.
 *
 * @param recipes each in the form of its file; one that this Pallet can't read is kept, too
 */
public record SavedRecipes(List<String> recipes) {

  /** No recipe. */
  public static final SavedRecipes NONE = new SavedRecipes(List.of());

  public SavedRecipes {
    recipes = List.copyOf(recipes);
  }

  /** Those that can be read, in the order in which they were saved first. */
  public List<Recipe> all() {
    return recipes.stream().flatMap(text -> read(text).stream()).toList();
  }

  /** The recipe with a name. */
  public Optional<Recipe> called(String name) {
    return all().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  /** The same with a recipe, which replaces one of its name. */
  public SavedRecipes with(Recipe recipe) {
    List<String> texts = new ArrayList<>(recipes);
    String text = RecipeFile.write(recipe);
    boolean isThere = called(recipe.name()).isPresent();
    if (isThere) {
      texts.replaceAll(each -> isCalled(each, recipe.name()) ? text : each);
    } else {
      texts.add(text);
    }
    return new SavedRecipes(texts);
  }

  /** The same without the recipe of a name. */
  public SavedRecipes without(String name) {
    return new SavedRecipes(recipes.stream().filter(text -> !isCalled(text, name)).toList());
  }

  private static boolean isCalled(String text, String name) {
    return read(text).map(Recipe::name).filter(name::equals).isPresent();
  }

  private static Optional<Recipe> read(String text) {
    try {
      return Optional.of(RecipeFile.read(text, "settings"));
    } catch (RecipeException e) { // of a newer Pallet, which reads it again
      return Optional.empty();
    }
  }
}
