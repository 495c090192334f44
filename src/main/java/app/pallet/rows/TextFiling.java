package app.pallet.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers the texts of rows into chunks of a file. One thread. */
final class TextFiling {

  /** Small enough for the processor's cache, large enough for the reading not to count. */
  private static final int CHUNK_BYTES = 256 * 1024;

  private static final int CHUNK_ROWS = 4_096;

  private static final String SEPARATOR = "\0";

  private final TextFile file;
  private final int columns;
  private final long[] ids = new long[CHUNK_ROWS];
  private final int[] ends = new int[CHUNK_ROWS];
  private byte[] text = new byte[CHUNK_BYTES];
  private int rows;
  private int bytes;

  /**
   * Begins.
   *
   * @param columns texts of a row
   */
  TextFiling(TextFile file, int columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Adds a row.
   *
   * @param texts with a NUL byte between two of them
   * @throws UnsearchableTextException as {@link #finish}
   */
  void add(long id, byte[] texts) throws IOException {
    if (rows == CHUNK_ROWS || (rows > 0 && bytes + texts.length >= CHUNK_BYTES)) {
      finish();
    }
    if (texts.length >= text.length) {
      text = Arrays.copyOf(text, texts.length + 1);
    }
    System.arraycopy(texts, 0, text, bytes, texts.length);
    bytes += texts.length;
    text[bytes++] = 0;
    ids[rows] = id;
    ends[rows++] = bytes;
  }

  /**
   * Writes what has been gathered.
   *
   * @throws UnsearchableTextException if a text is no UTF-8 or has a NUL character, where SQLite
   *     ends a text that is compared with a pattern, so that its bytes would find other rows
   */
  void finish() throws IOException {
    if (rows == 0) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, bytes));
    } catch (CharacterCodingException e) {
      throw new UnsearchableTextException(e);
    }
    String letters = new String(text, 0, bytes, StandardCharsets.ISO_8859_1);
    int separators = 0;
    for (int at = letters.indexOf(SEPARATOR); at >= 0; at = letters.indexOf(SEPARATOR, at + 1)) {
      separators++;
    }
    if (separators != rows * columns) {
      throw new UnsearchableTextException(null);
    }
    file.append(ids, ends, rows, text);
    rows = 0;
    bytes = 0;
  }
}
