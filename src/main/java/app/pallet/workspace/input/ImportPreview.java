package app.pallet.workspace.input;

import app.pallet.schema.ColumnReading;
import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.workspace.imports.ImportDecisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import would do. The counts of all categories and the folded lines add up to the rows
 * read.
 *
 * @param rowsRead number of rows of the source, without its headings
 * @param foldedLines number of these that became part of the row above them
 * @param counts number of rows of each category
 * @param rows the first rows of each category, at most {@link #ROWS}
 * @param readings how the texts of mapped columns are read, by the column's place in the source
 * @param problemCount number of all problems; a row can have several
 * @param cutOff the row in which the source seems to have been cut off
 * @param decisions decisions that a user might not expect
 */
public record ImportPreview(
    long rowsRead,
    long foldedLines,
    Map<RowCategory, Integer> counts,
    Map<RowCategory, List<PreviewRow>> rows,
    Map<Integer, ColumnReading> readings,
    int problemCount,
    Optional<CutOff> cutOff,
    ImportDecisions decisions) {

  /** The most rows of each category that are kept to be looked at. */
  public static final int ROWS = 1_000;

  public ImportPreview {
    counts = Map.copyOf(counts);
    rows = Map.copyOf(rows);
    readings = Map.copyOf(readings);
  }

  /** Number of rows of a category. */
  public int count(RowCategory category) {
    return counts.getOrDefault(category, 0);
  }
}
