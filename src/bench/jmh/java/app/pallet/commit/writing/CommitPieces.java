package app.pallet.commit.writing;

import app.pallet.benchmark.HotRows;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.order.WriteOrder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.SqliteDialect;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a commit does beside SQLite's own work; microseconds a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // @Setup runs first
public class CommitPieces {

  private static final int ROWS = 10_000;
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final TableSchema schema = ProductSchema.create();
  private final Map<RowKey.New, RowKey.Stored> ids = new HashMap<>();
  private List<RowChange> adds = List.of();
  private List<RowChange> edits = List.of();
  private Path file;
  private CatalogueDatabase database;
  private Connection connection;
  private RowStatement insert;
  private RowStatement update;
  private PreparedStatement inserts;
  private PreparedStatement updates;

  @Setup
  public void prepare() throws IOException, SQLException {
    adds = HotRows.adds(schema, ROWS);
    edits = HotRows.edits(schema, ROWS);
    adds.forEach(add -> ids.put((RowKey.New) add.key(), new RowKey.Id(1L + ids.size())));
    file = Files.createTempDirectory("pallet-jmh").resolve("jmh.pallet");
    database = CatalogueDatabase.create(file, schema, ConnectionSettings.DEFAULT);
    connection = database.writer().getConnection();
    RowStatements statements =
        new RowStatements(new SqliteDialect(), schema, new SqliteDialect().keys(schema));
    insert = statements.statementFor(adds.getFirst());
    update = statements.statementFor(edits.getFirst());
    inserts = connection.prepareStatement(insert.sql());
    updates = connection.prepareStatement(update.sql());
  }

  @TearDown
  public void clean() throws IOException, SQLException {
    connection.close();
    database.close();
    Files.delete(file);
    Files.delete(file.getParent());
  }

  /** An added row bound into a JDBC batch that is not sent. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void boundAdd() throws SQLException {
    bind(insert, inserts, adds);
  }

  /** An edited row bound into a JDBC batch that is not sent. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void boundEdit() throws SQLException {
    bind(update, updates, edits);
  }

  private void bind(RowStatement statement, PreparedStatement jdbc, List<RowChange> rows)
      throws SQLException {
    int open = 0;
    for (RowChange row : rows) {
      statement.bind(jdbc, row, ids, NOW);
      jdbc.addBatch();
      if (++open % GroupedRows.JDBC_BATCH == 0) {
        jdbc.clearBatch();
      }
    }
    jdbc.clearBatch();
  }

  /** An added row put into the order of its unique key. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public WriteOrder orderedAdd() {
    return WriteOrder.of(adds, schema);
  }
}
