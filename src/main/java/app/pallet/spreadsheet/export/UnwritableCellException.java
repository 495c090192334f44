package app.pallet.spreadsheet.export;

/**
 * A file of this kind can't hold a value without changing it. The message names the place by the
 * row's number in the table and the column's heading, as the user knows it.
 */
final class UnwritableCellException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 40;

  /**
   * A cell that can't be written.
   *
   * @param row number of the row, the first below the headings is 1
   * @param reason how the message goes on after the value
   */
  UnwritableCellException(long row, String heading, String value, String reason) {
    super("row %d, column %s: \"%s\" %s".formatted(row, heading, shortened(value), reason));
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
