package app.pallet.benchmark;

import app.pallet.change.RowChange;
import app.pallet.schema.TableSchema;
import java.util.List;

/** The benchmark's rows for measurements in other packages. */
public final class HotRows {

  private HotRows() {}

  /** So many rows to be added. */
  public static List<RowChange> adds(TableSchema schema, int count) {
    return new BenchmarkRows(schema, count).adds();
  }

  /** So many rows to be changed. */
  public static List<RowChange> edits(TableSchema schema, int count) {
    return new BenchmarkRows(schema, count).edits(count);
  }
}
