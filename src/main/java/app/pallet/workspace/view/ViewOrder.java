package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import app.pallet.rows.keys.KeySnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a {@link RowView}: the rows of the database, then those to be added.
 *
 * @param stored costs no copy, however many there are
 * @param added copied
 */
record ViewOrder(KeySnapshot stored, List<RowKey.New> added) implements RowOrder {

  ViewOrder {
    added = List.copyOf(added);
  }

  @Override
  public int size() {
    return stored.size() + added.size();
  }

  @Override
  public RowKey keyAt(int index) {
    return index < stored.size()
        ? new RowKey.Id(stored.idAt(index))
        : added.get(index - stored.size());
  }

  @Override
  public int[] indicesOf(List<RowKey> keys) {
    long[] ids =
        keys.stream()
            .filter(RowKey.Stored.class::isInstance)
            .mapToLong(key -> ((RowKey.Stored) key).id())
            .toArray();
    int[] places = stored.indicesOf(ids);
    Map<RowKey, Integer> fresh = ids.length == keys.size() ? Map.of() : addedPlaces();
    int[] indices = new int[keys.size()];
    int next = 0;
    for (int i = 0; i < indices.length; i++) {
      indices[i] =
          switch (keys.get(i)) {
            case RowKey.Stored existing -> places[next++];
            case RowKey.New key -> fresh.getOrDefault(key, -1);
          };
    }
    return indices;
  }

  private Map<RowKey, Integer> addedPlaces() {
    Map<RowKey, Integer> places = HashMap.newHashMap(added.size());
    for (int i = 0; i < added.size(); i++) {
      places.put(added.get(i), stored.size() + i);
    }
    return places;
  }

  @Override
  public int sameStart(RowOrder other) {
    if (!(other instanceof ViewOrder(KeySnapshot theirs, List<RowKey.New> fresh))) {
      return 0;
    }
    int same = stored.sameStart(theirs);
    if (same < stored.size() || same < theirs.size()) {
      return same;
    }
    int both = Math.min(added.size(), fresh.size());
    int i = 0;
    while (i < both && added.get(i).equals(fresh.get(i))) {
      i++;
    }
    return same + i;
  }
}
