package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.RowHandles;
import app.pallet.rows.NumberTotals;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowSource;
import app.pallet.rows.RowTotals;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.schema.Column;
import app.pallet.work.Latest;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the numbers of selected cells in the background, however many there are. The database
 * adds up the rows for which nothing is pending, and the pending rows are added. The newest request
 * wins. Owner thread. The work runs on a thread of its own, so that nothing waits for it.
 */
public final class SelectionTotals implements AutoCloseable {

  /** What is known about the keys. It shows whether rows can be named without listing them. */
  private enum Order {
    /** All rows of the catalogue, in the order of their ids, which are their handles. */
    IDS,
    /** All rows of the catalogue. */
    ALL,
    /** Some rows. */
    SOME
  }

  private static final String ADD_UP = "Add up selected cells";

  private final CatalogueDatabase database;
  private final WorkRunner runner;
  private final RowSource rows;
  private final RowView view;
  private final RowReader reader;
  private final ChangeSet changes;
  private final BiConsumer<String, Throwable> failed;
  private final Latest latest = new Latest();
  private Optional<RowTotals> running = Optional.empty();

  /**
   * Totals over a workspace's rows.
   *
   * @param runner work runs beside it
   * @param failed hears what could not be done, and why
   */
  public SelectionTotals(
      CatalogueDatabase database,
      WorkRunner runner,
      RowSource rows,
      RowView view,
      ChangeSet changes,
      BiConsumer<String, Throwable> failed) {
    this.failed = failed;
    this.database = database;
    this.runner = runner.beside("pallet-totals");
    this.rows = rows;
    this.view = view;
    this.reader = new RowReader(database);
    this.changes = changes;
  }

  /**
   * Adds up all numbers in some blocks of the view as it is now.
   *
   * @param done gets the totals, unless there is a newer request or they can't be read
   */
  public void add(List<CellBlock> blocks, Consumer<NumberTotals> done) {
    stop();
    RowTotals mine = new RowTotals(database);
    running = Optional.of(mine);
    KeySnapshot keys = rows.keys();
    Order order = order();
    NumberTotals added =
        blocks.stream().map(this::added).reduce(NumberTotals.NONE, NumberTotals::plus);
    Map<Long, RowChange> pending = pending();
    latest.start(
        runner,
        ADD_UP,
        monitor -> {
          NumberTotals sum = added;
          for (CellBlock block : blocks) {
            sum = sum.plus(stored(block, keys, order, pending, mine));
          }
          return sum;
        },
        WorkListener.of(done, failure -> failed.accept(ADD_UP, failure)));
  }

  /** Stops adding up. Nobody hears of it. */
  public void stop() {
    latest.drop();
    running.ifPresent(RowTotals::stop);
    running = Optional.empty();
  }

  @Override
  public void close() {
    stop();
    runner.close();
  }

  private Map<Long, RowChange> pending() {
    Map<Long, RowChange> pending = new HashMap<>();
    for (RowChange change : changes.changes()) {
      if (change.key() instanceof RowKey.Stored key) {
        pending.put(rows.handles().of(key), change);
      }
    }
    return pending;
  }

  private Order order() {
    if (rows.isCounting() || rows.query().isSearching()) {
      return Order.SOME;
    }
    return rows.query().sort().isEmpty() && rows.handles() == RowHandles.Ids.IDS
        ? Order.IDS
        : Order.ALL;
  }

  private static List<Column> numeric(CellBlock block) {
    return block.columns().stream()
        .filter(column -> column.type().isNumeric() && !column.isBookkeeping())
        .toList();
  }

  /** Totals of the rows of a block that are still to be added. */
  private NumberTotals added(CellBlock block) {
    NumberTotals totals = NumberTotals.NONE;
    for (int index = Math.max(block.firstRow(), rows.size()); index <= block.lastRow(); index++) {
      Optional<ViewRow> row = view.rowOf(view.keyAt(index));
      totals = row.isPresent() ? totals.plus(of(row.get(), numeric(block))) : totals;
    }
    return totals;
  }

  /** Totals of the stored rows of a block. */
  private NumberTotals stored(
      CellBlock block,
      KeySnapshot keys,
      Order order,
      Map<Long, RowChange> pending,
      RowTotals database) {
    int from = block.firstRow();
    int to = Math.min(block.lastRow() + 1, keys.size());
    List<Column> columns = numeric(block);
    if (from >= to || columns.isEmpty()) {
      return NumberTotals.NONE;
    }
    long[] changed = ids(keys, from, to, pending).filter(pending::containsKey).toArray();
    boolean inIdOrder = order == Order.IDS;
    boolean everyRow = order != Order.SOME && from == 0 && to == keys.size();
    NumberTotals unchanged;
    if (everyRow || inIdOrder) {
      long first = inIdOrder ? keys.idAt(from) : Long.MIN_VALUE;
      long last = inIdOrder ? keys.idAt(to - 1) : Long.MAX_VALUE;
      unchanged = database.between(first, last, columns, LongStream.of(changed).boxed().toList());
    } else {
      LongStream ids = IntStream.range(from, to).mapToLong(keys::idAt);
      unchanged = database.of(ids.filter(id -> !pending.containsKey(id)), columns);
    }
    List<NumberTotals> overlaid = new ArrayList<>();
    reader.forEach(
        KeySnapshot.of(changed),
        row ->
            overlaid.add(
                of(
                    new ViewRow(row.key(), row, pending.get(rows.handles().of(row.key()))),
                    columns)));
    return overlaid.stream().reduce(unchanged, NumberTotals::plus);
  }

  private static LongStream ids(KeySnapshot keys, int from, int to, Map<Long, RowChange> pending) {
    return pending.isEmpty() ? LongStream.empty() : IntStream.range(from, to).mapToLong(keys::idAt);
  }

  private static NumberTotals of(ViewRow row, List<Column> columns) {
    NumberTotals totals = NumberTotals.NONE;
    for (Column column : columns) {
      Optional<BigDecimal> number = number(row.value(column));
      totals = number.isPresent() ? totals.plus(number.get()) : totals;
    }
    return totals;
  }

  /** A cell's number, if it holds one. */
  public static Optional<BigDecimal> number(@Nullable Object value) {
    return switch (value) {
      case Long whole -> Optional.of(BigDecimal.valueOf(whole));
      case BigDecimal decimal -> Optional.of(decimal);
      case null, default -> Optional.empty();
    };
  }
}
