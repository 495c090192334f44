package app.pallet.spreadsheet.xlsx;

/**
 * Finds out from the bytes of a sheet whether its rows are in the order of their numbers, as they
 * nearly always are. It looks only for the tags of rows while the sheet is unpacked for its
 * checksum, so it costs next to nothing. In doubt, the rows are not in order. Confined to one
 * thread.
 */
final class RowOrder {

  private static final byte[] NAME = {'r', 'o', 'w'};

  /**
   * The first byte of the mark of UTF-8. A text with two bytes for each character is not looked
   * into.
   */
  private static final byte UTF_8_MARK = (byte) 0xEF;

  private static final int NO_MATCH = -1;
  private static final int MOST = Integer.MAX_VALUE / 10 - 1;

  private enum State {
    TEXT,
    NAME,
    ATTRIBUTES,
    ATTRIBUTE_R,
    VALUE,
    DIGITS
  }

  private State state = State.TEXT;
  private boolean ascending = true;
  private boolean begun;
  private int matched;
  private byte before;
  private int number;
  private int last;

  /** Takes the next bytes. */
  void accept(byte[] bytes, int length) {
    if (!begun && length > 1) {
      begun = true;
      ascending = bytes[0] == UTF_8_MARK || (bytes[0] > 0 && bytes[1] != 0);
    }
    for (int i = 0; i < length; i++) {
      accept(bytes[i]);
    }
  }

  /** Whether no row so far has a lower number than one before it. */
  boolean isAscending() {
    return ascending;
  }

  private void accept(byte b) {
    switch (state) {
      case TEXT -> {
        if (b == '<') {
          state = State.NAME;
          matched = 0;
        }
      }
      case NAME -> name(b);
      case ATTRIBUTES -> {
        if (b == '>') {
          endTag();
        } else if (b == 'r' && isSpace(before)) {
          state = State.ATTRIBUTE_R;
        }
      }
      case ATTRIBUTE_R -> {
        if (b == '=') {
          state = State.VALUE;
        } else if (!isSpace(b)) {
          state = State.ATTRIBUTES;
        }
      }
      case VALUE -> {
        if (b == '"' || b == '\'') {
          state = State.DIGITS;
          number = 0;
        }
      }
      case DIGITS -> {
        if (b >= '0' && b <= '9') {
          number = Math.min(number, MOST) * 10 + b - '0';
        } else {
          state = State.ATTRIBUTES;
        }
      }
    }
    before = b;
  }

  private void name(byte b) {
    if (b == ':') { // behind a prefix
      matched = 0;
    } else if (b == '>' || b == '/' || isSpace(b)) {
      boolean isRow = matched == NAME.length;
      number = 0;
      state = isRow ? State.ATTRIBUTES : State.TEXT;
      if (isRow && b == '>') {
        endTag();
      }
    } else {
      boolean same = matched >= 0 && matched < NAME.length && b == NAME[matched];
      matched = same ? matched + 1 : NO_MATCH;
    }
  }

  private void endTag() {
    int row = number == 0 ? last + 1 : number;
    ascending &= row >= last;
    last = row;
    state = State.TEXT;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }
}
