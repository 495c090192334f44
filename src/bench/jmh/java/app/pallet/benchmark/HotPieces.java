package app.pallet.benchmark;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.infra.Blackhole;

/** What a paste and a scroll are made of; microseconds a row, a cell or a key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // @Setup runs first
public class HotPieces {

  private static final int ROWS = 10_000;
  private static final int CELLS = 4;

  private final TableSchema schema = ProductSchema.create();
  private final Column price = schema.require("price");
  private final Column quantity = schema.require("quantity");
  private final Column active = schema.require("active");
  private final Column day = schema.require("available_from");
  private String pasted = "";
  private List<RowChange> edits = List.of();
  private List<RowChange> others = List.of();
  private Path file;
  private CatalogueDatabase database;
  private RowReader reader;

  @Setup
  public void prepare() throws IOException, SQLException {
    pasted =
        IntStream.range(0, ROWS)
            .mapToObj(i ->
                "SKU-%05d\tFolding rule, \"beech\" %d\t1,299.%02d\t%d\tyes\n"
                    .formatted(i, i, i % 100, i % 977))
            .collect(Collectors.joining());
    BenchmarkRows rows = new BenchmarkRows(schema, ROWS);
    edits = rows.edits(ROWS);
    others = edits.reversed();
    file = Files.createTempDirectory("pallet-jmh").resolve("jmh.pallet");
    CatalogueDatabase.create(file, schema, ConnectionSettings.DEFAULT).close();
    PlainJdbc.of(schema, rows.adds()).run(file, ConnectionSettings.DEFAULT);
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
    reader = new RowReader(database);
  }

  @TearDown
  public void clean() throws IOException {
    database.close();
    Files.delete(file);
    Files.delete(file.getParent());
  }

  /** A row of five cells out of the text of a clipboard. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public List<TextRow> clipboardRow() {
    return ClipboardText.parse(pasted);
  }

  /** A cell: money, a whole number, yes or no, a day. */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public List<CellReading> parsedCell() {
    return Arrays.asList(
        CellParser.parse(price, "1,299.95", CellFormat.PLAIN),
        CellParser.parse(quantity, "240", CellFormat.PLAIN),
        CellParser.parse(active, "yes", CellFormat.PLAIN),
        CellParser.parse(day, "2026-11-24", CellFormat.PLAIN));
  }

  /** An edit that is recorded, and merged with another of the same cells. */
  @Benchmark
  @OperationsPerInvocation(ROWS * 2)
  public ChangeSet mergedEdit() {
    ChangeSet pending = new ChangeSet(schema);
    pending.record("Paste", edits);
    pending.record("Paste again", others);
    return pending;
  }

  /** A key of the snapshot of a whole table. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public KeySnapshot snapshotKey() {
    return reader.keys(RowQuery.ALL);
  }

  /** A row of a page of 200. */
  @Benchmark
  @OperationsPerInvocation(200)
  public void pageRow(Blackhole hole) {
    hole.consume(reader.read(IntStream.range(ROWS - 199, ROWS + 1).asLongStream().toArray()));
  }
}
