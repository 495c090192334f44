package app.pallet.workspace.streamed;

import app.pallet.change.ChangeSet;
import app.pallet.change.FoundRows;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.order.UniqueClaims;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.rows.RowReader;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.KeyMatcher;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.NearKeys;
import app.pallet.spreadsheet.matching.PendingRows;
import app.pallet.spreadsheet.matching.RowFinder;
import app.pallet.spreadsheet.matching.RowOutcome;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.GuardTally;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportMemory;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportTooLargeException;
import app.pallet.workspace.imports.LookedUpBlocks;
import app.pallet.workspace.imports.StoredProducts;
import app.pallet.workspace.pending.RowChanges;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports and commits a source of any length with little memory. Each portion is read, matched,
 * committed and then forgotten. With {@link TransactionScope#ALL_OR_NOTHING} there is only one
 * portion, which holds all rows. Meanwhile the next rows are read and looked up. This is safe
 * because no two rows that are taken have the same key. A row that wants a unique value of another
 * product waits until that product gives it up ({@link WaitingRows}). Runs once, on any thread that
 * may write.
 */
public final class StreamedImport implements Work<StreamedReport> {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedImport.class);

  /** Number of rows of a portion: enough for quick look-ups and batches, few enough to be held. */
  private static final int PORTION = 20_000;

  private final CatalogueDatabase database;
  private final ImportSource source;
  private final ImportChoices choices;
  private final CellFormat format;
  private final Optional<CommitPlan> plan;
  private final StreamedTally tally;
  private final GuardTally guard;
  private final RowReader reader;
  private final RowFinder finder;
  private final TableSchema schema;
  private final Matching matching;
  private final WaitingRows waiting;

  /** For the history, all portions are one commit. */
  private final CommitIdentity identity = CommitIdentity.ofThisUser(InstantSource.system());

  /** How rows find their products. */
  public enum Matching {
    /** By their key. */
    BY_KEY,
    /** They have none. Each row is a new product, in a catalogue that is made from the source. */
    ALL_NEW
  }

  /**
   * Prepares an import.
   *
   * @param choices the choices; their new columns must be in the catalogue, unless nothing is
   *     committed
   * @param format how numbers are read in columns whose texts don't show it
   * @param matching how rows find their products
   * @param plan how rows are committed; empty to find out only what the import would do
   * @param mostProblems the number of problems that are kept; all others are only counted
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
    this.tally = new StreamedTally(schema, mostProblems);
    this.guard = new GuardTally(schema, GuardLimits.DEFAULT);
    this.reader = new RowReader(database);
    this.finder = new StoredProducts(reader, new ReferenceTexts(database, format));
    this.waiting =
        new WaitingRows(
            schema,
            reader,
            columnsToWaitFor(),
            schema.typedId().filter(choices.key().columns()::contains));
  }

  /** The unique columns in which a later row may give up a value that an earlier one wants. */
  private List<Column> columnsToWaitFor() {
    return matching == Matching.ALL_NEW || plan.isEmpty()
        ? List.of()
        : UniqueClaims.columns(schema).stream()
            .filter(column -> !choices.key().columns().contains(column))
            .toList();
  }

  /**
   * Imports.
   *
   * @return what was done. There is a report also if the import was cancelled, if the database
   *     could not go on, or if rows can't be read or held after some portions were committed
   * @throws SpreadsheetException if the source can't be read and nothing was committed
   * @throws ImportTooLargeException if there is no memory for more rows and nothing was committed
   */
  @Override
  public StreamedReport run(WorkMonitor monitor) {
    choices.requireRoom(database.schema());
    monitor.begin("Importing " + source.name(), WorkMonitor.UNKNOWN);
    Matcher matcher = matching == Matching.BY_KEY ? byKey(monitor) : allNew();
    int products = reader.count(); // before anything is added
    try (ImportReading reading =
        ImportReading.open(source, choices, format, finder.references(choices.addsParents()))) {
      try (LookedUpBlocks blocks = new LookedUpBlocks(reading, matcher.finder())) {
        importAll(blocks, matcher.matcher(), monitor);
      } catch (SpreadsheetException | ImportTooLargeException | CatalogueException e) {
        if (tally.written().committed() == 0) {
          throw e;
        }
        LOG.warn("The import stopped after {} committed rows", tally.written().committed(), e);
        tally.written().stopped(e);
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
   * @param finder looks up the products that rows are about, ahead and on another thread
   * @param matcher compares rows with them
   */
  private record Matcher(
      Function<List<RowMapping>, FoundRows> finder,
      BiFunction<List<RowMapping>, FoundRows, MatchResult> matcher) {}

  private void importAll(
      LookedUpBlocks blocks,
      BiFunction<List<RowMapping>, FoundRows, MatchResult> matcher,
      WorkMonitor monitor) {
    List<MatchResult> portion = new ArrayList<>();
    ImportMemory held = ImportMemory.ofTransaction(source.name());
    int rows = 0;
    boolean goesOn = true;
    Optional<LookedUpBlocks.Block> block = blocks.next();
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

  /**
   * Number of rows that are committed together. If nothing is committed, large portions gain
   * nothing.
   */
  private int portion() {
    return plan.isEmpty() ? 1 : isTogether() ? Integer.MAX_VALUE : PORTION;
  }

  private boolean isTogether() {
    return plan.filter(p -> p.scope() == TransactionScope.ALL_OR_NOTHING).isPresent();
  }

  private Matcher allNew() {
    AllAsNew products = new AllAsNew(schema);
    return new Matcher(rows -> FoundRows.NONE, (rows, found) -> products.match(rows));
  }

  private Matcher byKey(WorkMonitor monitor) {
    ChangeSet keys = new ChangeSet(schema);
    KeyMatcher matcher =
        new KeyMatcher(
            schema, choices.key(), finder, keys::nextKey, PendingRows.NONE, choices.duplicates());
    ImportMemory held = ImportMemory.ofKeys(source.name(), choices.key());
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

  private void expectAll(KeyMatcher matcher, ImportMemory held, WorkMonitor monitor) {
    try (ImportReading reading =
        ImportReading.open(source, choices, format, finder.references(choices.addsParents()))) {
      for (var rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
        monitor.step(0);
        held.add(rows);
        matcher.expect(rows);
      }
    }
  }

  /** Commits what can be committed of a portion. Returns false if the database can't go on. */
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
    return tally.written().commit(database, plan.get(), identity, wanted, this::refused, monitor);
  }

  private void refused(RowKey key, String name, RowProblem problem) {
    tally.refused(waiting.origin(key), name, List.of(problem));
  }

  /**
   * Makes every row a new product, whatever its key, for a catalogue that is made from a file and
   * is still empty.
   */
  private static final class AllAsNew {

    private final TableSchema schema;
    private final ChangeSet keys;

    AllAsNew(TableSchema schema) {
      this.schema = schema;
      this.keys = new ChangeSet(schema);
    }

    MatchResult match(List<RowMapping> rows) {
      List<RowChange.Add> adds = new ArrayList<>(rows.size());
      List<RowProblem> problems = new ArrayList<>();
      List<RowOutcome> outcomes = new ArrayList<>(rows.size());
      for (RowMapping row : rows) {
        problems.addAll(row.problems());
        boolean spoiled = row.problems().stream().anyMatch(AllAsNew::concernsWholeRow);
        outcomes.add(spoiled ? RowOutcome.REJECTED : RowOutcome.ADD);
        if (!spoiled) {
          adds.add(RowChanges.addition(schema, keys.nextKey(), row));
        }
      }
      int rejected = rows.size() - adds.size();
      return new MatchResult(
          adds, List.of(), 0, rejected, problems, outcomes, Map.of(), NearKeys.NONE);
    }

    private static boolean concernsWholeRow(RowProblem problem) {
      return problem.column().isEmpty() && problem.severity() == Severity.ERROR;
    }
  }
}
