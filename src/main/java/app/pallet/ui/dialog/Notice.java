package app.pallet.ui.dialog;

/**
 * A message that the user should see but need not answer.
 *
 * @param kind how it looks
 * @param title what happened, in a few words
 * @param text one sentence more, or an empty text
 */
public record Notice(Kind kind, String title, String text) {

  /** How much a notice matters. */
  public enum Kind {
    /** The action succeeded. */
    DONE,
    /** The action succeeded only in part. */
    WARNING
  }

  /** Both texts in one line. */
  public String sentence() {
    return text.isEmpty() ? title : title + ". " + text;
  }

  /** A notice that an action succeeded. */
  public static Notice done(String title, String text) {
    return new Notice(Kind.DONE, title, text);
  }

  /** A notice that an action succeeded only in part, or that nothing was done. */
  public static Notice warning(String title, String text) {
    return new Notice(Kind.WARNING, title, text);
  }
}
