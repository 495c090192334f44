package app.pallet.operation.example;

import app.pallet.operation.CellResult;
import app.pallet.operation.recipe.Argument;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RowCondition;
import app.pallet.operation.recipe.Step;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the simplest steps that give all of some edited cells what they hold. What could be meant
 * is guessed, the simplest first, and then tried out on every example: a rule that is found is
 * right about all of them. Stateless, for any thread.
 */
public final class RuleFinder {

  private final TableSchema schema;
  private final Column column;
  private final List<Example> examples;

  private RuleFinder(TableSchema schema, Column column, List<Example> examples) {
    this.schema = schema;
    this.column = column;
    this.examples = examples;
  }

  /**
   * The simplest rule.
   *
   * @param column whose cells were edited
   * @param examples at least one
   * @return steps that fill the column; empty if no rule explains all of the examples
   */
  public static Optional<List<Step>> find(
      TableSchema schema, Column column, List<Example> examples) {
    RuleFinder finder = new RuleFinder(schema, column, List.copyOf(examples));
    return finder.guesses().filter(finder::explains).findFirst();
  }

  private Stream<List<Step>> guesses() {
    Stream<List<Step>> own =
        switch (column.type()) {
          case WHOLE_NUMBER, DECIMAL, MONEY -> new NumberGuesses(this).all();
          case TEXT, CHOICE -> new TextGuesses(this).all();
          case DATE, TIMESTAMP -> new DateGuesses(this).all();
          case YES_NO -> Stream.of(List.of(step("invert")));
        };
    Stream<List<Step>> copies = others().map(from -> List.of(step("copy", "from", from)));
    return Stream.of(Stream.of(same()), copies, own).flatMap(guesses -> guesses);
  }

  /** All get what the first one has. */
  private List<Step> same() {
    Object value = examples.getFirst().after();
    return List.of(
        value == null ? step("clear") : step("set", "to", CellText.plain(column, value)));
  }

  /** The names of the other columns that hold data. */
  Stream<String> others() {
    return schema.dataColumns().stream()
        .filter(other -> !other.equals(column))
        .map(other -> Step.nameOf(other, schema));
  }

  TableSchema schema() {
    return schema;
  }

  Column column() {
    return column;
  }

  List<Example> examples() {
    return examples;
  }

  /**
   * A step on the column.
   *
   * @param given words and values in turn
   */
  Step step(String operation, String... given) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      arguments.put(given[i], Argument.Given.of(given[i + 1]));
    }
    return new Step(operation, Step.nameOf(column, schema), arguments);
  }

  private boolean explains(List<Step> steps) {
    RecipeWork.Run run;
    try {
      run =
          new Recipe("rule", steps)
              .on(schema, Map.of(), condition -> RowCondition.ALWAYS)
              .started();
    } catch (RecipeException e) { // a guess that the column can't take is no rule
      return false;
    }
    return examples.stream().allMatch(example -> explains(run, example));
  }

  private boolean explains(RecipeWork.Run run, Example example) {
    List<RecipeWork.Filled> filled = run.apply(example.before());
    return filled.size() == 1
        && filled.getFirst().result() instanceof CellResult.Value(var value)
        && equal(value, example.after());
  }

  private static boolean equal(@Nullable Object one, @Nullable Object other) {
    return (one instanceof BigDecimal a && other instanceof BigDecimal b)
        ? a.compareTo(b) == 0
        : Objects.equals(one, other);
  }
}
