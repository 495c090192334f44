package app.pallet.spreadsheet.csv;

import java.nio.charset.StandardCharsets;

/**
 * Finds out in one quick pass over a file whether its quotes are ordinary, as in nearly every file:
 * each quote that begins a cell is closed at its end, none follows a space, and no byte is NUL.
 * This check jumps from quote to quote. {@link QuoteScan} looks at any other file byte by byte.
 */
final class QuickQuoteCheck {

  private enum State {
    OUTSIDE,
    ENCLOSED,
    QUOTE_INSIDE
  }

  private final char separator;
  private State state = State.OUTSIDE;
  private char before = '\n';
  private boolean odd;

  QuickQuoteCheck(char separator) {
    this.separator = separator;
  }

  void accept(byte[] bytes, int length) {
    if (odd || length <= 0) {
      return;
    }
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1); // searched by vectors
    odd = text.indexOf('\0') >= 0;
    for (int at = 0; at < length && !odd; ) {
      at = state == State.QUOTE_INSIDE ? afterQuote(text, at) : afterNextQuote(text, at);
    }
    before = text.charAt(length - 1);
  }

  /** Whether all quotes are ordinary. To be asked after the last byte. */
  boolean isOrdinary() {
    return !odd && state != State.ENCLOSED;
  }

  private int afterNextQuote(String text, int from) {
    int quote = text.indexOf('"', from);
    if (quote < 0) {
      return text.length();
    }
    if (state == State.ENCLOSED) {
      state = State.QUOTE_INSIDE;
    } else {
      char previous = quote == 0 ? before : text.charAt(quote - 1);
      odd = previous == ' '; // it may begin a cell behind spaces
      state = endsCell(previous) ? State.ENCLOSED : State.OUTSIDE;
    }
    return quote + 1;
  }

  private int afterQuote(String text, int at) {
    char next = text.charAt(at);
    if (next == '"') {
      state = State.ENCLOSED;
      return at + 1;
    }
    odd = !endsCell(next);
    state = State.OUTSIDE;
    return at;
  }

  private boolean endsCell(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
