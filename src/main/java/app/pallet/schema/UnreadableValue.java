package app.pallet.schema;

/**
 * What another program stored in a cell and what its column can't hold, such as a text where a
 * number should be. It stands in the place of the cell's value, so that the row can be shown, kept
 * and mended. It is shown and exported as its text, compared exactly, and never converted.
 *
 * @param form how the database stores it
 * @param text what is stored, as text; the bytes of a {@link Form#BYTES} in hexadecimal digits
 */
public record UnreadableValue(Form form, String text) {

  /** A way in which a database stores a value, whatever the column says. */
  public enum Form {
    /** A whole number. */
    WHOLE_NUMBER,
    /** A binary floating-point number. */
    FLOATING_POINT,
    /** A text. */
    TEXT,
    /** Bytes. */
    BYTES
  }

  /** Why it is not a value of a column, and what would be one. */
  public CellReading.Rejected rejected(Column column) {
    return new CellReading.Rejected(
        text.isEmpty()
            ? "Another program stored an empty text here"
            : "Another program stored what this column can't hold",
        CellRules.accepted(column));
  }

  @Override
  public String toString() {
    return text;
  }
}
