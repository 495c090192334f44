package app.pallet.operation.recipe;

import app.pallet.operation.formula.FormulaException;
import java.util.Optional;

/** A recipe that can't be used. The message is a sentence for the user with the place in it. */
public final class RecipeException extends IllegalArgumentException {

  private final int step;

  /** A recipe can't be used. */
  public RecipeException(String message) {
    super(message);
    step = -1;
  }

  RecipeException(String message, Throwable cause) {
    this(message, -1, cause);
  }

  RecipeException(String message, int step, Throwable cause) {
    super(message, cause);
    this.step = step;
  }

  /** The place of the step that can't be used, from 0; -1 if it is the recipe as a whole. */
  public int step() {
    return step;
  }

  /** What is wrong where the user sees which step is meant. */
  public String reason() {
    Throwable cause = getCause();
    return String.valueOf(step >= 0 && cause != null ? cause.getMessage() : getMessage());
  }

  /** What is wrong with a formula, with its place in it, if that is why. */
  public Optional<FormulaException> inFormula() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof FormulaException wrong) {
        return Optional.of(wrong);
      }
    }
    return Optional.empty();
  }
}
