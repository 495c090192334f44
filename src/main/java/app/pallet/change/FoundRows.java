package app.pallet.change;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The rows of the database that were found by their keys.
 *
 * @param byKey each key that one or more rows have, with the first of them
 * @param ambiguous the keys that several rows have, which a column without a unique constraint
 *     allows
 */
public record FoundRows(Map<Object, Row> byKey, Set<Object> ambiguous) {

  /** No row at all. */
  public static final FoundRows NONE = new FoundRows(Map.of(), Set.of());

  public FoundRows {
    byKey = Collections.unmodifiableMap(byKey); // not copied: it may be all of a catalogue
    ambiguous = Set.copyOf(ambiguous);
  }
}
