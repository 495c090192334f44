package app.pallet.workspace.streamed;

import app.pallet.change.ChangeSet;
import app.pallet.change.FoundRows;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.order.UniqueClaims;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.KeyMatcher;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.PendingRows;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.work.SilentMonitor;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.GuardTally;
import app.pallet.workspace.imports.FoundBlocks;
import app.pallet.workspace.imports.HeldRows;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportTooLargeException;
import app.pallet.workspace.imports.NewColumnLimit;
import app.pallet.workspace.imports.StoredProducts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports and commits a source of any length with little memory: portion by portion is read,
 * matched and committed, and then forgotten. With {@link TransactionScope#ALL_OR_NOTHING} there is
 * one portion, which holds all of it. Meanwhile the rows to come are read and looked up, which is
 * sound because no two rows that are taken have one key. A row that wants a unique value of another
 * product waits until its portion comes ({@link WaitingRows}). Runs once, on any thread that may
 * write.
 */
public final class StreamedImport implements Work<StreamedReport> {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedImport.class);

  /** Rows of a portion: enough for look-ups and batches to be quick, few enough to be held. */
  private static final int PORTION = 20_000;

  private final CatalogueDatabase database;
  private final ImportSource source;
  private final ImportChoices choices;
  private final CellFormat format;
  private final Optional<CommitPlan> plan;
  private final StreamedTally tally;
  private final GuardTally guard;
  private final RowReader reader;
  private final TableSchema schema;
  private final Matching matching;
  private final WaitingRows waiting;

  /** All portions are one commit to the history. */
  private final CommitIdentity identity = CommitIdentity.ofThisUser(InstantSource.system());

  /** How rows find their products. */
  public enum Matching {
    /** By their key. */
    BY_KEY,
    /** They don't: each is a new one, as in a catalogue that is made of them. */
    ALL_NEW
  }

  /**
   * Prepares an import.
   *
   * @param choices their new columns must be in the catalogue, unless nothing is committed
   * @param format how numbers are meant in columns that don't tell
   * @param matching how rows find their products
   * @param plan how rows are committed; empty to find out only what would be
   * @param mostProblems problems that are kept to be told; the others are only counted
   */
  public StreamedImport(
      CatalogueDatabase database,
      ImportSource source,
      ImportChoices choices,
      CellFormat format,
      Matching matching,
      Optional<CommitPlan> plan,
      int mostProblems) {
    this.database = database;
    this.source = source;
    this.choices = choices;
    this.format = format;
    this.matching = matching;
    this.plan = plan;
    this.schema = database.schema().with(choices.newColumns());
    this.tally = new StreamedTally(mostProblems);
    this.guard = new GuardTally(schema, GuardLimits.DEFAULT);
    this.reader = new RowReader(database);
    this.waiting = new WaitingRows(schema, reader, columnsToWaitFor());
  }

  /** The unique columns in which a later row may give up what an earlier one wants. */
  private List<Column> columnsToWaitFor() {
    return matching == Matching.ALL_NEW || plan.isEmpty()
        ? List.of()
        : UniqueClaims.columns(schema).stream()
            .filter(column -> !column.name().equals(choices.key().name()))
            .toList();
  }

  /**
   * Imports.
   *
   * @return what was done, also after a cancel, where the database could not go on, and where
   *     portions are committed and the rows behind them can't be read or held
   * @throws SpreadsheetException if the source can't be read and nothing was committed
   * @throws ImportTooLargeException if there is no memory for more rows; the same
   */
  @Override
  public StreamedReport run(WorkMonitor monitor) {
    NewColumnLimit.require(database.schema(), choices.newColumns());
    monitor.begin("Importing " + source.name(), WorkMonitor.UNKNOWN);
    Matcher matcher = matching == Matching.BY_KEY ? byKey(monitor) : allNew();
    int products = reader.count(); // before anything is added
    try (ImportReading reading = ImportReading.open(source, choices, format)) {
      try (FoundBlocks blocks = new FoundBlocks(reading, matcher.finder())) {
        importAll(blocks, matcher.matcher(), monitor);
      } catch (SpreadsheetException | ImportTooLargeException | CatalogueException e) {
        if (tally.committed() == 0) {
          throw e;
        }
        LOG.warn("The import stopped after {} committed rows", tally.committed(), e);
        tally.stopped(e);
        return tally.report(reading, List.of(), monitor.isCancelled());
      }
      if (plan.isPresent()) {
        new CommitHistory(database).shorten(HistoryLimits.DEFAULT);
      }
      return tally.report(reading, guard.warnings(reader, () -> products), monitor.isCancelled());
    }
  }

  /**
   * How rows become changes, in two steps.
   *
   * @param finder finds the products that rows are about; asked ahead, on another thread
   * @param matcher compares rows with them
   */
  private record Matcher(
      Function<List<RowMapping>, FoundRows> finder,
      BiFunction<List<RowMapping>, FoundRows, MatchResult> matcher) {}

  private void importAll(
      FoundBlocks blocks,
      BiFunction<List<RowMapping>, FoundRows, MatchResult> matcher,
      WorkMonitor monitor) {
    List<MatchResult> portion = new ArrayList<>();
    HeldRows held = HeldRows.ofTransaction(source.name());
    int rows = 0;
    boolean goesOn = true;
    Optional<FoundBlocks.Block> block = blocks.next();
    while (goesOn && block.isPresent() && !monitor.isCancelled()) {
      if (isTogether()) {
        held.add(block.get().rows());
      }
      portion.add(matcher.apply(block.get().rows(), block.get().found()));
      rows += block.get().rows().size();
      monitor.worked(block.get().rows().size());
      block = blocks.next();
      if (block.isEmpty() || rows >= portion()) {
        goesOn = take(MatchResult.joined(portion), block.isEmpty(), monitor);
        portion.clear();
        rows = 0;
      }
    }
  }

  /** Rows that are committed together; nothing is gained by many where nothing is. */
  private int portion() {
    return plan.isEmpty() ? 1 : isTogether() ? Integer.MAX_VALUE : PORTION;
  }

  private boolean isTogether() {
    return plan.filter(p -> p.scope() == TransactionScope.ALL_OR_NOTHING).isPresent();
  }

  private Matcher allNew() {
    NewProducts products = new NewProducts(schema);
    return new Matcher(rows -> FoundRows.NONE, (rows, found) -> products.match(rows));
  }

  private Matcher byKey(WorkMonitor monitor) {
    ChangeSet keys = new ChangeSet(schema);
    KeyMatcher matcher =
        new KeyMatcher(
            schema,
            choices.key(),
            new StoredProducts(reader),
            keys::nextKey,
            PendingRows.NONE,
            choices.duplicates());
    HeldRows held = HeldRows.ofKeys(source.name(), choices.key());
    if (choices.duplicates() != DuplicateKeys.FIRST) {
      expectAll(matcher, held, monitor);
      return new Matcher(matcher::find, matcher::match);
    }
    return new Matcher(
        matcher::find,
        (rows, found) -> {
          held.add(rows);
          return matcher.match(rows, found);
        });
  }

  private void expectAll(KeyMatcher matcher, HeldRows held, WorkMonitor monitor) {
    try (ImportReading reading = ImportReading.open(source, choices, format)) {
      for (List<RowMapping> rows = reading.next();
          !rows.isEmpty() && !monitor.isCancelled();
          rows = reading.next()) {
        held.add(rows);
        matcher.expect(rows);
      }
    }
    if (monitor.isCancelled()) {
      throw new CancellationException();
    }
  }

  /** Commits what can be of a portion; false where the database can't go on. */
  private boolean take(MatchResult result, boolean isLast, WorkMonitor monitor) {
    ChangeSet changes = new ChangeSet(schema);
    changes.record("Import", result.changes());
    tally.matched(result, changes);
    List<RowChange> matched = changes.committable();
    matched.forEach(guard::add);
    if (plan.isEmpty()) {
      return true;
    }
    List<RowChange> wanted = waiting.ready(matched, result.origins(), isLast);
    if (wanted.isEmpty()) {
      return true;
    }
    CommitListener refusals =
        event -> {
          switch (event) {
            case CommitEvent.RowFailed(RowKey key, String name, RowProblem problem) ->
                refused(key, name, problem);
            case CommitEvent.Conflict(RowKey key, String name, RowProblem problem) ->
                refused(key, name, problem);
            default -> {} // the report counts them
          }
        };
    CommitReport report =
        new CommitTask(database, wanted, plan.get(), refusals, identity)
            .run(new SilentMonitor(monitor));
    tally.committed(report);
    return !(report.ending() instanceof CommitEnding.Stopped);
  }

  private void refused(RowKey key, String name, RowProblem problem) {
    tally.refused(waiting.origin(key), name, List.of(problem));
  }
}
