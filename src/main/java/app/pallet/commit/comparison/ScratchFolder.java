package app.pallet.commit.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for copies of a catalogue that are measured on and thrown away. It lies where it is
 * told, since a measurement on another disk says nothing; closing it deletes it with all its files.
 */
public final class ScratchFolder implements AutoCloseable {

  private final Path folder;
  private int files;

  private ScratchFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a scratch folder inside another one.
   *
   * @throws UncheckedIOException if that can't be written
   */
  public static ScratchFolder in(Path parent) {
    try {
      return new ScratchFolder(Files.createTempDirectory(parent, ".pallet-scratch-"));
    } catch (IOException e) {
      throw new UncheckedIOException("No scratch folder can be made in " + parent, e);
    }
  }

  /** A path in the folder at which there is nothing yet. */
  public Path newFile() {
    return folder.resolve(++files + ".pallet");
  }

  /**
   * Copies a file that nobody has open, and waits until the copy is on the disk, so that nothing
   * that is measured later has to wait for it.
   */
  public Path copyOf(Path file) {
    Path copy = newFile();
    try {
      Files.copy(file, copy);
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("No scratch copy can be made at " + copy, e);
    }
  }

  /** Deletes a file of the folder, and what SQLite may have left beside it. */
  public void delete(Path file) {
    try {
      for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't delete the scratch copy " + file, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't delete the scratch folder " + folder, e);
    }
  }
}
