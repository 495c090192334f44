package app.pallet.benchmark;

import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.search.SearchTexts;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures how a table with whole numbers for keys is read, next to the same rows with texts for
 * keys, with and without row numbers. The tables are such as other programs make.
 */
public final class KeyBenchmark implements Work<List<KeyBenchmark.Figures>> {

  private static final int PAGE = 200;
  private static final int JUMPS = 200;

  private final int rows;
  private final int rounds;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param rows of each table
   * @param rounds of which each figure is the median
   * @param folder where the scratch files go
   */
  public KeyBenchmark(int rows, int rounds, Path folder) {
    this.rows = rows;
    this.rounds = rounds;
    this.folder = folder;
  }

  /**
   * What a table costs, in milliseconds, medians.
   *
   * @param keys what its keys are
   * @param first the first time that all keys are taken
   * @param all all keys again
   * @param sort all keys in the order of another column
   * @param natural the same with numbers in texts compared by what they are worth
   * @param search a text that few rows have, through the table
   * @param texts the same in the texts that are kept; below zero where none are
   * @param jump a page of rows somewhere
   * @param megabytes of heap that stay in use for the keys
   */
  public record Figures(
      String keys,
      double first,
      double all,
      double sort,
      double natural,
      double search,
      double texts,
      double jump,
      double megabytes) {}

  @Override
  public List<Figures> run(WorkMonitor monitor) throws SQLException, IOException {
    List<Figures> figures = new ArrayList<>();
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      figures.add(table(scratch, "whole numbers", "id INTEGER PRIMARY KEY, sku TEXT", ""));
      figures.add(table(scratch, "texts", "id INTEGER, sku TEXT NOT NULL PRIMARY KEY", ""));
      figures.add(
          table(
              scratch,
              "texts, no row numbers",
              "id INTEGER, sku TEXT NOT NULL PRIMARY KEY",
              "WITHOUT ROWID"));
    }
    return figures;
  }

  private Figures table(ScratchFolder scratch, String keys, String columns, String kind)
      throws SQLException {
    Path file = scratch.newFile();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (%s, name TEXT, brand TEXT, price NUMERIC, stock INTEGER) %s"
              .formatted(columns, kind));
      // Article numbers in an order of their own, as in a table that has grown for years.
      statement.execute(
          """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO t SELECT i, printf('ART-%%08d', i * 7919 %% 99999989),
            'Product ' || (i * 31 %% 1000003) || ' of many', 'Brand ' || i %% 50, i / 100.0, i %% 900
          FROM n
          """
              .formatted(rows));
    }
    long before = used();
    try (CatalogueDatabase database =
            CatalogueDatabase.openTable(file, "t", ConnectionSettings.DEFAULT);
        SearchTexts texts = new SearchTexts(database)) {
      RowReader reader = new RowReader(database);
      KeySnapshot[] held = new KeySnapshot[1];
      double first = millis(() -> held[0] = reader.keys(RowQuery.ALL));
      double megabytes = (used() - before) / 1e6;
      RowQuery sorted =
          RowQuery.ALL.sortedBy(
              Optional.of(
                  new SortOrder(database.schema().require("name"), SortOrder.Direction.ASCENDING)));
      RowQuery few = RowQuery.ALL.searching("\"Product 77777\"");
      double all = median(() -> reader.keys(RowQuery.ALL));
      double sort = median(() -> reader.keys(sorted));
      RowQuery naturally = sorted.sortedBy(sorted.sort().map(by -> by.natural(column -> true)));
      double natural = median(() -> reader.keys(naturally));
      double search = median(() -> reader.keys(few, Optional.empty()));
      boolean kept = texts.freshen(WorkMonitor.NONE);
      double inTexts = kept ? median(() -> reader.keys(few, Optional.of(texts))) : -1;
      Random random = new Random(1);
      double jump =
          median(() -> {
            for (int i = 0; i < JUMPS; i++) {
              int from = random.nextInt(Math.max(1, rows - PAGE));
              reader.read(held[0].ids(from, Math.min(rows, from + PAGE)));
            }
          })
              / JUMPS;
      return new Figures(keys, first, all, sort, natural, search, inTexts, jump, megabytes);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private double median(Runnable task) {
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      millis[i] = millis(task);
    }
    Arrays.sort(millis);
    return millis[rounds / 2];
  }

  private static double millis(Runnable task) {
    long began = System.nanoTime();
    task.run();
    return (System.nanoTime() - began) / 1e6;
  }
}
