package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellReading;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the latest texts of a column, because the brands, prices and yeses of a file
 * are few and come again. It also makes them the same objects, which are compared and held at less
 * cost. A column whose texts are mostly new, such as a key's, is given up. Confined to one thread.
 */
final class CellCache {

  /** A power of two. */
  private static final int PLACES = 2_048;

  /** Texts after which it shows whether they come again: a good deal more than there are places. */
  private static final int TRIAL = 4 * PLACES;

  /** One of so many texts has to be known, or it takes longer to look for them. */
  private static final int WORTH = 4;

  /** Characters of a text that is kept: longer ones seldom come again, and take memory. */
  private static final int LONGEST = 64;

  private @Nullable String[] texts = new @Nullable String[PLACES];
  private @Nullable CellReading[] readings = new @Nullable CellReading[PLACES];
  private int asked;
  private int known;

  /** What was read from this text; null if that is not known any more. */
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
