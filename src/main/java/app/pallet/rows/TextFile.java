package app.pallet.rows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The searched texts of all rows as they were at one moment, in a temporary file that nobody else
 * can open and that is gone when it is closed. It consists of chunks: ids, ends and bytes. One
 * thread appends; then any thread reads. It stays open until its maker and all its users are done.
 */
final class TextFile {

  /** Where a chunk stands, with its number of rows and of bytes of text. */
  private record Place(long position, int rows, int bytes) {

    int length() {
      return rows * (Long.BYTES + Integer.BYTES) + bytes;
    }
  }

  private final FileChannel channel;
  private final List<Place> places = new ArrayList<>();
  private long length;
  private int users = 1;

  private TextFile(FileChannel channel) {
    this.channel = channel;
  }

  /** An empty file in the system's folder for temporary files. */
  static TextFile make() throws IOException {
    Path path = Files.createTempFile("pallet-texts-", ".tmp");
    return new TextFile(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Number of chunks. */
  int chunks() {
    return places.size();
  }

  /** Its size in bytes. */
  long length() {
    return length;
  }

  /** Appends a chunk of these rows, of which so many and so many bytes of text count. */
  void append(long[] ids, int[] ends, int rows, byte[] text) throws IOException {
    Place place = new Place(length, rows, ends[rows - 1]);
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    buffer.asLongBuffer().put(ids, 0, rows);
    buffer.position(rows * Long.BYTES);
    buffer.asIntBuffer().put(ends, 0, rows);
    buffer.position(rows * (Long.BYTES + Integer.BYTES));
    buffer.put(text, 0, place.bytes()).flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    places.add(place);
    length += place.length();
  }

  /** Reads a chunk. */
  TextChunk read(int number) throws IOException {
    Place place = places.get(number);
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place.position() + buffer.position()) < 0) {
        throw new EOFException("The texts to be searched end too soon");
      }
    }
    buffer.flip();
    long[] ids = new long[place.rows()];
    buffer.asLongBuffer().get(ids);
    buffer.position(place.rows() * Long.BYTES);
    int[] ends = new int[place.rows()];
    buffer.asIntBuffer().get(ends);
    int begin = place.rows() * (Long.BYTES + Integer.BYTES);
    String text = new String(buffer.array(), begin, place.bytes(), StandardCharsets.ISO_8859_1);
    return new TextChunk(ids, ends, text);
  }

  /** Keeps it open for one more user, who must {@link #release} it. */
  synchronized void use() {
    users++;
  }

  /** The maker, or a user, is done with it. */
  synchronized void release() throws IOException {
    if (--users == 0) {
      channel.close();
    }
  }
}
