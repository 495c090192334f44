package app.pallet.rows.references;

import app.pallet.schema.table.PendingParent;

/**
 * A row that others refer to. Equal by value; for any thread.
 *
 * @param key what the cells hold that refer to it
 * @param keyText the same as a text
 * @param text what people call the row; empty if nothing does but the key
 */
public record ParentRow(Object key, String keyText, String text) {

  /** A row of another table that is added with the first row that refers to it. */
  static ParentRow of(PendingParent.OtherRow row) {
    return new ParentRow(row, row.text(), row.text());
  }

  /** What the user reads: {@code Beverages · 1}, or {@code Lamps · new}. */
  public String shown() {
    boolean isNew = key instanceof PendingParent;
    return text.isEmpty() ? keyText : text + " · " + (isNew ? "new" : keyText);
  }
}
