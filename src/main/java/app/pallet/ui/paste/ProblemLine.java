package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.ui.text.Wording;
import app.pallet.workspace.input.PreviewRow;
import java.util.Locale;

/**
 * A problem in the list under the counts.
 *
 * @param row the row it belongs to
 * @param problem what is wrong
 * @param columnLabel the column's heading in the catalogue; empty where the whole row is meant
 */
public record ProblemLine(PreviewRow row, RowProblem problem, String columnLabel) {

  /** Where it is: {@code line 12 · Price}. */
  String place() {
    String line = "line " + Wording.grouped(row.row().line());
    return columnLabel.isEmpty() ? line : line + " · " + columnLabel;
  }

  /** What is wrong, in small letters where the value stands before it. */
  String sentence() {
    String sentence = problem.sentence();
    boolean goesOn =
        !problem.value().isEmpty()
            && sentence.length() > 1
            && Character.isLowerCase(sentence.charAt(1));
    return goesOn ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
  }

  /** Whether a search finds it; {@code lowerCase} is in lower case. */
  boolean matches(String lowerCase) {
    String all = place() + "\n" + problem.value() + "\n" + problem.sentence();
    return all.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
