package app.pallet.cli;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitPlan;
import app.pallet.schema.Column;
import app.pallet.schema.Column.Storage;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.spreadsheet.mapping.NamelessCells;
import app.pallet.spreadsheet.source.EncodingDoubt;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.text.Counted;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.checks.CommitWarning.BarcodeDigit;
import app.pallet.workspace.checks.CommitWarning.ManyRowsChanged;
import app.pallet.workspace.checks.CommitWarning.PriceMoved;
import app.pallet.workspace.checks.CommitWarning.RowsDeleted;
import app.pallet.workspace.checks.CommitWarning.RowsReferring;
import app.pallet.workspace.imports.ImportDecisions;
import app.pallet.workspace.imports.MissingParents;
import app.pallet.workspace.streamed.StreamedReport;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code pallet import}, whose names are those of its JSON object. {@code adds},
 * {@code edits}, {@code unchanged}, {@code rejected} and {@code folded} add up to {@code rowsRead};
 * {@code committed}, {@code failed}, {@code conflicting} and {@code pending} to {@code adds} and
 * {@code edits}.
 *
 * @param source the file
 * @param rowsRead rows of the file, without its header
 * @param columns which of its columns are which of the catalogue
 * @param how how the file was read, whose names are those of the same object
 * @param ignored headings of the columns that are not taken
 * @param adds rows that no product matched
 * @param edits rows that differ from their product
 * @param unchanged rows that equal their product
 * @param rejected rows that can become no change
 * @param folded lines that became part of the row above them
 * @param problems everything that could not be taken or was refused
 * @param problemCount how many problems there are, also where not all are listed
 * @param cutOff what is seen of it if the file seems to have been cut off in its last row, or null
 * @param warnings what may be a slip, a sentence each
 * @param committed rows written
 * @param failed rows the database refused
 * @param conflicting rows someone else has changed
 * @param pending rows not written for another reason: a problem of theirs, a cancel, a dry run
 * @param mode how they were written, spelt as the option
 * @param batchSize rows of a batch
 * @param milliseconds from opening the file to the end
 * @param stopped why the database could not go on, or null
 */
record ImportReport(
    String source,
    long rowsRead,
    List<MappedColumn> columns,
    @JsonUnwrapped HowRead how,
    List<String> ignored,
    long adds,
    long edits,
    long unchanged,
    long rejected,
    long folded,
    List<Problem> problems,
    long problemCount,
    @Nullable String cutOff,
    List<String> warnings,
    long committed,
    long failed,
    long conflicting,
    long pending,
    String mode,
    int batchSize,
    long milliseconds,
    @Nullable String stopped) {

  /**
   * How a file was read, and what was decided about it.
   *
   * @param encoding in which a text file was read, or null for a workbook
   * @param encodingInDoubt whether words of the file are odd in that encoding
   * @param likelierEncoding one in which they are not, or null if none is known
   * @param separator between the cells of a text file, or null for a workbook
   * @param headerRow the line of the headings, or 0 if there are none
   * @param rowsAbove rows above the table, which are left out
   * @param rowsNearKeys rows that were found by another spelling of their key
   * @param rowsAlike rows that are new though their key is much like that of a product
   * @param decisions what was decided that a user might not expect, a sentence each
   * @param parents names that other tables do not have or are to get, a sentence for each table
   * @param parentsMissing whether some of them are not added
   */
  record HowRead(
      @Nullable String encoding,
      boolean encodingInDoubt,
      @Nullable String likelierEncoding,
      @Nullable String separator,
      long headerRow,
      int rowsAbove,
      long rowsNearKeys,
      long rowsAlike,
      List<String> decisions,
      List<String> parents,
      boolean parentsMissing) {}

  /**
   * A problem with its place in the file; line 0 where it has none.
   *
   * @param row what the row is called, if it was refused or in conflict, else an empty text
   * @param column an empty text where the whole row is meant
   */
  record Problem(long line, String row, String column, String value, String message) {

    static Problem of(RowProblem problem, String row) {
      return new Problem(
          problem.origin().line(), row, problem.column(), problem.value(), problem.sentence());
    }
  }

  /**
   * A column of the file that is taken.
   *
   * @param source its heading
   * @param column the name of the catalogue's column
   * @param type what its values are
   * @param doubt what its texts leave open, as a sentence, or an empty text
   */
  record MappedColumn(String source, String column, String type, String doubt) {}

  static ImportReport of(
      String file, StreamedReport report, TableSchema schema, CommitPlan plan, long milliseconds) {
    return new ImportReport(
        file,
        report.rowsRead(),
        columns(report),
        how(report, schema),
        ignored(report),
        report.adds(),
        report.edits(),
        report.unchanged(),
        report.rejected(),
        report.foldedLines(),
        report.problems().stream()
            .map(problem -> Problem.of(problem, report.refusedRows().getOrDefault(problem, "")))
            .toList(),
        report.problemCount(),
        report.cutOff().map(CutOff::sentence).orElse(null),
        warnings(report),
        report.committed(),
        report.failed(),
        report.conflicting(),
        report.pending(),
        KebabCase.of(plan.mode()),
        plan.batchSize(),
        milliseconds,
        report.stop().map(CommitEnding.Stopped::reason).orElseGet(() -> cancelled(report)));
  }

  private static @Nullable String cancelled(StreamedReport report) {
    return report.cancelled()
        ? "cancelled after %,d rows; those behind them were not read".formatted(report.rowsRead())
        : null;
  }

  private static HowRead how(StreamedReport report, TableSchema schema) {
    List<String> decisions = new ArrayList<>(report.decisions().sentences());
    schema.columns().stream()
        .filter(column -> column.storage() != Storage.SCALED && column.isReadOnly())
        .map(Column::name)
        .filter(report.mapping().unmapped()::contains)
        .forEach(name -> decisions.add(name + " is not taken, because it can't be written"));
    return new HowRead(
        report.encoding().map(Charset::name).orElse(null),
        doubt(report.decisions()).isPresent(),
        doubt(report.decisions()).flatMap(EncodingDoubt::likelier).map(Charset::name).orElse(null),
        separator(report.decisions()),
        report.decisions().format().headings().line(),
        report.decisions().format().headings().above().size(),
        report.decisions().near().edited(),
        report.decisions().near().alike(),
        decisions,
        report.decisions().parents().stream().map(MissingParents.Names::sentence).toList(),
        report.decisions().parents().stream().anyMatch(names -> !names.areAdded()));
  }

  private static Optional<EncodingDoubt> doubt(ImportDecisions decisions) {
    return decisions.format() instanceof SourceFormat.Text text
        ? text.dialect().doubt()
        : Optional.empty();
  }

  private static @Nullable String separator(ImportDecisions decisions) {
    return decisions.format() instanceof SourceFormat.Text text
        ? String.valueOf(text.dialect().separator())
        : null;
  }

  /** Also the columns beyond all headings that hold anything. */
  private static List<String> ignored(StreamedReport report) {
    List<String> ignored = new ArrayList<>(report.mapping().unmapped());
    report.decisions().nameless().places().stream()
        .filter(place -> place >= report.mapping().header().size())
        .map(NamelessCells::name)
        .forEach(ignored::add);
    return ignored;
  }

  /** What may be a slip: whatever the window would ask about, a sentence each. */
  private static List<String> warnings(StreamedReport report) {
    List<String> warnings = new ArrayList<>();
    report.warnings().stream()
        .filter(CommitWarning::asks)
        .map(ImportReport::sentence)
        .forEach(warnings::add);
    report.decisions().warning().ifPresent(warnings::add);
    return warnings;
  }

  /** A possible slip as a sentence. */
  static String sentence(CommitWarning warning) {
    return switch (warning) {
      case PriceMoved moved -> {
        CommitWarning.Example worst = moved.examples().getFirst();
        yield String.format(
            Locale.ROOT,
            "%s moves by more than %d %% in %s, the worst %s from %s to %s",
            moved.column().label(),
            moved.percent(),
            Outputs.counted(moved.count(), "row"),
            worst.title(),
            worst.before(),
            worst.after());
      }
      case ManyRowsChanged many ->
          String.format(
              Locale.ROOT,
              "%,d of %,d rows in the table change, %d %%",
              many.count(),
              many.total(),
              many.percent());
      case RowsDeleted deleted -> Counted.of(deleted.count(), "row is", "rows are") + " deleted";
      case RowsReferring referring -> referring.rows().sentence();
      case BarcodeDigit digit ->
          String.format(Locale.ROOT, "%,d barcodes have a wrong check digit", digit.count());
    };
  }

  private static List<MappedColumn> columns(StreamedReport report) {
    List<MappedColumn> columns = new ArrayList<>();
    List<String> header = report.mapping().header();
    for (int i = 0; i < header.size(); i++) {
      String heading = header.get(i);
      ColumnReading reading = report.readings().get(i);
      report
          .mapping()
          .target(i)
          .ifPresent((Column column) ->
              columns.add(
                  new MappedColumn(
                      heading,
                      column.name(),
                      column.type().label(),
                      reading == null ? "" : doubt(reading))));
    }
    return columns;
  }

  private static String doubt(ColumnReading reading) {
    return switch (reading.doubt()) {
      case NONE -> "";
      case DATE_ORDER -> "day or month first? Say --dates dmy or --dates mdy";
      case DECIMAL_SIGN -> "point or comma as the decimal sign? Say --decimal point or comma";
    };
  }

  /** Whether something may be a slip, or was guessed: what {@code --strict} refuses. */
  boolean isInDoubt() {
    return !warnings.isEmpty()
        || cutOff != null
        || how.encodingInDoubt()
        || columns.stream().anyMatch(column -> !column.doubt().isEmpty());
  }

  /** Whether every wanted row is in the database and nothing of the file was left out. */
  boolean isComplete() {
    return committed == adds + edits && problemCount == 0;
  }
}
