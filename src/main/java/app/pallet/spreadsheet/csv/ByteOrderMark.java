package app.pallet.spreadsheet.csv;

import app.pallet.spreadsheet.source.FileType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes with which some programs mark a text file's encoding. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

  private final Charset charset;
  private final String bytes;

  ByteOrderMark(Charset charset, String bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  /** The mark a file begins with. */
  static Optional<ByteOrderMark> of(byte[] beginning) {
    return Arrays.stream(values())
        .filter(mark -> FileType.startsWith(beginning, mark.bytes))
        .findFirst();
  }

  /** Whether a file in an encoding may begin with it; UTF-16 leaves the order of bytes to it. */
  boolean isFor(Charset encoding) {
    return encoding.equals(charset) || (encoding.equals(StandardCharsets.UTF_16) && this != UTF_8);
  }

  Charset charset() {
    return charset;
  }

  /** Number of its bytes. */
  int length() {
    return bytes.length();
  }
}
