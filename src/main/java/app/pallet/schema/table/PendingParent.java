package app.pallet.schema.table;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a cell holds that refers to a row which is yet to be added, whose key the database gives: it
 * is a value as any other until the row is written, and then its key takes its place. Equal by
 * value; for any thread.
 */
public sealed interface PendingParent {

  /** How a problem begins of a text that names no row yet, but may name one that comes with it. */
  String UNKNOWN = "Is neither the ";

  /** The same where rows have no name but their key. */
  String UNKNOWN_KEY = "Is not the ";

  /** Whether a problem is that of a text which names no row yet. */
  static boolean isUnknown(String message) {
    return message.startsWith(UNKNOWN) || message.startsWith(UNKNOWN_KEY);
  }

  /**
   * A row of the same table.
   *
   * @param number by which the pending changes know the row
   */
  record OwnRow(long number) implements PendingParent {

    /** What stands before the number where the row has no other name. */
    public static final String PREFIX = "new row ";

    /** The row that a text of this form names. */
    public static Optional<OwnRow> of(String text) {
      String number = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
      return number.matches("[0-9]{1,18}")
          ? Optional.of(new OwnRow(Long.parseLong(number)))
          : Optional.empty();
    }

    /** A text that nobody else writes, such as {@code new row 3}. */
    @Override
    public String toString() {
      return PREFIX + number;
    }
  }

  /**
   * A row of another table, which is added with the first row that refers to it. Cells that say the
   * same mean the same row.
   *
   * @param text by which people know the row
   * @param cells what it is to hold, as texts by the names of its table's columns
   */
  record OtherRow(String text, Map<String, String> cells) implements PendingParent {

    public OtherRow {
      cells = Map.copyOf(cells);
    }

    /** The cells in the order of their names. */
    public Map<String, String> ordered() {
      return new TreeMap<>(cells);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
