package app.pallet.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another program stored in a cell and what its column can't hold, such as a text where a
 * number should be. It stands in the place of the cell's value, so that the row can be shown, kept
 * and mended. It is shown and exported as its text, compared exactly, and never converted. The
 * bytes of a column of {@link Column.Storage#BYTES} are kept in this form, too, and are meant
 * there.
 *
 * @param form how the database stores it
 * @param text what is stored, as text; the bytes of a {@link Form#BYTES} in hexadecimal digits
 */
public record UnreadableValue(Form form, String text) implements Comparable<UnreadableValue> {

  private static final Pattern HEXADECIMAL = Pattern.compile("(?:0x)?((?:[0-9a-f]{2})+)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Bytes that are written in hexadecimal digits, perhaps with {@code 0x} before them, or as a
   * UUID; empty if a text is neither.
   */
  static Optional<UnreadableValue> ofBytes(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String digits = UUID.matcher(lower).matches() ? lower.replace("-", "") : lower;
    return Optional.of(HEXADECIMAL.matcher(digits))
        .filter(Matcher::matches)
        .map(found -> new UnreadableValue(Form.BYTES, found.group(1)));
  }

  /** Whether a column is one for such values, so that nothing has to be mended. */
  public boolean isMeant(Column column) {
    return column.storage() == Column.Storage.OPEN
        || (form == Form.BYTES && column.storage() == Column.Storage.BYTES);
  }

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

  /** Bytes are in the order of their bits, as their digits are. */
  @Override
  public int compareTo(UnreadableValue other) {
    int forms = form.compareTo(other.form);
    return forms != 0 ? forms : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
