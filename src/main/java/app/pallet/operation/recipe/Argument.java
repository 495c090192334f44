package app.pallet.operation.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step of a recipe is given besides its column. Immutable. */
public sealed interface Argument {

  /** What it is given when the recipe is used. */
  List<String> texts(Map<String, String> answers);

  /** What is written in the recipe: one text, or several for a list. */
  record Given(List<String> all) implements Argument {

    public Given {
      all = List.copyOf(all);
    }

    /** One text. */
    public static Given of(String text) {
      return new Given(List.of(text));
    }

    @Override
    public List<String> texts(Map<String, String> answers) {
      return all;
    }
  }

  /**
   * What is asked for when the recipe is used.
   *
   * @param name of the question
   * @param otherwise what is taken if nobody answers; empty if somebody must
   */
  record Asked(String name, Optional<String> otherwise) implements Argument {

    @Override
    public List<String> texts(Map<String, String> answers) {
      return Optional.ofNullable(answers.get(name))
          .or(() -> otherwise)
          .map(List::of)
          .orElseThrow(() -> new RecipeException("nothing is given for \"%s\"".formatted(name)));
    }
  }
}
