package app.pallet.operation;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellRules;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What an operation makes of a cell. */
public sealed interface CellResult {

  /**
   * The cell gets a value.
   *
   * @param value of the column type's class, checked by the column's rules; null empties the cell
   */
  record Value(@Nullable Object value) implements CellResult {}

  /**
   * The cell gets a text that its column can't take, which stays there as a problem.
   *
   * @param text just as it was entered
   * @param why what is wrong with it
   */
  record Rejected(String text, CellReading.Rejected why) implements CellResult {}

  /** The cell stays as it is. */
  record Untouched() implements CellResult {}

  /**
   * What a cell gets when a text is put into it.
   *
   * <pre>{@code
   * CellResult.ofText(price, "7.5", CellFormat.PLAIN) // Value(7.5000)
   * CellResult.ofText(price, "cheap", CellFormat.PLAIN) // Rejected("cheap", …)
   * }</pre>
   *
   * @param format how numbers and dates are meant where the column doesn't tell
   */
  static CellResult ofText(Column column, String text, CellFormat format) {
    return of(CellParser.parse(column, text, format), text);
  }

  /**
   * What a cell gets when something is put into it that was read or checked before.
   *
   * @param text as it is shown if it can't be taken
   */
  static CellResult of(CellReading reading, String text) {
    return switch (reading) {
      case CellReading.Value(var value) -> new Value(value);
      case CellReading.Rejected why -> new Rejected(text, why);
    };
  }

  /**
   * What a cell gets when a number was calculated for it. The number is rounded to the decimals
   * that its column keeps; one that the column can't take even then becomes a problem.
   *
   * @param column a column of numbers
   */
  static CellResult ofNumber(Column column, BigDecimal number, RoundingMode rounding) {
    if (column.type() != ColumnType.WHOLE_NUMBER) {
      BigDecimal rounded = rounded(column.rules(), number, rounding);
      return of(CellRules.check(column, rounded), CellText.plain(column, rounded));
    }
    BigDecimal rounded = number.setScale(0, rounding);
    if (!CellRules.fitsLong(rounded)) {
      return new Rejected(rounded.toPlainString(), CellRules.tooLargeAWhole());
    }
    return of(CellRules.check(column, rounded.longValueExact()), rounded.toPlainString());
  }

  private static BigDecimal rounded(ColumnRules rules, BigDecimal number, RoundingMode rounding) {
    if (!rules.isFloating()) {
      return number.setScale(rules.scale(), rounding);
    }
    BigDecimal kept =
        number.round(new MathContext(ColumnRules.FLOATING_DIGITS, rounding)).stripTrailingZeros();
    return kept.scale() < 0 ? kept.setScale(0) : kept;
  }

  /**
   * The problem of a cell for which nothing can be worked out. Its text stays.
   *
   * @param why a sentence without its full stop
   */
  static CellResult refused(RowCells row, Column column, String why) {
    return new Rejected(
        row.text(column), new CellReading.Rejected(why, CellRules.accepted(column)));
  }

  /** The problem of a cell that would be worked out from one whose text its column can't take. */
  static CellResult unusable(RowCells row, Column column, Column source) {
    return refused(
        row,
        column,
        "%s holds \"%s\", from which nothing can be worked out"
            .formatted(source.label(), row.text(source)));
  }
}
