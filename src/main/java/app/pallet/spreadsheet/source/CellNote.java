package app.pallet.spreadsheet.source;

/** What a workbook says about a cell in addition to its text. */
public sealed interface CellNote {

  /**
   * The cell has no value, because its formula ended in an error or was never computed. Nothing may
   * be read from its text.
   *
   * @param message why, for the user
   * @param accepted what would be accepted
   */
  record NoValue(String message, String accepted) implements CellNote {}

  /**
   * The cell holds a number whose format adds signs or zeros, such as 123 shown as {@code A-00123}.
   * In a text column the shown text counts; in a number column the number does.
   *
   * @param text what the workbook shows
   * @param isName whether the number names something, as an article number does; false for an
   *     amount with its unit
   */
  record Shown(String text, boolean isName) implements CellNote {}
}
