package app.pallet.operation.recipe;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a recipe as it is written: nothing of it is tied to a table yet. Immutable.
 *
 * @param operation the word for what is done, one of {@link Recipe#operations}
 * @param column a name of the column whose cells are filled
 * @param arguments by their words, in the order in which they are written
 * @param where which rows it is done to, in the words of a filter; empty for all
 * @param skipped whether it is left out
 */
public record Step(
    String operation,
    String column,
    Map<String, Argument> arguments,
    Optional<String> where,
    boolean skipped) {

  public Step {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** A step for all rows. */
  public Step(String operation, String column, Map<String, Argument> arguments) {
    this(operation, column, arguments, Optional.empty(), false);
  }

  /** The name of a column in a step: its heading, unless that is another one's, too. */
  public static String nameOf(Column column, TableSchema schema) {
    return schema.called(column.label()).filter(column::equals).isPresent()
        ? column.label()
        : column.name();
  }

  /** What it does, as the user reads it: {@code Price: raise by 4 %}. */
  public String told() {
    return column + ": " + StepKind.of(operation).told(this);
  }
}
