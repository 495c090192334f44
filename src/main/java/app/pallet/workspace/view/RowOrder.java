package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import java.util.List;
import java.util.stream.IntStream;

/** Which row stands where in a view at one moment; stays as it is while the view goes on. */
public interface RowOrder {

  /** Number of rows. */
  int size();

  /** Which row stands at an index. */
  RowKey keyAt(int index);

  /**
   * The rows from an index on.
   *
   * @param most how many; fewer where the order ends
   */
  default List<RowKey> from(int index, int most) {
    int end = (int) Math.min(size(), (long) index + most);
    return IntStream.range(Math.min(index, end), end).mapToObj(this::keyAt).toList();
  }

  /**
   * Where some rows stand, each -1 where it is not in the order. Looks at every row of the order,
   * once for all of them.
   */
  int[] indicesOf(List<RowKey> keys);

  /** How many rows at the beginning are the same, at the same places, as in another order. */
  int sameStart(RowOrder other);
}
