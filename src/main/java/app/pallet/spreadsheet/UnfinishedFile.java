package app.pallet.spreadsheet;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file being written beside the one whose place it takes once it is complete. If that never
 * happens, what was there before is untouched and nothing is left behind.
 */
final class UnfinishedFile implements AutoCloseable {

  private final Path file;
  private final Path unfinished;

  UnfinishedFile(Path file) {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /** Where to write; there is nothing yet. */
  Path path() {
    return unfinished;
  }

  /** Puts it, written and closed, in its place. */
  void finish() throws IOException {
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // some network folders
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }
}
