package app.pallet.schema;

import java.text.DecimalFormatSymbols;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

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

  /** The same with another order of dates. */
  public CellFormat withDates(DateOrder order) {
    return new CellFormat(numbers, order);
  }

  /** How people of a locale write numbers and dates. */
  public static CellFormat of(Locale locale) {
    char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    int day = pattern.indexOf('d');
    int month = pattern.indexOf('M');
    return new CellFormat(
        decimal == ',' ? NumberStyle.COMMA : NumberStyle.POINT,
        day < month ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
  }
}
