package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.benchmark.SearchResult.Adds;
import app.pallet.benchmark.SearchResult.Making;
import app.pallet.benchmark.SearchResult.Word;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.search.SearchTexts;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Measures a search through the table next to one in the texts that Pallet keeps and one in a
 * full-text index, in a scratch catalogue; and what adds cost with and without.
 */
public final class SearchBenchmark implements Work<SearchResult> {

  /** Nowhere; once or a few times; in one of six; everywhere; and two letters. */
  private static final List<String> WORDS =
      List.of("zzzq", "edition 7777", "Garden/", "beech", "GRÖẞE", "te");

  private static final int PART = 100_000;
  private static final int MOST_ADDS = 50_000;

  private final int rows;
  private final int batchSize;
  private final int rounds;
  private final ConnectionSettings settings;
  private final Path folder;
  private final TableSchema schema = ProductSchema.create();

  /**
   * Prepares a benchmark.
   *
   * @param rows products in the catalogue, at least 1; Pallet keeps no texts of fewer than 200,000
   * @param folder where the scratch files go
   */
  public SearchBenchmark(
      int rows, int batchSize, int rounds, ConnectionSettings settings, Path folder) {
    if (rows < 1 || rounds < 1) {
      throw new IllegalArgumentException("Can't search " + rows + " rows " + rounds + " times");
    }
    this.rows = rows;
    this.batchSize = batchSize;
    this.rounds = rounds;
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the step that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws SQLException if SQLite fails
   * @throws IOException if a file can't be written
   */
  @Override
  public SearchResult run(WorkMonitor monitor) throws SQLException, IOException {
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      monitor.begin("Making a catalogue", rows);
      Path plain = catalogue(scratch, monitor);
      step(monitor, "Making the full-text index");
      Path indexed = scratch.copyOf(plain);
      try (TrigramIndex trigrams = new TrigramIndex(indexed, schema);
          CatalogueDatabase database = CatalogueDatabase.open(plain, settings).warmUp();
          SearchTexts texts = new SearchTexts(database)) {
        double megabytes = Files.size(indexed) / 1e6;
        double made = millis(() -> trigrams.make());
        Making ofTrigrams = new Making(made, Files.size(indexed) / 1e6 - megabytes);
        step(monitor, "Searching");
        double taken = millis(() -> texts.freshen(WorkMonitor.NONE));
        Making ofTexts = new Making(taken, texts.bytes() / 1e6);
        List<Word> words = new ArrayList<>();
        for (String word : WORDS) {
          words.add(search(word, new RowReader(database), texts, trigrams));
          step(monitor, "Searching");
        }
        Adds byPallet = adds(database, texts);
        Adds byJdbc = adds(plain, indexed, trigrams);
        return new SearchResult(
            rows,
            Runtime.getRuntime().availableProcessors(),
            rounds,
            ofTexts,
            ofTrigrams,
            words,
            List.of(byPallet, byJdbc));
      }
    }
  }

  private static void step(WorkMonitor monitor, String name) {
    if (monitor.isCancelled()) {
      throw new CancellationException("The benchmark was cancelled");
    }
    monitor.message(name);
  }

  private Path catalogue(ScratchFolder scratch, WorkMonitor monitor) throws SQLException {
    Path file = scratch.newFile();
    CatalogueDatabase.create(file, schema, settings).close();
    for (int from = 0; from < rows; from += PART) {
      step(monitor, "Adding products");
      int to = Math.min(rows, from + PART);
      PlainJdbc.of(schema, products(from, to)).run(file, settings);
      monitor.worked(to - from);
    }
    return file;
  }

  private List<RowChange> products(int from, int to) {
    return new BenchmarkRows(schema, from, IntStream.range(from, to).boxed().toList()).adds();
  }

  private Word search(String word, RowReader reader, SearchTexts texts, TrigramIndex trigrams)
      throws SQLException, IOException {
    RowQuery query = new RowQuery(word, Optional.empty());
    int found = reader.keys(query, Optional.of(texts)).size();
    Optional<Integer> foundByTrigrams = trigrams.count(word);
    double[] scanned = new double[rounds];
    double[] kept = new double[rounds];
    double[] indexed = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      scanned[round] = millis(() -> reader.keys(query, Optional.empty()));
      kept[round] = millis(() -> reader.keys(query, Optional.of(texts)));
      indexed[round] = millis(() -> trigrams.count(word));
    }
    return new Word(
        word,
        found,
        Spread.of(scanned).median(),
        Spread.of(kept).median(),
        foundByTrigrams.map(some -> Spread.of(indexed).median()));
  }

  private Adds adds(CatalogueDatabase database, SearchTexts texts) {
    int count = Math.min(rows, MOST_ADDS);
    CommitPlan plan = new CommitPlan(CommitMode.BATCH, batchSize, TransactionScope.PER_BATCH);
    TimedCommit.run(database, products(rows, rows + count), plan);
    double without =
        TimedCommit.run(database, products(rows + count, rows + 2 * count), plan) / 1e3;
    texts.freshen(WorkMonitor.NONE);
    double with =
        TimedCommit.run(database, products(rows + 2 * count, rows + 3 * count), plan) / 1e3;
    return new Adds("Pallet, batch", count, without / count, with / count);
  }

  private Adds adds(Path plain, Path indexed, TrigramIndex trigrams) throws SQLException {
    int count = Math.min(rows, MOST_ADDS);
    trigrams.keepUp();
    int next = rows + 3 * count;
    PlainJdbc work = PlainJdbc.of(schema, products(next, next + count));
    double without = work.run(plain, settings) / 1e3;
    double with = work.run(indexed, settings) / 1e3;
    return new Adds("plain JDBC", count, without / count, with / count);
  }

  private interface Step {
    void run() throws SQLException, IOException;
  }

  private static double millis(Step step) throws SQLException, IOException {
    long began = System.nanoTime();
    step.run();
    return (System.nanoTime() - began) / 1e6;
  }
}
