package app.pallet.spreadsheet.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds out in one pass over a file of any size whether its bytes are UTF-8. */
final class Utf8Scan {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long NOT_ASCII = 0x8080808080808080L;

  private long characters;
  private long errors;
  private int missing;
  private int least = 0x80;
  private int most = 0xBF;

  void accept(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      if (missing == 0) {
        at = skipAscii(bytes, at, length);
      }
      for (int end = Math.min(length, at + Long.BYTES); at < end; at++) {
        if (bytes[at] < 0 || missing > 0) {
          accept(bytes[at] & 0xFF);
        }
      }
    }
  }

  /** Skips groups of eight bytes that are all ASCII, as nearly all bytes of most files are. */
  private static int skipAscii(byte[] bytes, int from, int length) {
    int at = from;
    while (at + Long.BYTES <= length && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
      at += Long.BYTES;
    }
    return at;
  }

  /**
   * Whether the bytes so far are UTF-8, perhaps with a few damaged ones. In any other encoding, two
   * accented letters in a row hardly ever look like UTF-8.
   */
  boolean isLikely() {
    long all = errors + (missing > 0 ? 1 : 0);
    return all == 0 || characters > all;
  }

  private void accept(int next) {
    if (missing > 0) {
      if (next >= least && next <= most) {
        missing--;
        characters += missing == 0 ? 1 : 0;
        least = 0x80;
        most = 0xBF;
        return;
      }
      errors++;
      missing = 0;
    }
    if (next >= 0x80) {
      begin(next);
    }
  }

  private void begin(int first) {
    missing = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    // the second byte is limited where a shorter form, a surrogate or no character would result
    least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (first < 0xC2 || first > 0xF4) {
      errors++;
      missing = 0;
    }
  }
}
