package app.pallet.spreadsheet.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the end of a text file. */
final class FileEnd {

  /** Bytes of a character at most. */
  private static final int LAST_BYTES = 4;

  /** With which programs of CP/M and DOS end a text: it is no part of it. */
  private static final byte END_MARK = 0x1A;

  private FileEnd() {}

  /** A file's bytes but for a mark of its end. */
  static InputStream withoutEndMark(Path file) throws IOException {
    long end;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      end = channel.size() - 1;
      channel.position(Math.max(0, end));
      if (channel.read(last) < 1 || last.get(0) != END_MARK) {
        return Files.newInputStream(file);
      }
    }
    return new UpTo(Files.newInputStream(file), end);
  }

  /** The first bytes of a stream. */
  private static final class UpTo extends FilterInputStream {
    private long left;

    UpTo(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int next = left > 0 ? in.read() : -1;
      left -= next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = in.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }
  }

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
