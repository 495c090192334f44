package app.pallet.change;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the database that were found by their keys, each at the place where its key was among
 * those asked for. Immutable, for any thread.
 */
public final class FoundRows {

  /** No row at all. */
  public static final FoundRows NONE = new FoundRows(new @Nullable Row[0], new BitSet(0));

  private final @Nullable Row[] rows;
  private final BitSet ambiguous;

  /**
   * Rows that were found.
   *
   * @param rows one for each key, null where no row has it; kept, not copied: it may be all of a
   *     catalogue
   * @param ambiguous the places of keys that several rows have, which a column without a unique
   *     constraint allows; kept, not copied
   */
  public FoundRows(@Nullable Row[] rows, BitSet ambiguous) {
    this.rows = rows;
    this.ambiguous = ambiguous;
  }

  /** The first row found that has the key at this place, from 0; null if there is none. */
  public @Nullable Row at(int place) {
    return place < rows.length ? rows[place] : null;
  }

  /** Whether several rows have the key at this place, from 0. */
  public boolean isAmbiguous(int place) {
    return ambiguous.get(place);
  }
}
