package app.pallet.spreadsheet.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a text file that can't be read on, for people who don't know CSV. */
final class CsvDamage {

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private CsvDamage() {}

  /** What is wrong, where, and what to do. */
  static String reason(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    Matcher place = LINE.matcher(message);
    String line = place.find() ? place.group() : "one line";
    if (message.contains("limit of") && message.contains("fields")) {
      return "has too many columns in " + line + ", more than a spreadsheet; check the separator";
    }
    if (message.contains("buffer size") || message.contains("record size")) {
      return "has millions of characters in one row from "
          + line
          + " on; is a closing quote missing there?";
    }
    if (message.contains("Unclosed")) {
      return "is damaged or cut off: the quote in "
          + line
          + " is never closed; get the file once more, or correct that line";
    }
    if (message.contains("closing quote")) {
      return "is damaged: a closing quote in "
          + line
          + " is not at the end of its cell; quotes inside a cell must be doubled";
    }
    return "is damaged: " + message;
  }
}
