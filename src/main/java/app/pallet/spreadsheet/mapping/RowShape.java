package app.pallet.spreadsheet.mapping;

import app.pallet.spreadsheet.source.SourceFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Tells by the shape of a text file's rows where a quote or the quotes around an amount are
 * missing, so that none of a row's values can be trusted. Stateless, for any thread.
 *
 * @param separator between the cells of a row
 * @param headings how many cells the headings have; 0 where there are none
 */
record RowShape(char separator, int headings) {

  /** A line that begins, a whole one, and one that ends: less may stand in an address. */
  private static final int FEWEST_LINES = 3;

  private static final int FEWEST_CELLS = 3;

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /** What stands behind a decimal comma, or behind one between thousands. */
  private static final Pattern BEHIND_COMMA = Pattern.compile("[0-9]{2}|[0-9]{3}(?:\\.[0-9]+)?");

  /** The shape of a source's rows; of no use where its separators are not in a text. */
  static Optional<RowShape> of(SourceFormat format, int headings) {
    return format instanceof SourceFormat.Text text
        ? Optional.of(new RowShape(text.dialect().separator(), headings))
        : Optional.empty();
  }

  /**
   * How many lines of the file are in a row because its quote is closed in another row's cell; 0
   * where that is not so. Each of the lines has as many separators as the headings then, which
   * lines of a text hardly ever have, the first and the last one least of all.
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
   * An amount that was torn at its comma, if a row with cells beyond the headings has one.
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
