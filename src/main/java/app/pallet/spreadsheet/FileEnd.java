package app.pallet.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the end of a text file. */
final class FileEnd {

  /** Bytes of a character at most. */
  private static final int LAST_BYTES = 4;

  private FileEnd() {}

  /** Whether a file ends with a line break. */
  static boolean isLineBreak(Path file, Charset charset) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer end = ByteBuffer.allocate(LAST_BYTES);
      channel.position(Math.max(0, channel.size() - LAST_BYTES));
      while (end.hasRemaining() && channel.read(end) >= 0) {}
      String text = new String(end.array(), 0, end.position(), charset);
      return text.endsWith("\n") || text.endsWith("\r");
    }
  }
}
