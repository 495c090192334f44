package app.pallet.schema;

import java.util.List;

/**
 * How the texts of one column of a file are read, and whether that is certain. Found out from some
 * of its cells; shown to the user, who may say otherwise.
 *
 * @param format how they are read
 * @param doubt what nothing in the texts tells
 */
public record ColumnReading(CellFormat format, Doubt doubt) {

  /** A question that texts leave open because each of them can be read in two ways. */
  public enum Doubt {
    /** None: whatever the column holds can be read in one way only, or the user said how. */
    NONE,
    /** Dates such as {@code 03/04/2026}, or some that prove one order and some the other. */
    DATE_ORDER,
    /** Numbers such as {@code 1,234}, or some that prove one decimal sign and some the other. */
    DECIMAL_SIGN
  }

  /** A reading that leaves no question open. */
  public static ColumnReading sure(CellFormat format) {
    return new ColumnReading(format, Doubt.NONE);
  }

  /**
   * Finds out how a column is written. One date or number that can be read in one way only decides
   * for all the others. Dates that prove opposite orders leave the order unknown, so that each
   * ambiguous one is refused; among numbers the majority decides, and the doubt remains.
   *
   * @param column what the texts are read as
   * @param texts some cells of one column, in any order; what can't be read is passed over
   * @param otherwise how texts are meant where nothing tells
   */
  public static ColumnReading detect(Column column, List<String> texts, CellFormat otherwise) {
    return switch (column.type()) {
      case WHOLE_NUMBER, DECIMAL, MONEY -> numbers(texts, otherwise);
      case DATE -> dates(texts, otherwise);
      case TEXT, CHOICE, YES_NO, TIMESTAMP -> sure(otherwise);
    };
  }

  /**
   * Whether a date proves another order than the one its column is read in, as {@code 12/31/2026}
   * does below days of January: then it, or what stands above it, may be meant otherwise.
   */
  public boolean isContradictedBy(String text) {
    DateOrder order = format.dates();
    return order != DateOrder.UNKNOWN
        && DateText.order(CellText.trim(text))
            .filter(proven -> proven != DateOrder.UNKNOWN && proven != order)
            .isPresent();
  }

  private static ColumnReading numbers(List<String> texts, CellFormat otherwise) {
    int points = 0;
    int commas = 0;
    boolean ambiguous = false;
    for (String text : texts) {
      switch (NumberText.signs(text)) {
        case POINT -> points++;
        case COMMA -> commas++;
        case EITHER -> ambiguous = true;
        case NONE -> {}
      }
    }
    NumberStyle majority = points > commas ? NumberStyle.POINT : NumberStyle.COMMA;
    boolean proven = points > 0 != commas > 0;
    return new ColumnReading(
        points == commas ? otherwise : otherwise.withNumbers(majority),
        ambiguous && !proven ? Doubt.DECIMAL_SIGN : Doubt.NONE);
  }

  private static ColumnReading dates(List<String> texts, CellFormat otherwise) {
    int days = 0;
    int months = 0;
    boolean ambiguous = false;
    for (String text : texts) {
      switch (DateText.order(CellText.trim(text)).orElse(null)) {
        case DAY_FIRST -> days++;
        case MONTH_FIRST -> months++;
        case UNKNOWN -> ambiguous = true;
        case null -> {}
      }
    }
    if (days > 0 && months > 0) {
      return new ColumnReading(otherwise.withDates(DateOrder.UNKNOWN), Doubt.DATE_ORDER);
    }
    if (days + months > 0) {
      return sure(otherwise.withDates(days > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST));
    }
    return new ColumnReading(otherwise, ambiguous ? Doubt.DATE_ORDER : Doubt.NONE);
  }
}
