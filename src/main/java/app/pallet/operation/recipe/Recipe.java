package app.pallet.operation.recipe;

import app.pallet.operation.Operation;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Operations in order, by a name. It is not tied to a table: columns go by names as the user knows
 * them. Immutable.
 *
 * @param name as the history shows it, not blank
 * @param steps each sees what the ones before it have made of the row
 */
public record Recipe(String name, List<Step> steps) {

  public Recipe {
    if (name.isBlank()) {
      throw new RecipeException("A recipe needs a name");
    }
    steps = List.copyOf(steps);
  }

  /** The words for all that a step can do, each with the words of what it takes. */
  public static Map<String, List<String>> operations() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    StepKind.all().forEach(kind -> all.put(kind.word(), kind.words()));
    return Collections.unmodifiableMap(all);
  }

  /** The questions that it asks, in the order of its steps. */
  public Set<String> questions() {
    Set<String> questions = new LinkedHashSet<>();
    for (Step step : steps) {
      for (Argument argument : step.arguments().values()) {
        if (argument instanceof Argument.Asked asked) {
          questions.add(asked.name());
        }
      }
    }
    return questions;
  }

  /**
   * The recipe for the rows of a table.
   *
   * @param answers by the names of the questions
   * @param conditions reads what the steps say of their rows
   * @throws RecipeException if a column, a word or a value of a step doesn't fit, with the place
   */
  public RecipeWork on(
      TableSchema schema, Map<String, String> answers, Function<String, RowCondition> conditions) {
    return on(schema, answers, conditions, (column, text) -> Optional.empty());
  }

  /**
   * The same where columns may refer to other rows, which people know by names.
   *
   * @param names gives the value of a column that a text means; empty if the text says it itself
   */
  public RecipeWork on(
      TableSchema schema,
      Map<String, String> answers,
      Function<String, RowCondition> conditions,
      BiFunction<Column, String, Optional<Object>> names) {
    Set<String> unknown = new TreeSet<>(answers.keySet());
    unknown.removeAll(questions());
    if (!unknown.isEmpty()) {
      throw new RecipeException(
          "The recipe \"%s\" does not ask for \"%s\"; it asks for %s"
              .formatted(
                  name,
                  unknown.iterator().next(),
                  questions().isEmpty() ? "nothing" : String.join(", ", questions())));
    }
    List<RecipeWork.Part> parts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!step.skipped()) {
        try {
          Operation operation =
              StepKind.of(step.operation()).operation(step, schema, answers, names);
          RowCondition condition = step.where().map(conditions).orElse(RowCondition.ALWAYS);
          parts.add(new RecipeWork.Part(operation, condition));
        } catch (IllegalArgumentException e) {
          throw new RecipeException(
              "Step %d (%s %s): %s"
                  .formatted(i + 1, step.operation(), step.column(), e.getMessage()),
              i,
              e);
        }
      }
    }
    return new RecipeWork(name, parts);
  }
}
