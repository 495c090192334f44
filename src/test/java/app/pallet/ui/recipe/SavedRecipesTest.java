package app.pallet.ui.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.operation.recipe.Argument;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The recipes of the settings. */
final class SavedRecipesTest {

  private static Recipe recipe(String name, String percent) {
    return new Recipe(
        name, List.of(new Step("percent", "Price", Map.of("by", Argument.Given.of(percent)))));
  }

  @Test
  void oneOfTheSameNameIsReplacedAtItsPlace() {
    SavedRecipes saved =
        SavedRecipes.NONE.with(recipe("A", "1")).with(recipe("B", "2")).with(recipe("A", "3"));
    assertThat(saved.all()).containsExactly(recipe("A", "3"), recipe("B", "2"));
    assertThat(saved.without("A").all()).containsExactly(recipe("B", "2"));
  }

  @Test
  void oneThatCanNotBeReadIsKeptButNotShown() {
    SavedRecipes saved =
        new SavedRecipes(List.of("{\"recipe\": \"New\", \"version\": 9}")).with(recipe("A", "1"));
    assertThat(saved.all()).containsExactly(recipe("A", "1"));
    assertThat(saved.without("A").recipes()).hasSize(1);
  }
}
