package app.pallet.ui;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.comparison.BatchSizes;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.commit.CommitViewModel;
import app.pallet.ui.log.LogInbox;
import app.pallet.ui.log.LogLine.Level;
import app.pallet.ui.log.LogViewModel;
import app.pallet.ui.log.RateBar;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.SampledMonitor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A window's view model in the middle of work, without a workspace behind it. */
public final class EditorSample {
  static final TableSchema SCHEMA = ProductSchema.create();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T14:31:07.204Z"), ZoneId.of("UTC"));

  private EditorSample() {}

  /** A window that was just opened. */
  public static EditorViewModel empty() {
    return new EditorViewModel(
        new CommitViewModel(CommitPlan.DEFAULT),
        new ChangesViewModel(ChangesViewModel.LIMIT),
        new LogViewModel(new LogInbox(CLOCK, 1_000), 1_000));
  }

  /** A window with rows, pending changes, problems, a log and measured modes. */
  public static EditorViewModel busy() {
    EditorViewModel editor = empty();
    editor.catalogueProperty().set("Example catalogue");
    editor.status().rowsProperty().set(48_210);
    editor.status().shownProperty().set(48_210);
    editor.status().selectionProperty().set("12 cells · sum 184.40 · average 15.37");
    editor.rowsSelectedProperty().set(true);
    editor.undoLabelProperty().set("Paste 1,204 rows");
    ChangeSet pending = pending();
    editor.changes().refresh(SCHEMA, pending, EditorSample::title);
    editor.commit().show(pending.counts());
    log(editor.log().inbox());
    editor
        .rates()
        .setAll(
            new RateBar("Batch", 61_204, 204, "10,000 rows in 163 ms"),
            new RateBar("Add all", 24_870, 83, "10,000 rows in 402 ms"),
            new RateBar("One by one", 300, 1, "300 rows in 1.0 s"));
    editor.rateRemarkProperty().set("measured 14:31 on 10,000 of your rows");
    editor
        .batchSizesProperty()
        .set(
            new BatchSizes(
                List.of(
                    pace(100, 21_800),
                    pace(500, 47_200),
                    pace(1_000, 58_900),
                    pace(5_000, 61_204),
                    pace(20_000, 60_100))));
    editor.tick();
    return editor;
  }

  /** A commit that has lasted for some time, which does not go on. */
  static SampledMonitor working(long done, long total, Duration elapsed) {
    AtomicLong nanos = new AtomicLong();
    SampledMonitor monitor = new SampledMonitor(nanos::get);
    monitor.begin("Committing", total);
    monitor.worked(done);
    nanos.set(elapsed.toNanos());
    return monitor;
  }

  private static BatchSizes.Rate pace(int size, int rowsPerSecond) {
    return new BatchSizes.Rate(size, rowsPerSecond, 1_000_000_000);
  }

  static ChangeSet pending() {
    ChangeSet changes = new ChangeSet(SCHEMA);
    RowOrigin clipboard = new RowOrigin("clipboard", 14);
    changes.record(
        "Edit",
        List.of(
            edit(17, "price", new BigDecimal("12.9000"), new BigDecimal("14.9000")),
            edit(17, "name", "Mug, blue", "Mug, cobalt blue, 350 ml, dishwasher proof"),
            edit(18, "description", null, "Hand-made stoneware"),
            edit(18, "quantity", 40L, 0L),
            new RowChange.Delete(
                new RowKey.Id(4711), RowValues.EMPTY, RowStamp.Counted.of(3), List.of()),
            add(changes, "MUG-RED", "Mug, red", "9.90", clipboard),
            add(changes, "MUG-GREEN", "Mug, green", "9.90", clipboard)));
    Column price = SCHEMA.require("price");
    changes.record(
        "Paste",
        List.of(
            new RowChange.Edit(
                new RowKey.Id(23),
                RowValues.EMPTY,
                RowValues.EMPTY,
                RowStamp.Counted.of(1),
                List.of(
                    new RowProblem(
                        clipboard,
                        price.name(),
                        "12,9x",
                        "Not an amount",
                        "a number such as 1299.00 or 1.299,00",
                        RowProblem.Severity.ERROR))),
            new RowChange.Edit(
                new RowKey.Id(24),
                RowValues.EMPTY,
                RowValues.of(SCHEMA.require("sku"), "4711"),
                RowStamp.Counted.of(1),
                List.of(
                    new RowProblem(
                        RowOrigin.TYPED,
                        "sku",
                        "4711",
                        "SKU 4711 is already taken",
                        "",
                        RowProblem.Severity.REFUSED)))));
    return changes;
  }

  static String title(RowChange change) {
    if (change instanceof RowChange.Add add) {
      return String.valueOf(add.after().get(SCHEMA.match()));
    }
    return change.key() instanceof RowKey.Stored row ? "SKU-00" + row.id() : "New row";
  }

  private static RowChange edit(long id, String column, @Nullable Object before, Object after) {
    Column changed = SCHEMA.require(column);
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(changed, before),
        RowValues.of(changed, after),
        RowStamp.Counted.of(1),
        List.of());
  }

  private static RowChange add(
      ChangeSet changes, String sku, String name, String price, RowOrigin origin) {
    RowValues values =
        RowValues.of(SCHEMA.match(), sku)
            .with(SCHEMA.require("name"), name)
            .with(SCHEMA.require("price"), new BigDecimal(price).setScale(4));
    return new RowChange.Add(changes.nextKey(), values, origin, List.of());
  }

  private static void log(LogInbox inbox) {
    inbox.add(Level.INFO, "Opened Example catalogue: 48,210 rows, journal WAL, synchronous NORMAL");
    inbox.add(Level.INFO, "Commit of 10,000 changes: batch, 5,000 rows, each batch a transaction");
    inbox.add(Level.STEP, "batch 1   5,000 rows   84 ms   59,524 rows/s");
    inbox.add(Level.STEP, "batch 2   5,000 rows   79 ms   63,291 rows/s");
    inbox.add(Level.WARNING, "1 row was refused: SKU 4711 is already taken");
    inbox.add(
        Level.SUCCESS,
        "Committed 9,999 of 10,000 rows in 163 ms, 61,204 rows/s: 204x as fast as one by one");
    inbox.add(Level.ERROR, "Import of prices.csv failed: the file can't be read");
  }
}
