package app.pallet.spreadsheet.mapping;

import app.pallet.spreadsheet.source.SourceFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Recognises by the shape of a text file's rows that a quote is missing, or the quotes around an
 * amount. None of the values of such a row can be trusted. Stateless, for any thread.
 *
 * @param separator between the cells of a row
 * @param headings the number of headings; 0 if there are none
 */
record RowShape(char separator, int headings) {

  /** The beginning of a row, a whole row and the end of one. An address may have fewer lines. */
  private static final int FEWEST_LINES = 3;

  private static final int FEWEST_CELLS = 3;

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /** What may stand behind a decimal comma, or behind a comma between thousands. */
  private static final Pattern BEHIND_COMMA = Pattern.compile("[0-9]{2}|[0-9]{3}(?:\\.[0-9]+)?");

  /** The shape of a source's rows; empty for a source that is not a text file. */
  static Optional<RowShape> of(SourceFormat format, int headings) {
    return format instanceof SourceFormat.Text text
        ? Optional.of(new RowShape(text.dialect().separator(), headings))
        : Optional.empty();
  }

  /**
   * The number of lines of the file that are in a row because its quote is closed in a cell of
   * another row; 0 if there is no such quote. Each of these lines then has as many separators as
   * the headings. Lines inside a real cell hardly ever have that many, least of all the first and
   * the last.
   */
  int swallowedLines(List<String> cells) {
    if (headings < FEWEST_CELLS
        || cells.size() != headings
        || cells.stream().noneMatch(cell -> cell.indexOf('\n') >= 0)) {
      return 0;
    }
    String[] lines = String.join(String.valueOf(separator), cells).split("\r?\n", -1);
    for (String line : lines) {
      if (line.chars().filter(c -> c == separator).count() != headings - 1) {
        return 0;
      }
    }
    return lines.length < FEWEST_LINES ? 0 : lines.length;
  }

  /**
   * An amount that was torn apart at its comma, in a row with more cells than headings.
   *
   * @param isNumeric whether the column at a place holds numbers
   */
  Optional<String> tornAmount(List<String> cells, IntPredicate isNumeric) {
    if (separator != ',') {
      return Optional.empty();
    }
    for (int i = 0; i + 1 < cells.size(); i++) {
      String before = cells.get(i).strip();
      String behind = cells.get(i + 1).strip();
      if (isNumeric.test(i)
          && WHOLE.matcher(before).matches()
          && BEHIND_COMMA.matcher(behind).matches()) {
        return Optional.of(before + "," + behind);
      }
    }
    return Optional.empty();
  }
}
