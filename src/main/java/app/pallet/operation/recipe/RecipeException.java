package app.pallet.operation.recipe;

/** A recipe that can't be used. The message is a sentence for the user with the place in it. */
public final class RecipeException extends IllegalArgumentException {

  /** A recipe can't be used. */
  public RecipeException(String message) {
    super(message);
  }

  RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}
