package app.pallet.spreadsheet.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook while it is unpacked. The stream fails if the part was made to fill the
 * memory or to never end: if it is packed a few hundred times over, or has a single tag or text of
 * many megabytes, which an XML parser would gather before anybody could look at it.
 */
final class GuardedStream extends FilterInputStream {

  /** Number of unpacked bytes up to which any ratio is allowed. */
  private static final long HARMLESS = 64L << 20;

  /** Sheets are packed 10 to 50 times; the format allows a thousand. */
  private static final long MAX_RATIO = 250;

  private static final int MAX_RUN = 4 << 20;

  private final long packed;
  private long unpacked;
  private int run;
  private int matched;
  private boolean enclosed;

  /**
   * Guards a part.
   *
   * @param packed its size in the file, in bytes
   */
  GuardedStream(InputStream in, long packed) {
    super(in);
    this.packed = Math.max(packed, 1);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count <= 0) {
      return count;
    }
    unpacked += count;
    if (unpacked > HARMLESS && unpacked / packed > MAX_RATIO) {
      throw new IOException("is packed so tightly that it would flood the memory");
    }
    for (int i = offset; i < offset + count; i++) {
      follow(buffer[i]);
    }
    if (run > MAX_RUN) {
      throw new IOException("has a cell of more than " + (MAX_RUN >> 20) + " MB");
    }
    return count;
  }

  /** Counts the bytes from one tag to the next. There are no tags inside a CDATA section. */
  private void follow(byte next) {
    run++;
    if (enclosed) {
      boolean ends = matched == 2 && next == '>';
      matched = next == ']' ? Math.min(matched + 1, 2) : 0;
      enclosed = !ends;
    } else if (next == '<') {
      run = 0;
      matched = 1;
    } else if (matched > 0) {
      boolean fits = matched == 1 ? next == '!' : next == '[';
      enclosed = fits && matched == 2;
      matched = fits && !enclosed ? 2 : 0;
    }
  }
}
