package app.pallet.workspace.view;

import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * Counts the pending rows of the database that the view leaves out, so that the window can say that
 * they are not lost. Counting runs in the background, and the newest count wins. Owner thread.
 */
final class LeftOutRows implements AutoCloseable {

  private final WorkRunner runner;
  private final IntConsumer counted;
  private final Consumer<Throwable> failed;
  private final AtomicLong latest = new AtomicLong();

  /**
   * Nothing counted yet.
   *
   * @param runner counting runs beside it
   * @param counted gets each number on the owner thread
   */
  LeftOutRows(WorkRunner runner, IntConsumer counted, Consumer<Throwable> failed) {
    this.runner = runner.beside("pallet-pending");
    this.counted = counted;
    this.failed = failed;
  }

  /**
   * Counts anew.
   *
   * @param pending ids, each once
   * @param shown the rows of the view
   */
  void count(LongStream pending, KeySnapshot shown) {
    long mine = latest.incrementAndGet();
    long[] ids = pending.toArray();
    if (ids.length == 0) {
      counted.accept(0);
      return;
    }
    runner.start(
        "Count pending rows",
        monitor -> mine == latest.get() ? missing(ids, shown) : 0,
        new WorkListener<Integer>() {
          @Override
          public void succeeded(Integer count) {
            if (mine == latest.get()) {
              counted.accept(count);
            }
          }

          @Override
          public void failed(Throwable failure) {
            failed.accept(failure);
          }
        });
  }

  private static int missing(long[] ids, KeySnapshot shown) {
    RowIds pending = RowIds.of(LongStream.of(ids));
    return ids.length - (int) shown.stream().filter(pending::contains).count();
  }

  @Override
  public void close() {
    latest.incrementAndGet();
    runner.close();
  }
}
