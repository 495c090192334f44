package app.pallet.schema;

/**
 * How texts of a column are meant where they could be read in two ways.
 *
 * @param numbers which sign separates the fraction
 * @param dates which comes first in a date with slashes
 */
public record CellFormat(NumberStyle numbers, DateOrder dates) {

  /** Point as the decimal sign; dates with slashes are refused where ambiguous. */
  public static final CellFormat PLAIN = new CellFormat(NumberStyle.POINT, DateOrder.UNKNOWN);

  /** The same with another number style. */
  public CellFormat withNumbers(NumberStyle style) {
    return new CellFormat(style, dates);
  }
}
