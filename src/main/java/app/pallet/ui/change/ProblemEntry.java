package app.pallet.ui.change;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.ui.text.Wording;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A problem in the list, and the row it belongs to.
 *
 * @param key the row
 * @param problem what is wrong
 * @param row what the row is called
 * @param columnLabel the column's heading, or an empty text where the whole row is meant
 */
public record ProblemEntry(RowKey key, String row, RowProblem problem, String columnLabel) {

  /**
   * Where the problem is, as the user reads it: {@code prices.csv, line 12 · Price}, or {@code A-1
   * · Price}.
   */
  String place() {
    String source =
        problem.origin().line() > 0
            ? problem.origin().source() + ", line " + Wording.grouped(problem.origin().line())
            : "";
    boolean byLine = !source.isEmpty() && !problem.isFromCommit(); // as it is found in the file
    return Stream.of(source, byLine ? "" : row, columnLabel)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Whether all this text is found in the problem; {@code lowerCase} is in lower case. */
  boolean contains(String lowerCase) {
    String all = place() + "\n" + problem.value() + "\n" + problem.sentence();
    return all.toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
  }
}
