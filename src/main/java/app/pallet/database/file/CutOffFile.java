package app.pallet.database.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A database file that ends before the last page it counts, as a copy does that was broken off.
 * SQLite reads nothing of such a file until it has its length again. Only for files that this
 * process doesn't have open: to open and close one would drop SQLite's locks on it.
 *
 * @param file where it is
 * @param length bytes it has
 * @param expected bytes it should have, by its first page
 */
record CutOffFile(Path file, long length, long expected) {

  /** Where SQLite's first page has the size of a page and the number of pages. */
  private static final int PAGE_SIZE = 16;

  private static final int PAGES = 28;
  private static final int HEADER = 100;
  private static final int LARGEST_PAGE = 65_536;

  /** Empty if the file is as long as it says, or is not a database at all. */
  static Optional<CutOffFile> of(Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // read on: a channel may hand over less than it was asked for
      }
    }
    if (header.hasRemaining()) {
      return Optional.empty();
    }
    int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
    long page = size == 1 ? LARGEST_PAGE : size;
    long expected = page * Integer.toUnsignedLong(header.getInt(PAGES));
    long length = Files.size(file);
    return length < expected
        ? Optional.of(new CutOffFile(file, length, expected))
        : Optional.empty();
  }

  /** A copy that has its length again, with nothing in the pages that are missing. */
  Path complete(Path folder) throws IOException {
    Path copy = folder.resolve("complete.pallet");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    CatalogueFile.makeOwnerOnly(copy);
    try (RandomAccessFile bytes = new RandomAccessFile(copy.toFile(), "rw")) {
      bytes.setLength(expected);
    }
    return copy;
  }

  /** What is wrong with it, as a sentence without its point. */
  String sentence() {
    return "%s is cut off: it has %,d of %,d bytes".formatted(file, length, expected);
  }
}
