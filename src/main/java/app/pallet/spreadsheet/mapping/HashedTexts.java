package app.pallet.spreadsheet.mapping;

/**
 * Tells whether a text came before. Only 64 bits of each text are kept, so that a million texts fit
 * into memory and two different texts are hardly ever taken for the same. Confined to one thread.
 */
final class HashedTexts {

  private static final int FIRST_CAPACITY = 16;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final long SEED = 0xD6E8FEB86659FD93L;

  /** Open addressing; 0 is a free place. */
  private long[] hashes = new long[FIRST_CAPACITY];

  private int size;

  /** Number of longs that are held now. */
  int capacity() {
    return hashes.length;
  }

  /** Number of longs that will be held with one more text. */
  int capacityForNext() {
    return (size + 1) * 4L > hashes.length * 3L ? hashes.length * 2 : hashes.length;
  }

  /** Adds a text. Returns false if it was there before. */
  boolean add(String text) {
    if (capacityForNext() > hashes.length) {
      grow();
    }
    boolean isNew = put(hashes, hash(text));
    size += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    long[] larger = new long[hashes.length * 2];
    for (long hash : hashes) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    hashes = larger;
  }

  private static boolean put(long[] table, long hash) {
    int mask = table.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = hash;
    return true;
  }

  private static long hash(String text) {
    long hash = SEED + text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
    }
    hash = (hash ^ (hash >>> 32)) * MULTIPLIER;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
