package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user is asked about a column whose values can be read in two ways.
 *
 * @param text the question, with a value of the column where one shows the doubt
 * @param answers the two ways
 */
public record ReadingQuestion(String text, List<Answer> answers) {

  private static final Pattern DATE =
      Pattern.compile("\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{2,4})\\b.*");
  private static final Pattern NUMBER = Pattern.compile(".*\\d[.,]\\d{3}(?!\\d).*");

  /**
   * One way to read the column.
   *
   * @param label what its button says
   * @param format how values are read then
   */
  public record Answer(String label, CellFormat format) {}

  /** The question about a column in doubt; empty where there is none. */
  static Optional<ReadingQuestion> about(ColumnLine line) {
    CellFormat format = line.format().orElse(CellFormat.PLAIN);
    return switch (line.doubt()) {
      case Doubt.NONE -> Optional.empty();
      case Doubt.DATE_ORDER -> Optional.of(dates(line, format));
      case Doubt.DECIMAL_SIGN -> Optional.of(numbers(line, format));
    };
  }

  private static ReadingQuestion dates(ColumnLine line, CellFormat format) {
    CellFormat dayFirst = new CellFormat(format.numbers(), DateOrder.DAY_FIRST);
    CellFormat monthFirst = new CellFormat(format.numbers(), DateOrder.MONTH_FIRST);
    for (String sample : line.source().samples()) {
      Matcher date = DATE.matcher(sample);
      if (date.matches()) {
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(2));
        if (isMonth(first) && isMonth(second) && first != second) {
          return new ReadingQuestion(
              "“%s”: day or month first?".formatted(sample.strip()),
              List.of(
                  new Answer("Day first: " + day(first, second), dayFirst),
                  new Answer("Month first: " + day(second, first), monthFirst)));
        }
      }
    }
    return new ReadingQuestion(
        "dates: day or month first?",
        List.of(new Answer("Day first", dayFirst), new Answer("Month first", monthFirst)));
  }

  private static ReadingQuestion numbers(ColumnLine line, CellFormat format) {
    String example =
        line.source().samples().stream()
            .filter(sample -> NUMBER.matcher(sample).matches())
            .findFirst()
            .map(sample -> "“" + sample.strip() + "”")
            .orElse("numbers");
    return new ReadingQuestion(
        example + ": which sign begins the fraction?",
        List.of(
            new Answer("The point, as in 1,234.50", format.withNumbers(NumberStyle.POINT)),
            new Answer("The comma, as in 1.234,50", format.withNumbers(NumberStyle.COMMA))));
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= 12;
  }

  private static String day(int day, int month) {
    return day + " " + Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
