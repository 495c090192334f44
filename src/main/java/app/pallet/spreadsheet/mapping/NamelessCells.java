package app.pallet.spreadsheet.mapping;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Cells in columns of a source that have no heading and are not mapped. They are left out.
 *
 * @param places the columns, from 0
 * @param rows the number of rows that hold something there
 * @param firstLine the line at which the first of these rows begins
 */
public record NamelessCells(List<Integer> places, long rows, long firstLine) {

  private static final int MOST_NAMED = 5;

  /** None. */
  public static final NamelessCells NONE = new NamelessCells(List.of(), 0, 0);

  public NamelessCells {
    places = List.copyOf(places);
  }

  static NamelessCells of(BitSet places, long rows, long firstLine) {
    return new NamelessCells(places.stream().boxed().toList(), rows, firstLine);
  }

  /** The name of a column without a heading, by its place from 0. */
  public static String name(int place) {
    return "column " + (place + 1);
  }

  /** Number of columns up to the last of these. */
  public int width() {
    return places.isEmpty() ? 0 : places.getLast() + 1;
  }

  /** Tells the user what is left out; an empty text if nothing is. */
  public String sentence() {
    if (rows == 0) {
      return "";
    }
    String names =
        places.stream()
            .limit(MOST_NAMED)
            .map(NamelessCells::name)
            .collect(Collectors.joining(", "));
    String more =
        places.size() > MOST_NAMED ? " and %,d more".formatted(places.size() - MOST_NAMED) : "";
    return String.format(
        Locale.ROOT,
        "Cells without a heading are left out: %s%s, in %s",
        names,
        more,
        rows == 1 ? "line " + firstLine : "%,d rows from line %d on".formatted(rows, firstLine));
  }
}
