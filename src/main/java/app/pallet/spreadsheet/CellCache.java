package app.pallet.spreadsheet;

import app.pallet.schema.CellReading;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the latest texts of a column, because the prices, weights and yeses of a file
 * are few and come again. Confined to one thread.
 */
final class CellCache {

  /** A power of two. */
  private static final int PLACES = 1_024;

  private final @Nullable String[] texts = new @Nullable String[PLACES];
  private final @Nullable CellReading[] readings = new @Nullable CellReading[PLACES];

  /** What was read from this text; null if that is not known any more. */
  @Nullable CellReading get(String text) {
    int place = place(text);
    return text.equals(texts[place]) ? readings[place] : null;
  }

  void put(String text, CellReading reading) {
    int place = place(text);
    texts[place] = text;
    readings[place] = reading;
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (PLACES - 1);
  }
}
