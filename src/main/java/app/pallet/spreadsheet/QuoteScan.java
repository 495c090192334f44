package app.pallet.spreadsheet;

/**
 * Tells in one pass over a file whether its quotes enclose cells or are text. Database dumps such
 * as Open Food Facts write raw quotes, which would swallow the rows behind them.
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
   * Whether reading quotes as text is right: a quote is not where an enclosing one could be, and
   * without quotes every line has as many cells as the first. To be asked after the last byte.
   */
  boolean isText() {
    endLine();
    return (strayQuote || state == State.ENCLOSED) && !unevenLine && separatorsInHeader > 0;
  }

  private State after(byte next) {
    if (state == State.ENCLOSED) {
      return next == '"' ? State.QUOTE_INSIDE : State.ENCLOSED;
    }
    if (next == separator || next == '\n' || next == '\r') {
      return State.CELL_START;
    }
    if (next != '"') {
      strayQuote |= state == State.QUOTE_INSIDE;
      return State.PLAIN;
    }
    return state == State.PLAIN ? State.PLAIN : State.ENCLOSED;
  }

  private void countLine(byte next) {
    if (next == '\n' || next == '\r') {
      endLine();
      return;
    }
    lineLength++;
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
    separatorsInLine = 0;
    lineLength = 0;
  }
}
