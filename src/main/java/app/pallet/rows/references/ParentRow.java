package app.pallet.rows.references;

/**
 * A row that others refer to. Equal by value; for any thread.
 *
 * @param key what the cells hold that refer to it
 * @param keyText the same as a text
 * @param text what people call the row; empty if nothing does but the key
 */
public record ParentRow(Object key, String keyText, String text) {

  /** What the user reads: {@code Beverages · 1}. */
  public String shown() {
    return text.isEmpty() ? keyText : text + " · " + keyText;
  }
}
