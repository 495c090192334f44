package app.pallet.spreadsheet.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Looks at the end of a text file. */
final class FileEnd {

  /** The most bytes that a character has. */
  private static final int LAST_BYTES = 4;

  /** Programs of CP/M and DOS end a text with this mark, which does not belong to the text. */
  private static final String END_MARK = "\u001A";

  private static final List<String> ENDS =
      List.of(END_MARK, END_MARK + "\n", END_MARK + "\r\n", END_MARK + "\r");

  /** Length in bytes of the longest of these, in any encoding. */
  private static final int MARK_BYTES = 16;

  private FileEnd() {}

  /** The bytes of a file without a mark of its end and a line break behind that. */
  static InputStream withoutEndMark(Path file, Charset charset) throws IOException {
    byte[] tail;
    long size;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      size = channel.size();
      ByteBuffer last = ByteBuffer.allocate((int) Math.min(size, MARK_BYTES));
      channel.position(size - last.capacity());
      while (last.hasRemaining() && channel.read(last) >= 0) {}
      tail = Arrays.copyOf(last.array(), last.position());
    }
    for (String end : ENDS) {
      byte[] mark = end.getBytes(charset);
      int from = tail.length - mark.length;
      if (from >= 0 && Arrays.equals(tail, from, tail.length, mark, 0, mark.length)) {
        return new UpTo(Files.newInputStream(file), size - mark.length);
      }
    }
    return Files.newInputStream(file);
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
