package app.pallet.rows;

import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import java.util.stream.LongStream;

/** Judges, beside the database, which pending rows a query shows. Called on the reading thread. */
@FunctionalInterface
public interface PendingJudge {

  /** Nothing is pending, or no row is left out. */
  PendingJudge NONE = check -> PendingVerdict.NONE;

  /**
   * Judges them once.
   *
   * @param check to be called now and then; throws {@link
   *     java.util.concurrent.CancellationException} once nobody waits for the verdict
   */
  PendingVerdict judge(Runnable check);

  /**
   * The same for a view that shows rows already and keeps them all.
   *
   * @param shown those of the database
   * @param before as was judged for them
   */
  default PendingJudge keeping(KeySnapshot shown, PendingVerdict before) {
    return check -> {
      PendingVerdict now = judge(check);
      RowIds kept = RowIds.of(shown.stream());
      LongStream leftOut = now.leftOut().stream().filter(id -> !kept.contains(id));
      LongStream all = LongStream.concat(shown.stream(), now.shown().stream());
      return new PendingVerdict(
          RowIds.of(leftOut), KeySnapshot.of(all.toArray()), before.addedLeftOut());
    };
  }
}
