package app.pallet.rows.keys;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of ids. There may be ids in it that no row has.
 *
 * @param first the least
 * @param last the greatest
 */
public record IdRange(long first, long last) {

  /** Every id. */
  public static final IdRange ALL = new IdRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /**
   * Cuts it into stretches of about the same length, in their order. Their ends are open, so that a
   * row added meanwhile is in one of them.
   */
  public List<IdRange> split(int parts) {
    List<IdRange> ranges = new ArrayList<>(parts);
    long length = (last - first) / parts + 1;
    for (int i = 0; i < parts; i++) {
      ranges.add(
          new IdRange(
              i == 0 ? Long.MIN_VALUE : first + i * length,
              i == parts - 1 ? Long.MAX_VALUE : first + (i + 1) * length - 1));
    }
    return ranges;
  }
}
