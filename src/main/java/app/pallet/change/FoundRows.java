package app.pallet.change;

import java.util.BitSet;
import java.util.Map;
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
  private final BitSet respelt;
  private final Map<Integer, Object> alike;

  /**
   * Rows that were found.
   *
   * @param rows one for each key, null where no row has it; kept, not copied: it may be all of a
   *     catalogue
   * @param ambiguous the places of keys that several rows have, which a column without a unique
   *     constraint allows; kept, not copied
   */
  public FoundRows(@Nullable Row[] rows, BitSet ambiguous) {
    this(rows, ambiguous, new BitSet(0), Map.of());
  }

  private FoundRows(
      @Nullable Row[] rows, BitSet ambiguous, BitSet respelt, Map<Integer, Object> alike) {
    this.rows = rows;
    this.ambiguous = ambiguous;
    this.respelt = respelt;
    this.alike = alike;
  }

  /**
   * The same with rows that were found by something else than the very key.
   *
   * @param bySpelling rows by place, whose key can only be another spelling of the one that was
   *     asked for
   * @param alikeKeys keys by place, of rows whose key is much like the one that was asked for
   */
  public FoundRows withNear(Map<Integer, Row> bySpelling, Map<Integer, Object> alikeKeys) {
    @Nullable Row[] all = rows.clone();
    BitSet places = new BitSet();
    bySpelling.forEach((place, row) -> {
      all[place] = row;
      places.set(place);
    });
    return new FoundRows(all, ambiguous, places, Map.copyOf(alikeKeys));
  }

  /** Whether the row at this place has another spelling of the key. */
  public boolean isRespelt(int place) {
    return respelt.get(place);
  }

  /** The key of a row that is much like the one at this place; null if there is none. */
  public @Nullable Object alike(int place) {
    return alike.isEmpty() ? null : alike.get(place);
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
