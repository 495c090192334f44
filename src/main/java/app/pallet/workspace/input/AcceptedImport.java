package app.pallet.workspace.input;

import app.pallet.change.PreparedChanges;
import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.matching.MatchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A source that has been read and matched, and can become pending. Immutable. An {@link
 * ImportPreparation} makes it, and {@link SpreadsheetInput#take} takes it.
 */
public final class AcceptedImport {

  private final String source;
  private final ColumnMapping mapping;
  private final List<Column> newColumns;
  private final MatchResult result;
  private final PreparedChanges changes;
  private final List<RowProblem> problems;

  AcceptedImport(
      String source,
      ColumnMapping mapping,
      List<Column> newColumns,
      MatchResult result,
      PreparedChanges changes,
      List<RowProblem> problems) {
    this.source = source;
    this.mapping = mapping;
    this.newColumns = List.copyOf(newColumns);
    this.result = result;
    this.changes = changes;
    this.problems = List.copyOf(problems);
  }

  /** The name of the source for the user. */
  public String source() {
    return source;
  }

  /** The columns that must be added to the catalogue before this is taken. */
  public List<Column> newColumns() {
    return newColumns;
  }

  /** How many rows would be added or changed. */
  public int changeCount() {
    return result.adds().size() + result.edits().size();
  }

  /**
   * The column for which each heading was taken, to be remembered for the next import: its name, or
   * an empty text if the heading was left out.
   */
  public Map<String, String> mappings() {
    Map<String, String> mappings = new LinkedHashMap<>();
    for (int i = 0; i < mapping.header().size(); i++) {
      String heading = mapping.header().get(i);
      if (!heading
          .isBlank()) { // what has none is known by its place, which means nothing elsewhere
        mappings.putIfAbsent(heading, mapping.target(i).map(Column::name).orElse(""));
      }
    }
    return mappings;
  }

  PreparedChanges changes() {
    return changes;
  }

  List<RowProblem> problems() {
    return problems;
  }

  /**
   * What became of it.
   *
   * @param gone rows that could not be taken, because their new rows have gone meanwhile
   */
  PasteReport report(int gone) {
    return new PasteReport(
        source,
        mapping.columns().stream().map(Column::name).toList(),
        mapping.unmapped(),
        result.rowsRead(),
        result.adds().size(),
        result.edits().size(),
        result.unchanged(),
        problems,
        new PasteReport.LeftOut(0, 0, 0, gone));
  }
}
