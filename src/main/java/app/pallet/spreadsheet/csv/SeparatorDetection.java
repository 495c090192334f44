package app.pallet.spreadsheet.csv;

import app.pallet.spreadsheet.source.HeadingSearch;
import app.pallet.spreadsheet.source.TextRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the separator with which the first records of a file have the same number of cells. */
final class SeparatorDetection {

  /**
   * Of two that fit alike the first one counts: a tab or a bar hardly ever stands in a text, and a
   * comma stands in many numbers.
   */
  private static final char[] CANDIDATES = {'\t', '|', ';', ','};

  /** What a text of one column may be separated by, the likeliest first. */
  private static final char[] FOR_ONE_COLUMN = {',', ';', '\t', '|'};

  private static final int MAX_RECORDS = 100;

  /**
   * The share of records that have as many cells as the first one, if the first one is the header.
   */
  private static final double SURE = 0.5;

  /** With at least this many records, the last one can be left out, since it may be cut off. */
  private static final int FEWEST_WITHOUT_LAST = 4;

  private static final Pattern SAID = Pattern.compile("(?i)\uFEFF?(\"?)sep=(.)\\1\\R");

  /** A character that no file contains. FastCSV has no other way to read without quotes. */
  static final char NO_QUOTE = '\uFFFE';

  private SeparatorDetection() {}

  /**
   * The most likely separator: the one that a first line such as Excel's {@code sep=;} names, or
   * the one that fits best. For a single column it is a separator that the file does not contain.
   *
   * @param beginning the first part of the file; it may end anywhere
   */
  static char detect(String beginning) {
    Matcher said = SAID.matcher(beginning);
    if (said.lookingAt()) {
      return said.group(2).charAt(0);
    }
    char best = absent(beginning);
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(sizes(beginning, candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return bestScore > SURE ? best : belowTitle(beginning, best);
  }

  /**
   * The separator with which a table is found below a title, if the first record shows none. The
   * headings of the table are known, or all its rows have the same number of cells, three or more.
   * Fewer would tear a text of one column apart at its commas.
   */
  private static char belowTitle(String beginning, char otherwise) {
    char found = otherwise;
    double most = 0;
    for (char candidate : CANDIDATES) {
      List<TextRow> rows = rows(beginning, candidate, '"');
      double score = tableScore(rows.isEmpty() ? rows(beginning, candidate, NO_QUOTE) : rows);
      if (score > most) {
        found = candidate;
        most = score;
      }
    }
    return found;
  }

  /**
   * How plainly some records are a table below others: more than 1 if its headings are known, less
   * if they are in doubt, because numbers that are torn at their commas look like a table, too; 0
   * if there is none.
   */
  private static double tableScore(List<TextRow> all) {
    List<TextRow> filled = all.stream().filter(row -> !row.isBlank()).toList();
    if (filled.isEmpty()) {
      return 0;
    }
    List<TextRow> rows =
        filled.size() < FEWEST_WITHOUT_LAST ? filled : filled.subList(0, filled.size() - 1);
    HeadingSearch.Beginning beginning = HeadingSearch.of(rows);
    List<TextRow> table = rows.subList(beginning.index(), rows.size());
    if (table.size() == rows.size()) {
      return 0;
    }
    int cells = table.getFirst().width();
    double share =
        (double) table.stream().filter(row -> row.cells().size() == cells).count() / table.size();
    if (!beginning.inDoubt()) {
      return 1 + share;
    }
    return cells > 2 && share == 1 ? (double) table.size() / rows.size() : 0;
  }

  private static char absent(String beginning) {
    for (char candidate : FOR_ONE_COLUMN) {
      if (sizes(beginning, candidate).stream().allMatch(size -> size == 1)) {
        return candidate;
      }
    }
    return '^'; // no text has all of them and this one
  }

  /** The share of records with as many cells as the header, then the number of those cells. */
  private static double score(List<Integer> sizes) {
    if (sizes.isEmpty() || sizes.getFirst() < 2) {
      return 0;
    }
    int header = sizes.getFirst();
    long equal = sizes.stream().filter(size -> size == header).count();
    return (double) equal / sizes.size() + header * 1e-6;
  }

  private static List<Integer> sizes(String text, char separator) {
    List<Integer> enclosed = sizes(text, separator, '"');
    return enclosed.isEmpty() ? sizes(text, separator, NO_QUOTE) : enclosed;
  }

  /**
   * The number of cells of each record but the last, which may be cut off; empty if the quotes
   * don't fit.
   */
  private static List<Integer> sizes(String text, char separator, char quote) {
    List<Integer> sizes =
        rows(text, separator, quote).stream().map(row -> row.cells().size()).toList();
    return sizes.size() < 2 ? sizes : sizes.subList(0, sizes.size() - 1);
  }

  private static List<TextRow> rows(String text, char separator, char quote) {
    List<TextRow> rows = new ArrayList<>();
    try {
      for (CsvRecord record : reader(separator, quote).ofCsvRecord(text)) {
        rows.add(new TextRow(record.getStartingLineNumber(), record.getFields()));
        if (rows.size() > MAX_RECORDS) {
          break;
        }
      }
    } catch (CsvParseException e) { // an answer: this is not how the file is written
      return List.of();
    }
    return rows;
  }

  /** A reader that takes rows of any length, and fails if a quote is in a wrong place. */
  static CsvReader.CsvReaderBuilder reader(char separator, char quote) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quote)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }
}
