package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellReading;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read from the latest texts of a column, because a file has few different
 * brands, prices and answers such as yes. Equal values also become the same object, which takes
 * less memory and is quick to compare. The cache gives up on a column whose texts are mostly new,
 * such as a key. Confined to one thread.
 */
final class CellCache {

  /** A power of two. */
  private static final int PLACES = 2_048;

  /**
   * Number of texts after which it is clear whether texts come again; several times the number of
   * places.
   */
  private static final int TRIAL = 4 * PLACES;

  /** One in this many texts has to be known, or looking for them takes longer than reading them. */
  private static final int WORTH = 4;

  /** Length of the longest text that is kept. Longer ones seldom come again, and take memory. */
  private static final int LONGEST = 64;

  private @Nullable String[] texts = new @Nullable String[PLACES];
  private @Nullable CellReading[] readings = new @Nullable CellReading[PLACES];
  private int asked;
  private int known;

  /** What was read from this text; null if that is not known. */
  @Nullable CellReading get(String text) {
    if (!isKept(text)) {
      return null;
    }
    int place = place(text);
    CellReading reading = text.equals(texts[place]) ? readings[place] : null;
    if (asked < TRIAL) {
      count(reading != null);
    }
    return reading;
  }

  void put(String text, CellReading reading) {
    if (isKept(text)) {
      int place = place(text);
      texts[place] = text;
      readings[place] = reading;
    }
  }

  private boolean isKept(String text) {
    return texts.length > 0 && text.length() <= LONGEST;
  }

  private void count(boolean isKnown) {
    asked++;
    known += isKnown ? 1 : 0;
    if (asked == TRIAL && known < TRIAL / WORTH) {
      texts = new @Nullable String[0];
      readings = new @Nullable CellReading[0];
    }
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (PLACES - 1);
  }
}
