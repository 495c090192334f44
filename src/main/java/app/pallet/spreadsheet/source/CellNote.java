package app.pallet.spreadsheet.source;

/** What a workbook says of a cell besides its text. */
public sealed interface CellNote {

  /**
   * The cell has no value: its formula ended in an error, or nobody ever computed it. Nothing may
   * be read from its text.
   *
   * @param message why, for the user
   * @param accepted what would be accepted
   */
  record NoValue(String message, String accepted) implements CellNote {}

  /**
   * The cell holds a number that its format shows with signs or zeros of its own, such as 123 shown
   * as {@code A-00123}. As a text it is what is shown; as a number it is what is held.
   *
   * @param text what the workbook shows
   * @param isName whether the format shows a number that names something, as article numbers do,
   *     and not an amount with its unit
   */
  record Shown(String text, boolean isName) implements CellNote {}
}
