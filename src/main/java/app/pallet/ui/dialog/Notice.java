package app.pallet.ui.dialog;

/**
 * Something the user should know and need not answer.
 *
 * @param kind how it looks
 * @param title what happened, in a few words
 * @param text one sentence more, or an empty text
 */
public record Notice(Kind kind, String title, String text) {

  /** How much a notice matters. */
  public enum Kind {
    /** It went as wanted. */
    DONE,
    /** Part of it did not. */
    WARNING
  }

  /** A notice that it went as wanted. */
  public static Notice done(String title, String text) {
    return new Notice(Kind.DONE, title, text);
  }

  /** A notice that part of it did not. */
  public static Notice warning(String title, String text) {
    return new Notice(Kind.WARNING, title, text);
  }
}
