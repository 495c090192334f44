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
 * @param mapping which column of the source was which of the catalogue
 * @param readings how the texts of mapped columns were read, by their place in the source
 * @param encoding in which a text file was read; empty for other sources
 * @param decisions what was decided that a user might not expect
 * @param rowsRead rows of the source, without its headings
 * @param foldedLines lines that became part of the row above them
 * @param adds rows that no product matched
 * @param edits rows that differ from their product
 * @param unchanged rows that equal their product
 * @param rejected rows that can become no change
 * @param problems the first problems, by line
 * @param problemCount all problems
 * @param refusedRows what the row of a problem is called, for rows that were refused or in conflict
 * @param cutOff the row in which the source seems to have been cut off
 * @param warnings what may be a slip in what can be committed
 * @param committed rows written
 * @param failed rows the database refused
 * @param conflicting rows someone else has changed meanwhile
 * @param stop why the database could not go on
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

  /** Rows not written for another reason: a problem of theirs, a cancel, a dry run. */
  public long pending() {
    return adds + edits - committed - failed - conflicting;
  }
}
