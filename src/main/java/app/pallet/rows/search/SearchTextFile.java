package app.pallet.rows.search;

import app.pallet.engine.FoldedText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The searched texts of all rows as they were at one moment, in a temporary file that nobody else
 * can open and that is gone when it is closed. It consists of chunks: ids, ends and bytes. One
 * thread appends; then any thread reads. It stays open until its maker and all its users are done.
 */
final class SearchTextFile {

  /** Where a chunk stands, with its number of rows and of bytes of text. */
  private record Place(long position, int rows, int bytes) {

    int length() {
      return rows * (Long.BYTES + Integer.BYTES) + bytes;
    }
  }

  /** Stands between two texts. */
  static final String SEPARATOR = "\0";

  /** Stands before and behind each text with accents; no word of a search has it. */
  static final char ACCENTED = '\u0001';

  private final FileChannel channel;
  private final List<Place> places = new ArrayList<>();
  private long length;
  private int users = 1;

  private SearchTextFile(FileChannel channel) {
    this.channel = channel;
  }

  /** An empty file in the system's folder for temporary files. */
  static SearchTextFile make() throws IOException {
    Path path = Files.createTempFile("pallet-texts-", ".tmp");
    return new SearchTextFile(
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

  /** Appends a chunk. Only the first rows of the arrays, and the bytes up to their end, count. */
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
  Chunk read(int number) throws IOException {
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
    return new Chunk(ids, ends, text);
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

  /**
   * Some rows of the file.
   *
   * @param ids of the rows in their order
   * @param ends where the texts of each row end
   * @param text the bytes of all texts, each taken for a letter of Latin-1
   */
  @SuppressWarnings("ArrayRecordComponent") // made to be read once, never compared
  record Chunk(long[] ids, int[] ends, String text) {

    /** Where the texts of a row end, which is where those of the next one begin. */
    int end(int row) {
      return ends[row];
    }
  }

  /** The table holds texts that only SQLite itself can search as it always does. */
  static final class UnsearchableTextException extends IOException {

    private static final long serialVersionUID = 1L;

    UnsearchableTextException(@Nullable Throwable cause) {
      super("A text has a NUL character or is not UTF-8", cause);
    }
  }

  /** Gathers the texts of rows and appends them to the file chunk by chunk. One thread. */
  static final class Appender {

    /** Small enough for the processor's cache, large enough for the reading not to count. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private static final int CHUNK_ROWS = 4_096;

    private final SearchTextFile file;
    private final int columns;
    private final long[] ids = new long[CHUNK_ROWS];
    private final int[] ends = new int[CHUNK_ROWS];
    private byte[] text = new byte[CHUNK_BYTES];
    private int rows;
    private int bytes;

    /**
     * Begins with the first row.
     *
     * @param columns texts of a row
     */
    Appender(SearchTextFile file, int columns) {
      this.file = file;
      this.columns = columns;
    }

    /**
     * Adds a row.
     *
     * @param stored its texts with ASCII letters in lower case, and a NUL byte between two of them
     * @throws UnsearchableTextException if they are not UTF-8, or as {@link #finish}
     */
    void add(long id, byte[] stored) throws IOException {
      byte[] texts = folded(stored);
      if (rows == CHUNK_ROWS || (rows > 0 && bytes + texts.length >= CHUNK_BYTES)) {
        finish();
      }
      if (texts.length >= text.length) {
        text = Arrays.copyOf(text, texts.length + 1);
      }
      System.arraycopy(texts, 0, text, bytes, texts.length);
      bytes += texts.length;
      text[bytes++] = 0;
      ids[rows] = id;
      ends[rows++] = bytes;
    }

    /** The folded texts; those that are not of ASCII alone follow with their accents. */
    private static byte[] folded(byte[] texts) throws UnsearchableTextException {
      int at = 0;
      while (at < texts.length && texts[at] >= 0) {
        at++;
      }
      if (at == texts.length) {
        return texts;
      }
      try {
        String read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(texts)).toString();
        StringBuilder all = new StringBuilder(FoldedText.of(read)).append(ACCENTED);
        for (String text : read.split(SEPARATOR, -1)) {
          if (!text.chars().allMatch(letter -> letter < 0x80)) {
            all.append(FoldedText.accented(text)).append(ACCENTED);
          }
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
      } catch (CharacterCodingException e) {
        throw new UnsearchableTextException(e);
      }
    }

    /**
     * Writes what has been gathered.
     *
     * @throws UnsearchableTextException if a text has a NUL character, where SQLite ends a text
     *     that is compared with a pattern, so that its bytes would find other rows
     */
    void finish() throws IOException {
      if (rows == 0) {
        return;
      }
      String letters = new String(text, 0, bytes, StandardCharsets.ISO_8859_1);
      int separators = 0;
      for (int at = letters.indexOf(SEPARATOR); at >= 0; at = letters.indexOf(SEPARATOR, at + 1)) {
        separators++;
      }
      if (separators != rows * columns) {
        throw new UnsearchableTextException(null);
      }
      file.append(ids, ends, rows, text);
      rows = 0;
      bytes = 0;
    }
  }
}
