package app.pallet.workspace.streamed;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.schema.ColumnReading;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.imports.ImportDecisions;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link StreamedImport} did. {@code adds}, {@code edits}, {@code unchanged}, {@code
 * rejected} and {@code foldedLines} add up to {@code rowsRead}; {@code committed}, {@code failed},
 * {@code conflicting} and {@link #pending} to {@code adds} and {@code edits}.
 *
 * @param mapping the mapping of the source's columns to those of the catalogue
 * @param readings how the texts of mapped columns were read, by the column's place in the source
 * @param encoding the encoding in which a text file was read; empty for other sources
 * @param decisions decisions that a user might not expect
 * @param rowsRead rows of the source, without its headings
 * @param foldedLines lines that became part of the row above them
 * @param adds rows that matched no product
 * @param edits rows that differ from their product
 * @param unchanged rows that equal their product
 * @param rejected rows that can't become a change
 * @param problems the first problems, sorted by line
 * @param problemCount number of all problems
 * @param refusedRows the name of the row of a problem, for rows that were refused or in conflict
 * @param cutOff the row in which the source seems to have been cut off
 * @param warnings possible slips among the changes that can be committed
 * @param committed rows written
 * @param failed rows the database refused
 * @param conflicting rows someone else has changed meanwhile
 * @param stop why the database could not go on; empty if it could
 * @param cancelled whether the user ended it
 */
public record StreamedReport(
    ColumnMapping mapping,
    Map<Integer, ColumnReading> readings,
    Optional<Charset> encoding,
    ImportDecisions decisions,
    long rowsRead,
    long foldedLines,
    long adds,
    long edits,
    long unchanged,
    long rejected,
    List<RowProblem> problems,
    long problemCount,
    Map<RowProblem, String> refusedRows,
    Optional<CutOff> cutOff,
    List<CommitWarning> warnings,
    long committed,
    long failed,
    long conflicting,
    Optional<CommitEnding.Stopped> stop,
    boolean cancelled) {

  public StreamedReport {
    readings = Map.copyOf(readings);
    warnings = List.copyOf(warnings);
    refusedRows = Map.copyOf(refusedRows);
    problems =
        problems.stream()
            .sorted(Comparator.comparingLong(problem -> problem.origin().line()))
            .toList();
  }

  /** Rows that were not written for another reason: a problem, a cancel, or a dry run. */
  public long pending() {
    return adds + edits - committed - failed - conflicting;
  }
}
