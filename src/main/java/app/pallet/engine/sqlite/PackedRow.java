package app.pallet.engine.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row that came out of SQLite as one JSON array, one after the other. Asking the
 * driver for each cell alone takes four times as long, and so does a parser that is made for any
 * JSON. Confined to one thread.
 */
final class PackedRow {

  private static final int HEXADECIMAL = 16;
  private static final int UNICODE_DIGITS = 4;

  private byte[] json = new byte[0];
  private int at;

  /** Starts with the first cell of an array. */
  void open(byte[] array) {
    json = array;
    at = 1;
  }

  /**
   * The next cell in its stored form: a {@link Long} or a {@link String}, null for an empty one,
   * and a {@link Double} where another program stored a number with a fraction.
   */
  @Nullable Object next() {
    byte first = json[at];
    if (first == 'n') {
      at += "null".length() + 1; // and the comma, or the end of the array
      return null;
    }
    if (first == '"') {
      return text();
    }
    int end = endOfNumber();
    return isWhole(end) ? (Object) whole(end) : fraction(end);
  }

  /**
   * The next cell, if it is a text that is made of ASCII and that somebody expected there; else
   * null, and the cell is still the next one. Saves to make a text that is there already.
   */
  @Nullable String take(String expected) {
    int length = expected.length();
    int end = at + 1 + length;
    if (json[at] != '"' || end >= json.length || json[end] != '"') {
      return null;
    }
    for (int i = 0; i < length; i++) {
      byte next = json[at + 1 + i];
      if (next != expected.charAt(i) || next == '\\') { // beyond ASCII a byte is below zero
        return null;
      }
    }
    at = end + 2;
    return expected;
  }

  /**
   * The next cell, which is a number.
   *
   * @throws SQLDataException if it has a fraction, which no key and no version has
   */
  long number() throws SQLDataException {
    int end = endOfNumber();
    if (!isWhole(end)) {
      throw new SQLDataException("A cell holds a number with a fraction");
    }
    return whole(end);
  }

  private int endOfNumber() {
    int end = at;
    while (json[end] != ',' && json[end] != ']') {
      end++;
    }
    return end;
  }

  private boolean isWhole(int end) {
    for (int next = json[at] == '-' ? at + 1 : at; next < end; next++) {
      if (json[next] < '0' || json[next] > '9') {
        return false;
      }
    }
    return true;
  }

  private long whole(int end) {
    byte[] cells = json;
    int next = cells[at] == '-' ? at + 1 : at;
    boolean negative = next > at;
    long number = 0;
    for (; next < end; next++) {
      number = number * 10 - (cells[next] - '0'); // below zero there is room for one more
    }
    at = end + 1;
    return negative ? number : -number;
  }

  private Double fraction(int end) {
    String number = new String(json, at, end - at, StandardCharsets.US_ASCII);
    at = end + 1;
    return Double.valueOf(number);
  }

  private String text() {
    int from = ++at;
    boolean escaped = false;
    while (json[at] != '"') {
      escaped |= json[at] == '\\';
      at += json[at] == '\\' ? 2 : 1;
    }
    String text = new String(json, from, at - from, StandardCharsets.UTF_8);
    at += 2;
    return escaped ? unescaped(text) : text;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      switch (escape) {
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text, at, at + UNICODE_DIGITS, HEXADECIMAL));
          at += UNICODE_DIGITS;
        }
        default -> plain.append(escape);
      }
    }
    return plain.toString();
  }
}
