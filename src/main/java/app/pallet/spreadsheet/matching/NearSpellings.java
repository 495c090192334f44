package app.pallet.spreadsheet.matching;

import app.pallet.schema.Column;
import app.pallet.spreadsheet.mapping.KeySpelling;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys of products that a source nearly names. The catalogue is asked only once, at the first
 * key, what its keys are like: keys that the source itself adds must not be found. Confined to one
 * thread at a time.
 */
final class NearSpellings {

  private final RowFinder finder;
  private final Column key;
  private @Nullable Set<Integer> zeroed;
  private @Nullable Boolean quick;

  NearSpellings(RowFinder finder, Column key) {
    this.finder = finder;
    this.key = key;
  }

  /** The keys that are worth looking up if no product has this one. */
  List<String> of(String said) {
    boolean isQuick = quick == null ? finder.isQuick(key) : quick;
    quick = isQuick;
    List<String> keys = KeySpelling.alike(said, zeroed(said));
    if (isQuick) {
      keys.addAll(KeySpelling.careful(said));
    }
    return keys;
  }

  private Set<Integer> zeroed(String said) {
    char first = said.charAt(0);
    if (first < '0' || first > '9') {
      return Set.of();
    }
    Set<Integer> known = zeroed == null ? finder.zeroedLengths(key) : zeroed;
    zeroed = known;
    return known;
  }
}
