package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.benchmark.DraftBenchmarkResult.Measurement;
import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.PreparedChanges;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableId;
import app.pallet.schema.TableSchema;
import app.pallet.work.DirectRunner;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.pending.RestoreReport;
import app.pallet.workspace.turns.WorkspaceListener;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Measures what it costs that all that is pending is on disk, and how soon it is back. */
public final class DraftBenchmark implements Work<DraftBenchmarkResult> {

  private static final Duration PATIENT = Duration.ofHours(1);
  private static final int EDITS_A_ROUND = 200;
  private static final List<String> COLUMNS =
      List.of("name", "description", "brand", "price", "quantity");

  private final int rows;
  private final int warmUps;
  private final int rounds;
  private final Path folder;
  private final Map<String, List<Double>> millis = new LinkedHashMap<>();
  private long bytes;

  /**
   * Prepares a benchmark.
   *
   * @param rows products of the catalogue, all of which are changed at once
   * @param warmUps rounds before those that count
   * @param folder where the scratch files go, drafts included
   */
  public DraftBenchmark(int rows, int warmUps, int rounds, Path folder) {
    if (rows < 1 || warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException(
          "Can't measure %d rows in %d rounds".formatted(rows, rounds));
    }
    this.rows = rows;
    this.warmUps = warmUps;
    this.rounds = rounds;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the round that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws IOException if a scratch file can't be written or read
   */
  @Override
  public DraftBenchmarkResult run(WorkMonitor monitor) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      monitor.begin("Making products", WorkMonitor.UNKNOWN);
      Path catalogue = scratch.newFile();
      List<RowChange> changes = new ArrayList<>();
      try (CatalogueDatabase database = ExampleCatalogue.create(catalogue, rows, monitor)) {
        new RowReader(database)
            .forEach(RowQuery.ALL, row -> changes.add(edit(row, database.schema())));
      }
      monitor.begin("Measuring", warmUps + rounds);
      for (int round = 0; round < warmUps + rounds; round++) {
        if (monitor.isCancelled()) {
          throw new CancellationException("The benchmark was cancelled");
        }
        if (round == warmUps) {
          millis.clear();
        }
        Path drafts = scratch.newFile();
        measureEdits(drafts, catalogue, changes);
        measureFill(drafts, catalogue, changes);
        measurePaste(drafts, catalogue, changes);
        measureRestore(drafts, catalogue);
        delete(drafts);
        monitor.worked(1);
      }
      List<Measurement> results = new ArrayList<>();
      millis.forEach((work, times) ->
          results.add(
              new Measurement(
                  work,
                  times.size(),
                  Spread.of(times.stream().mapToDouble(Double::doubleValue).toArray()))));
      return new DraftBenchmarkResult(rows, COLUMNS.size(), bytes, results);
    }
  }

  private static RowChange edit(Row row, TableSchema schema) {
    ColumnSet columns = ColumnSet.of(COLUMNS.stream().map(schema::require).toList());
    RowValues after =
        RowValues.of(
            columns,
            new Object[] {
              "Renamed product " + row.id(),
              "A longer text that says what product " + row.id() + " is made of",
              "Brand " + row.id() % 50,
              BigDecimal.valueOf(row.id() * 10_000 + 95_00, 4),
              row.id() % 1_000 + 1
            });
    return new RowChange.Edit(
        row.key(), row.values().only(after::has), after, row.stamp(), List.of());
  }

  private void measureEdits(Path drafts, Path catalogue, List<RowChange> changes) {
    DraftSession session =
        new DraftFolder(drafts).begin(tableOf(catalogue), Runnable::run, PATIENT);
    ChangeSet pending = pending(catalogue, session);
    for (RowChange change : changes.subList(0, Math.min(EDITS_A_ROUND, changes.size()))) {
      time("edit", () -> pending.record("Edit", List.of(change)));
    }
    session.end(DraftSession.Ending.DISCARD);
  }

  private void measureFill(Path drafts, Path catalogue, List<RowChange> changes) {
    DraftSession session =
        new DraftFolder(drafts).begin(tableOf(catalogue), Runnable::run, DraftSession.PATIENCE);
    ChangeSet pending = pending(catalogue, session);
    time("fill", () -> pending.record("Fill", changes));
    session.end(DraftSession.Ending.DISCARD);
  }

  private void measurePaste(Path drafts, Path catalogue, List<RowChange> changes)
      throws IOException {
    DraftSession session =
        new DraftFolder(drafts).begin(tableOf(catalogue), Runnable::run, PATIENT);
    ChangeSet pending = pending(catalogue, session);
    PreparedChanges prepared = pending.snapshot().merged("Paste", changes, Map.of());
    time("prepare", () -> session.prepare(prepared.action()));
    time("record", () -> pending.record(prepared));
    session.close();
    try (Stream<Path> files = Files.list(drafts)) {
      bytes = Files.size(files.findFirst().orElseThrow());
    }
  }

  private static TableId tableOf(Path catalogue) {
    return TableId.ofFile(catalogue, ProductSchema.create().table());
  }

  private static ChangeSet pending(Path catalogue, DraftSession session) {
    try (CatalogueDatabase database =
        CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT)) {
      ChangeSet pending = new ChangeSet(database.schema());
      pending.setJournal(session);
      return pending;
    }
  }

  private void measureRestore(Path drafts, Path catalogue) {
    CatalogueDatabase database = CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT);
    PendingWork work =
        PendingWork.draftedIn(new DraftFolder(drafts), database.tableId(), Runnable::run);
    try (Workspace workspace =
        new Workspace(
            database,
            new DirectRunner(),
            new DirectRunner(),
            CellFormat.PLAIN,
            new Failing(),
            work)) {
      List<RestoreReport> reports = new ArrayList<>();
      time(
          "restore",
          () -> workspace.draft().find(found -> workspace.draft().restore(found, reports::add)));
      RestoreReport report = reports.getFirst();
      if (report.counts().edits() != rows || report.conflicts() > 0) {
        throw new IllegalStateException("Restored " + report);
      }
    }
  }

  private void time(String work, Runnable what) {
    long began = System.nanoTime();
    what.run();
    millis.computeIfAbsent(work, w -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
  }

  private static void delete(Path drafts) throws IOException {
    try (Stream<Path> files = Files.list(drafts)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(drafts);
  }

  /** Nothing may fail in a benchmark. */
  private static final class Failing implements WorkspaceListener {
    @Override
    public void failed(String task, Throwable failure) {
      throw new IllegalStateException(task, failure);
    }
  }
}
