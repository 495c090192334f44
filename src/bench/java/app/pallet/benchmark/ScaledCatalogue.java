package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.benchmark.ScaleResult.Cost;
import app.pallet.benchmark.ScaleResult.Size;
import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A catalogue that grows twice, by Pallet and by plain JDBC, with the clock running. */
final class ScaledCatalogue implements AutoCloseable {

  private static final int MOST_SPREAD = 100_000;
  private static final int PAGE = 200;
  private static final int READ_TIMES = 5;

  /** Spreads the SKUs over all of them; a prime larger than any catalogue. */
  private static final long STRIDE = 2_147_483_629L;

  private final TableSchema schema = ProductSchema.create();
  private final ConnectionSettings settings;
  private final CommitPlan plan;
  private final int size;
  private final Path jdbcFile;
  private final CatalogueDatabase database;
  private final RowReader reader;
  private long addNanos;
  private long jdbcAddNanos;
  private long editNanos;
  private long jdbcEditNanos;

  ScaledCatalogue(ScratchFolder scratch, int size, int batchSize, ConnectionSettings settings) {
    this.settings = settings;
    this.size = size;
    this.plan = new CommitPlan(CommitMode.BATCH, batchSize, TransactionScope.PER_BATCH);
    Path empty = scratch.newFile();
    CatalogueDatabase.create(empty, schema, settings).close();
    jdbcFile = scratch.copyOf(empty);
    database = CatalogueDatabase.open(scratch.copyOf(empty), settings).warmUp();
    reader = new RowReader(database);
  }

  /** Adds products from one place among all of them to another, to both. */
  void add(int from, int to) throws SQLException {
    List<Integer> numbers =
        IntStream.range(from, to).mapToObj(i -> (int) (i * STRIDE % size)).toList();
    List<RowChange> adds = new BenchmarkRows(schema, from, numbers).adds();
    addNanos += TimedCommit.run(database, adds, plan);
    jdbcAddNanos += PlainJdbc.of(schema, adds).run(jdbcFile, settings);
  }

  /** Edits products from one place in the table to another, in both, once all are in. */
  void edit(int from, int to) throws SQLException {
    List<RowChange> edits = edits(LongStream.range(from, to).map(i -> i + 1).toArray());
    editNanos += TimedCommit.run(database, edits, plan);
    jdbcEditNanos += PlainJdbc.of(schema, edits).run(jdbcFile, settings);
  }

  /** Measures spread edits and reading once all products are in and were edited. */
  Size finish() throws SQLException, IOException {
    Cost adds = Cost.of(size, addNanos, jdbcAddNanos);
    Cost edits = Cost.of(size, editNanos, jdbcEditNanos);
    int count = Math.min(size, MOST_SPREAD);
    List<RowChange> far =
        edits(LongStream.range(0, count).map(i -> 1 + i * size / count).toArray());
    Cost spread =
        Cost.of(
            far.size(),
            TimedCommit.run(database, far, plan),
            PlainJdbc.of(schema, far).run(jdbcFile, settings));
    double[] keys = new double[READ_TIMES];
    double[] pages = new double[READ_TIMES];
    for (int i = 0; i < READ_TIMES; i++) {
      long began = System.nanoTime();
      KeySnapshot snapshot = reader.keys(RowQuery.ALL);
      long read = System.nanoTime();
      long[] last = snapshot.ids(Math.max(0, size - PAGE), size);
      int rows = reader.read(last).size();
      pages[i] = (System.nanoTime() - read) / 1e6;
      keys[i] = (read - began) / 1e6;
      if (snapshot.size() != size || rows != last.length) {
        throw new IllegalStateException("Only " + snapshot.size() + " rows are in");
      }
    }
    database.checkpoint();
    double megabytes = Files.size(database.file()) / 1e6;
    return new Size(
        size,
        1,
        adds,
        edits,
        spread,
        Spread.of(keys).median(),
        Spread.of(pages).median(),
        megabytes);
  }

  private List<RowChange> edits(long[] ids) {
    return reader.read(ids).stream().map(this::edit).toList();
  }

  private RowChange edit(Row row) {
    ColumnSet edited = ColumnSet.of(schema.require("price"), schema.require("quantity"));
    RowValues before = row.values().only(edited::contains);
    BigDecimal price = (BigDecimal) Objects.requireNonNull(before.get(edited.get(0)));
    long quantity = (Long) Objects.requireNonNull(before.get(edited.get(1)));
    RowValues after = RowValues.of(edited, new Object[] {price.add(BigDecimal.ONE), quantity + 1});
    return new RowChange.Edit(row.key(), before, after, row.stamp(), List.of());
  }

  @Override
  public void close() {
    database.close();
  }
}
