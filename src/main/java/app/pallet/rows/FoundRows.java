package app.pallet.rows;

import app.pallet.change.Row;
import java.util.Map;
import java.util.Set;

/**
 * The rows that were found by their keys.
 *
 * @param byKey each key that one or more rows have, with the first of them
 * @param ambiguous the keys that several rows have, which a column without a unique constraint
 *     allows
 */
public record FoundRows(Map<Object, Row> byKey, Set<Object> ambiguous) {

  public FoundRows {
    byKey = Map.copyOf(byKey);
    ambiguous = Set.copyOf(ambiguous);
  }
}
