package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import java.util.List;
import java.util.stream.IntStream;

/** The order of a view's rows at one moment. It does not change when the view changes. */
public interface RowOrder {

  /** Number of rows. */
  int size();

  /** The row at an index. */
  RowKey keyAt(int index);

  /**
   * The rows from an index on.
   *
   * @param most how many at most; there are fewer at the end of the order
   */
  default List<RowKey> from(int index, int most) {
    int end = (int) Math.min(size(), (long) index + most);
    return IntStream.range(Math.min(index, end), end).mapToObj(this::keyAt).toList();
  }

  /**
   * The indices of some rows; -1 for a row that is not in the order. Goes through all rows of the
   * order once.
   */
  int[] indicesOf(List<RowKey> keys);

  /** The number of rows at the beginning that are the same as in another order. */
  int sameStart(RowOrder other);
}
