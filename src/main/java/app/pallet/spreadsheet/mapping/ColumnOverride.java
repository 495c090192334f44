package app.pallet.spreadsheet.mapping;

/**
 * What the user says that a column of a source is, whatever its heading says.
 *
 * @param source the heading in the source
 * @param column the name or a heading of the catalogue's column; empty to leave the source's column
 *     out
 */
public record ColumnOverride(String source, String column) {

  /**
   * Reads {@code SOURCE=COLUMN}. The last equals sign counts, because a heading such as {@code
   * "Shown (0 = no)"} contains one itself.
   *
   * @throws ColumnMappingException if there is none
   */
  public static ColumnOverride parse(String text) {
    int sign = text.lastIndexOf('=');
    if (sign <= 0) {
      throw new ColumnMappingException("'" + text + "' is not of the form SOURCE=COLUMN");
    }
    return new ColumnOverride(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
  }
}
