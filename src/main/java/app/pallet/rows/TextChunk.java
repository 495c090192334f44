package app.pallet.rows;

/**
 * Some rows of a {@link TextFile}.
 *
 * @param ids of the rows in their order
 * @param ends where the texts of each row end
 * @param text the bytes of all texts, each taken for a letter of Latin-1
 */
@SuppressWarnings("ArrayRecordComponent") // made to be read once, never compared
record TextChunk(long[] ids, int[] ends, String text) {

  /** Where the texts of a row end, which is where those of the next one begin. */
  int end(int row) {
    return ends[row];
  }
}
