package app.pallet.commit.ledger;

import app.pallet.benchmark.HotRows;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
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
import org.openjdk.jmh.annotations.Warmup;

/** What a commit's rows cost in the ledger; microseconds a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerPieces {

  private static final int ROWS = 10_000;

  private final Map<RowKey.New, RowKey.Stored> ids = new HashMap<>();
  private List<RowChange> adds = List.of();
  private List<RowChange> edits = List.of();

  @Setup
  public void prepare() {
    TableSchema schema = ProductSchema.create();
    adds = HotRows.adds(schema, ROWS);
    edits = HotRows.edits(schema, ROWS);
    adds.forEach(add -> ids.put((RowKey.New) add.key(), new RowKey.Id(1L + ids.size())));
  }

  /** An added row in the ledger. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public byte[] ledgerOfAdd() {
    return LedgerContent.encode(adds, ids);
  }

  /** An edited row in the ledger. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public byte[] ledgerOfEdit() {
    return LedgerContent.encode(edits, ids);
  }
}
