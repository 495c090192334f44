package app.pallet.workspace.history;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellText;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposal;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.turns.BackgroundTasks;
import app.pallet.workspace.turns.EditQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The past commits of the catalogue, and how they are undone. Owner thread only. Reading runs in
 * the background, and answers come back to the owner thread.
 */
public final class CatalogueHistory {

  /** The most rows of one commit that are held. */
  private static final int MOST_ROWS = 100_000;

  /** Number of rows that are read from the catalogue at once. */
  private static final int PORTION = 5_000;

  private final TableSchema schema;
  private final CommitHistory history;
  private final RowReader reader;
  private final Supplier<RowKey.New> newKeys;
  private final EditQueue queue;
  private final Proposals proposals;
  private final BackgroundTasks tasks;
  private final CatalogueDatabase database;

  /**
   * The history of a catalogue.
   *
   * @param database keeps it
   * @param newKeys gives keys for rows to be added; any thread
   */
  public CatalogueHistory(
      CatalogueDatabase database,
      CommitHistory history,
      RowReader reader,
      Supplier<RowKey.New> newKeys,
      EditQueue queue,
      Proposals proposals,
      BackgroundTasks tasks) {
    this.schema = reader.schema();
    this.history = history;
    this.reader = reader;
    this.newKeys = newKeys;
    this.queue = queue;
    this.proposals = proposals;
    this.tasks = tasks;
    this.database = database;
  }

  /**
   * Finds out what would have to be put into a database that keeps no history yet.
   *
   * @param done gets the SQL on the owner thread, a statement each
   */
  public void sql(Consumer<List<String>> done) {
    tasks.look("Look where the history goes", monitor -> database.historySql(), done);
  }

  /**
   * Puts it there. From then on commits are kept.
   *
   * @param done called on the owner thread once it is there
   */
  public void keep(Runnable done) {
    tasks.write(
        "Keep history",
        monitor -> {
          database.keepHistory();
          return database;
        },
        kept -> done.run(),
        () -> {});
  }

  /**
   * Finds commits, the latest first.
   *
   * @param search a text in a product's SKU or name, or in a value before or after the commit; case
   *     is ignored. An empty text finds all commits
   * @param done gets them on the owner thread
   */
  public void commits(String search, Consumer<List<PastCommit>> done) {
    tasks.look("Read the history", monitor -> commits(search, monitor), done);
  }

  private List<PastCommit> commits(String search, WorkMonitor monitor) {
    List<PastCommit> all = history.commits();
    if (search.isBlank()) {
      return all;
    }
    monitor.begin("Searching the history", all.size());
    List<PastCommit> found = new ArrayList<>();
    for (PastCommit commit : all) {
      if (rows(commit, search, 1).found() > 0) {
        found.add(commit);
      }
      monitor.step(1);
    }
    return found;
  }

  /**
   * Opens a commit.
   *
   * @param search as for {@link #commits}
   * @param done gets its rows on the owner thread
   */
  public void open(PastCommit commit, String search, Consumer<HistoryRows> done) {
    tasks.look("Read a commit", monitor -> rows(commit, search, MOST_ROWS), done);
  }

  private HistoryRows rows(PastCommit commit, String search, int most) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<HistoryRow> rows = new ArrayList<>();
    long[] found = {0};
    inPortions(
        commit.token(),
        portion -> {
          Map<RowKey, Row> current = current(portion);
          for (CommittedChange committed : portion) {
            HistoryRow row =
                new HistoryRow(
                    committed,
                    product(committed, Optional.ofNullable(current.get(committed.row()))));
            if (wanted.isEmpty() || isAbout(row, wanted)) {
              found[0]++;
              if (rows.size() < most) {
                rows.add(row);
              }
            }
          }
        });
    return new HistoryRows(commit, rows, found[0]);
  }

  /**
   * Makes the changes pending that undo a commit, as one step that can itself be undone. They are
   * committed like any other change.
   *
   * @param wanted selects the rows to be undone
   * @param done gets the report on the owner thread
   */
  public void undo(
      PastCommit commit, Predicate<CommittedChange> wanted, Consumer<UndoReport> done) {
    queue.step(
        "Undo commit",
        turn ->
            proposals.proposeInBackground(
                turn,
                "Undo a commit",
                (basis, monitor) -> inverse(commit, wanted, basis, monitor),
                done));
  }

  private Proposal<UndoReport> inverse(
      PastCommit commit, Predicate<CommittedChange> wanted, Basis basis, WorkMonitor monitor) {
    CommitInverse inverse = new CommitInverse(schema, newKeys);
    List<RowChange> inverses = new ArrayList<>();
    int[] nothing = {0};
    monitor.begin("Undo a commit", WorkMonitor.UNKNOWN);
    inPortions(
        commit.token(),
        portion -> {
          List<CommittedChange> chosen = portion.stream().filter(wanted).toList();
          Map<RowKey, Row> current = current(chosen);
          chosen.forEach(committed ->
              inverse
                  .of(committed, current.get(committed.row()))
                  .ifPresentOrElse(inverses::add, () -> nothing[0]++));
          monitor.step(portion.size());
        });
    int conflicting = (int) inverses.stream().filter(RowChange::isInConflict).count();
    return new Proposal<>(
        basis.pending().merged("Undo commit", inverses, Map.of()),
        new UndoReport(inverses.size(), conflicting, nothing[0]));
  }

  /**
   * Forgets commits that are beyond the limits.
   *
   * @param done gets the number of commits on the owner thread
   */
  public void prune(HistoryLimits limits, Instant now, Consumer<Integer> done) {
    tasks.write("Shorten the history", monitor -> history.prune(limits, now), done, () -> {});
  }

  private void inPortions(String token, Consumer<List<CommittedChange>> consumer) {
    List<CommittedChange> portion = new ArrayList<>(PORTION);
    history.forEach(
        token,
        committed -> {
          portion.add(committed);
          if (portion.size() == PORTION) {
            consumer.accept(List.copyOf(portion));
            portion.clear();
          }
        });
    consumer.accept(List.copyOf(portion));
  }

  private Map<RowKey, Row> current(Collection<CommittedChange> committed) {
    return reader.byKey(committed.stream().map(CommittedChange::row).toList());
  }

  private String product(CommittedChange committed, Optional<Row> current) {
    RowChange change = committed.change();
    RowValues now = current.map(Row::values).orElse(RowValues.EMPTY);
    return RowName.brief(
            schema,
            column ->
                Stream.of(change.before(), change.after(), now)
                    .filter(values -> values.has(column))
                    .findFirst()
                    .map(values -> CellText.plain(column, values.get(column)))
                    .orElse(""))
        .orElse("");
  }

  private static boolean isAbout(HistoryRow row, String wanted) {
    RowChange change = row.committed().change();
    return row.product().toLowerCase(Locale.ROOT).contains(wanted)
        || holds(change.after(), wanted)
        || holds(change.before(), wanted);
  }

  private static boolean holds(RowValues values, String wanted) {
    return values.columns().asList().stream()
        .anyMatch(column ->
            CellText.plain(column, values.get(column)).toLowerCase(Locale.ROOT).contains(wanted));
  }
}
