package app.pallet.spreadsheet.csv;

/**
 * Finds out in one pass over a file whether its quotes enclose cells or are text. Database dumps
 * such as Open Food Facts contain raw quotes, which would swallow the rows behind them.
 */
final class QuoteScan {

  private enum State {
    CELL_START,
    PLAIN,
    ENCLOSED,
    QUOTE_INSIDE
  }

  private final byte separator;
  private State state = State.CELL_START;
  private boolean strayQuote;
  private long separatorsInLine;
  private long lineLength;
  private long separatorsInHeader = -1;
  private boolean unevenLine;
  private boolean enclosedCell;
  private boolean strayInCell;
  private boolean openedCell;
  private byte last;
  private boolean brokenCell;
  private long linesSinceOpened;
  private long line = 1;
  private long nulLine;

  QuoteScan(char separator) {
    this.separator = (byte) separator;
  }

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      countLine(bytes[i]);
      state = after(bytes[i]);
    }
  }

  /**
   * Whether quotes are to be read as text. This is so if a quote stands where no enclosing one
   * could be, and every line has as many cells as the first if quotes are text. A quote that is
   * never closed shows this only if no other quotes enclose a cell and whole lines follow it;
   * otherwise the file is cut off. If quotes enclose other cells, or stand at both ends of their
   * cell, somebody forgot to double the quotes inside it, and reading them as text would put quotes
   * around values. Dumps that are separated by tabs never quote. To be asked after the last byte.
   */
  boolean isText() {
    endLine();
    enclosedCell |= state == State.QUOTE_INSIDE;
    endCell();
    if (separator != '\t' && (enclosedCell || brokenCell)) {
      return false;
    }
    boolean lone = state == State.ENCLOSED && !enclosedCell && linesSinceOpened > 1;
    return (strayQuote || lone) && !unevenLine && separatorsInHeader > 0;
  }

  /** The line of the first NUL, counted from 1; 0 if there is none. */
  long nulLine() {
    return nulLine;
  }

  private State after(byte next) {
    if (state == State.ENCLOSED) {
      last = next;
      return next == '"' ? State.QUOTE_INSIDE : State.ENCLOSED;
    }
    if (next == separator || next == '\n' || next == '\r') {
      enclosedCell |= state == State.QUOTE_INSIDE;
      endCell();
      return State.CELL_START;
    }
    last = next;
    if (next != '"') {
      boolean stray = state == State.QUOTE_INSIDE;
      strayQuote |= stray;
      strayInCell |= stray;
      return State.PLAIN;
    }
    if (state == State.CELL_START) {
      linesSinceOpened = 0;
      openedCell = true;
    }
    return state == State.PLAIN ? State.PLAIN : State.ENCLOSED;
  }

  private void endCell() {
    brokenCell |= openedCell && strayInCell && last == '"';
    openedCell = false;
    strayInCell = false;
    last = 0;
  }

  private void countLine(byte next) {
    if (next == '\n' || next == '\r') {
      endLine();
      line += next == '\n' ? 1 : 0;
      return;
    }
    lineLength++;
    nulLine = next == 0 && nulLine == 0 ? line : nulLine;
    separatorsInLine += next == separator ? 1 : 0;
  }

  private void endLine() {
    if (lineLength == 0) {
      return;
    }
    if (separatorsInHeader < 0) {
      separatorsInHeader = separatorsInLine;
    }
    unevenLine |= separatorsInLine != separatorsInHeader;
    linesSinceOpened++;
    separatorsInLine = 0;
    lineLength = 0;
  }
}
