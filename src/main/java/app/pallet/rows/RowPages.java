package app.pallet.rows;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of rows that were looked at last, as many as fit. A page may have gaps: rows that
 * somebody else has deleted since the keys were taken.
 */
final class RowPages {

  /** Rows of a page: a few screens, a millisecond to read. */
  static final int ROWS = 200;

  private final int capacity;
  private final LinkedHashMap<Integer, @Nullable Row[]> pages =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<RowKey.Stored, Row> byKey = new HashMap<>();

  /**
   * No pages yet.
   *
   * @param capacity pages to keep at most
   */
  RowPages(int capacity) {
    this.capacity = capacity;
  }

  /** Number of pages that are there. */
  int size() {
    return pages.size();
  }

  boolean contains(int page) {
    return pages.containsKey(page);
  }

  /** The row at an index, if its page is there and has it; counts as looking at the page. */
  Optional<Row> row(int index) {
    @Nullable Row[] page = pages.get(index / ROWS);
    return page == null ? Optional.empty() : Optional.ofNullable(page[index % ROWS]);
  }

  Optional<Row> byKey(RowKey.Stored key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Takes in a page, in the place of an older version of it or of the page not seen for longest.
   */
  void put(int page, @Nullable Row[] rows) {
    forget(pages.put(page, rows));
    for (Row row : rows) {
      if (row != null) {
        byKey.put(row.key(), row);
      }
    }
    if (pages.size() > capacity) {
      forget(pages.pollFirstEntry().getValue());
    }
  }

  /** Lets a page go, so that it is read again. */
  void drop(int page) {
    forget(pages.remove(page));
  }

  void clear() {
    pages.clear();
    byKey.clear();
  }

  /** The pages looked at last, the very last one first. */
  List<Integer> recent(int count) {
    return new ArrayList<>(pages.sequencedKeySet().reversed()).stream().limit(count).toList();
  }

  private void forget(@Nullable Row @Nullable [] rows) {
    if (rows != null) {
      for (Row row : rows) {
        if (row != null) {
          byKey.remove(row.key(), row);
        }
      }
    }
  }
}
