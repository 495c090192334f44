package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Measurement;
import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Measures adds and edits in a table of another program, whose key is a text, next to a plain JDBC
 * batch of 1,000 in one transaction on a file of its own. Both begin with the same empty file in
 * SQLite's default journal mode; they take turns in who is first.
 */
public final class ForeignBenchmark implements Work<BenchmarkResult> {

  private static final String TABLE = "goods";
  private static final String YARDSTICK = "jdbc-batch";
  private static final int BATCH = 1_000;

  private static final String MAKE =
      """
      CREATE TABLE goods (
        code TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        brand VARCHAR(40),
        price NUMERIC,
        quantity INTEGER NOT NULL)
      """;

  private final BenchmarkOptions options;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param options rows to add and to edit, batch size and rounds
   * @param folder where the scratch files go; its disk is what is measured
   */
  public ForeignBenchmark(BenchmarkOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** One work in one mode, in all rounds. */
  private record Times(List<Double> seconds, List<Double> ratios) {}

  /**
   * Measures; a cancel is seen after the round that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws SQLException if plain JDBC fails
   */
  @Override
  public BenchmarkResult run(WorkMonitor monitor) throws SQLException {
    Map<List<String>, Times> times = new LinkedHashMap<>();
    int rounds = options.warmUps() + options.rounds();
    monitor.begin("Measuring", rounds);
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path empty = scratch.newFile();
      try (Connection connection = connect(empty);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(MAKE);
      }
      for (int round = 0; round < rounds; round++) {
        if (monitor.isCancelled()) {
          throw new CancellationException("The benchmark was cancelled");
        }
        if (round == options.warmUps()) {
          times.clear();
        }
        measure(scratch.copyOf(empty), scratch.copyOf(empty), round % 2 == 0, times);
        monitor.worked(1);
      }
    }
    List<Measurement> results = new ArrayList<>();
    times.forEach((name, each) ->
        results.add(
            new Measurement(
                name.getFirst(),
                name.getLast(),
                options.rows(),
                spread(each.seconds()),
                spread(each.ratios()))));
    return new BenchmarkResult(
        options.rows(),
        options.batchSize(),
        "DELETE",
        options.settings().synchronous().name(),
        results);
  }

  private static Spread spread(List<Double> figures) {
    return Spread.of(figures.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void measure(
      Path plain, Path pallet, boolean isPlainFirst, Map<List<String>, Times> times)
      throws SQLException {
    try (CatalogueDatabase database =
        CatalogueDatabase.openTable(pallet, TABLE, options.settings()).warmUp()) {
      List<RowChange> adds = adds(database.schema());
      List<RowChange> edits = edits(database.schema());
      CommitPlan plan =
          new CommitPlan(CommitMode.BATCH, options.batchSize(), TransactionScope.PER_BATCH);
      for (String work : List.of("add", "edit")) {
        double yardstick = isPlainFirst ? plain(plain, work) : 0;
        double seconds = TimedCommit.run(database, work.equals("add") ? adds : edits, plan) / 1e9;
        yardstick = isPlainFirst ? yardstick : plain(plain, work);
        note(times, work, YARDSTICK, yardstick, 1);
        note(times, work, "batch", seconds, seconds / yardstick);
      }
    }
  }

  private static void note(
      Map<List<String>, Times> times, String work, String mode, double seconds, double ratio) {
    Times each =
        times.computeIfAbsent(
            List.of(work, mode), name -> new Times(new ArrayList<>(), new ArrayList<>()));
    each.seconds().add(seconds);
    each.ratios().add(ratio);
  }

  /** Keys in no order, as those of products mostly are. */
  private String code(int row) {
    return "ART-%08d".formatted((int) (row * 2_147_483_629L % options.rows()));
  }

  private List<RowChange> adds(TableSchema schema) {
    ColumnSet columns = ColumnSet.of(schema.columns());
    return IntStream.range(0, options.rows())
        .<RowChange>mapToObj(row ->
            new RowChange.Add(
                new RowKey.New(row + 1L),
                RowValues.of(
                    columns,
                    new Object[] {
                      code(row), "Folding rule, beech, edition " + row, "Acme", price(row), 5L
                    }),
                RowOrigin.TYPED,
                List.of()))
        .toList();
  }

  private List<RowChange> edits(TableSchema schema) {
    ColumnSet columns = ColumnSet.of(schema.require("price"), schema.require("quantity"));
    return IntStream.range(0, options.rows())
        .<RowChange>mapToObj(row ->
            new RowChange.Edit(
                RowKey.Parts.of(code(row)),
                RowValues.of(columns, new Object[] {price(row), 5L}),
                RowValues.of(columns, new Object[] {price(row).add(BigDecimal.ONE), 6L}),
                RowStamp.Seen.BY_VALUES,
                List.of()))
        .toList();
  }

  private static BigDecimal price(int row) {
    return BigDecimal.valueOf(row % 100_000 + 95, 2);
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** What somebody would write by hand; it checks the old values, as Pallet does. */
  private double plain(Path file, String work) throws SQLException {
    boolean adds = work.equals("add");
    String sql =
        adds
            ? "INSERT INTO goods VALUES (?, ?, ?, ?, ?)"
            : "UPDATE goods SET price = ?, quantity = ? WHERE code = ? AND price = ? AND quantity = ?";
    List<Object[]> rows =
        IntStream.range(0, options.rows()).mapToObj(row -> parameters(row, adds)).toList();
    try (Connection connection = connect(file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA synchronous = " + options.settings().synchronous().name());
      }
      long began = System.nanoTime();
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int row = 0; row < rows.size(); row++) {
          Object[] values = rows.get(row);
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
          statement.addBatch();
          if (row % BATCH == BATCH - 1) {
            check(statement.executeBatch());
          }
        }
        check(statement.executeBatch());
      }
      connection.commit();
      return (System.nanoTime() - began) / 1e9;
    }
  }

  private Object[] parameters(int row, boolean adds) {
    double price = price(row).doubleValue();
    double more = price(row).add(BigDecimal.ONE).doubleValue();
    return adds
        ? new Object[] {code(row), "Folding rule, beech, edition " + row, "Acme", price, 5L}
        : new Object[] {more, 6L, code(row), price, 5L};
  }

  private static void check(int[] counts) throws SQLException {
    for (int count : counts) {
      if (count != 1) {
        throw new SQLException("A row of the benchmark matched " + count + " rows");
      }
    }
  }
}
