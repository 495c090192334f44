package app.pallet.spreadsheet.mapping;

/**
 * The user's word on what a column of a source is, against what its heading says.
 *
 * @param source the heading in the source
 * @param column the name or heading of the catalogue's column; empty for none, to leave it out
 */
public record ColumnOverride(String source, String column) {

  /**
   * Reads {@code SOURCE=COLUMN}. The last equals sign counts, because headings such as {@code
   * "Shown (0 = no)"} have their own.
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
