package app.pallet.spreadsheet.csv;

/**
 * Finds out in one pass over a file whether spaces stand between its separators and the quotes
 * around its cells, as in {@code A1, "Hammer"}. Such spaces and quotes do not belong to the cells.
 */
final class PaddedQuotes {

  private enum State {
    CELL_START,
    SPACE_BEFORE,
    PLAIN,
    ENCLOSED,
    QUOTE_INSIDE,
    SPACE_BEHIND
  }

  private final byte separator;
  private State state = State.CELL_START;
  private boolean padded;
  private boolean broken;

  PaddedQuotes(char separator) {
    this.separator = (byte) separator;
  }

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length && !broken; i++) {
      state = state == State.ENCLOSED ? enclosed(bytes[i]) : after(bytes[i]);
    }
  }

  /**
   * Whether there are such spaces, and every quote that begins a cell is closed at its end. Dumps
   * that are separated by tabs never enclose a cell. To be asked after the last byte.
   */
  boolean areThere() {
    return separator != '\t' && padded && !broken && state != State.ENCLOSED;
  }

  private static State enclosed(byte next) {
    return next == '"' ? State.QUOTE_INSIDE : State.ENCLOSED;
  }

  private State after(byte next) {
    boolean closed = state == State.QUOTE_INSIDE || state == State.SPACE_BEHIND;
    if (next == separator || next == '\n' || next == '\r') {
      padded |= state == State.SPACE_BEHIND;
      return State.CELL_START;
    }
    if (closed) {
      return afterClosing(next);
    }
    if (state == State.PLAIN || (next != ' ' && next != '"')) {
      return State.PLAIN;
    }
    if (next == ' ') {
      return State.SPACE_BEFORE;
    }
    padded |= state == State.SPACE_BEFORE;
    return State.ENCLOSED;
  }

  private State afterClosing(byte next) {
    if (next == '"' && state == State.QUOTE_INSIDE) {
      return State.ENCLOSED;
    }
    broken |= next != ' ';
    return State.SPACE_BEHIND;
  }
}
