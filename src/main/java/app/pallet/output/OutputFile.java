package app.pallet.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place where a user wants something written. This class decides what may be written: never a
 * database, its log files or a draft, and none of the files that are to be spared. It also decides
 * how: a link is followed; a regular file is replaced as a whole once the new one is complete, and
 * keeps its permissions; a pipe or a device is written into. Blocking; any thread.
 *
 * @param path as the user named it; {@code -} is standard output, as for other commands of a shell
 * @param spared files that are in use and stay as they are
 */
public record OutputFile(Path path, List<Spared> spared) {

  private static final int MOST_LINKS = 40;
  private static final Path DASH = Path.of("-");
  private static final List<Path> STANDARD_OUTPUT =
      List.of(Path.of("/dev/stdout"), Path.of("/dev/fd/1"), Path.of("/proc/self/fd/1"));

  /**
   * A file that must not be replaced.
   *
   * @param file the file; it is never opened here, because others in this process may have locked
   *     it
   * @param what it is, as a phrase such as {@code the catalogue}
   */
  public record Spared(Path file, String what) {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param out need not be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  public OutputFile {
    path = path.equals(DASH) ? STANDARD_OUTPUT.getFirst() : path;
    spared = List.copyOf(spared);
  }

  /** A place where only databases and drafts are to be spared. */
  public static OutputFile at(Path path) {
    return new OutputFile(path, List.of());
  }

  /** The same place, sparing one more file and the logs that SQLite puts beside it. */
  public OutputFile sparing(Path file, String what) {
    List<Spared> all = new ArrayList<>(spared);
    all.add(new Spared(file, what));
    return new OutputFile(path, all);
  }

  /** Whether this is the standard output of the process, so that nothing else should be printed. */
  public boolean isStandardOutput() {
    return STANDARD_OUTPUT.contains(path);
  }

  /**
   * Makes sure that the file may be written, and changes nothing. To be called before long work.
   *
   * @throws RefusedOutputException if it may not be
   * @throws IOException if that can't be found out
   */
  public void requireAllowed() throws IOException {
    requireAllowed(resolved());
  }

  private void requireAllowed(Path target) throws IOException {
    for (Spared each : spared) {
      if (isSame(target, each.file())) {
        throw new RefusedOutputException(path, "it is " + each.what());
      }
      for (String log : DatabaseFiles.LOGS) {
        if (isSame(target, DatabaseFiles.beside(each.file(), log))
            || isSame(target, DatabaseFiles.beside(real(each.file()), log))) {
          throw new RefusedOutputException(path, "it is a log beside " + each.what());
        }
      }
    }
    if (Files.isDirectory(target)) {
      throw new RefusedOutputException(path, "it is a folder");
    }
    if (Files.isRegularFile(target) && !Files.isWritable(target)) {
      throw new RefusedOutputException(path, "it is read-only");
    }
    Optional<String> what = DatabaseFiles.recognise(target);
    if (what.isPresent()) {
      throw new RefusedOutputException(path, what.get());
    }
  }

  /**
   * Writes the file. If the content throws, an existing regular file is unchanged, and no new one
   * is left.
   *
   * @throws RefusedOutputException if it may not be written
   * @throws IOException if it can't be
   */
  public void write(Content content) throws IOException {
    if (isStandardOutput()) {
      print(content);
      return;
    }
    Path target = resolved();
    requireAllowed(target);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      return;
    }
    replace(target, content);
  }

  /** Uses the descriptor of the standard output, or later prints would be written over it. */
  private static void print(Content content) throws IOException {
    @SuppressWarnings("resource") // the process's own
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    content.writeTo(new Unclosed(out));
  }

  private void replace(Path target, Content content) throws IOException {
    Path unfinished =
        target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Optional<PosixFileAttributes> old = attributes(target);
      Files.createFile(unfinished, ownerOnly(old));
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        content.writeTo(out);
      }
      if (old.isPresent()) {
        keep(old.get(), unfinished);
      }
      requireAllowed(target); // something else may stand there by now
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null || !Files.exists(file)
        ? Optional.empty()
        : Optional.of(view.readAttributes());
  }

  /** A file that only some people may read must not be readable to others while it is written. */
  private static FileAttribute<?>[] ownerOnly(Optional<PosixFileAttributes> old) {
    return old.isEmpty()
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
  }

  private static void keep(PosixFileAttributes old, Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    if (!now.group().equals(old.group())) {
      view.setGroup(old.group());
    }
    if (!now.owner().equals(old.owner())) {
      view.setOwner(old.owner());
    }
    view.setPermissions(old.permissions());
  }

  private static void move(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // some network folders
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The file to which all links lead. It need not exist. */
  private Path resolved() throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return path; // links to pipes lead to names that are no files
    }
    Path file = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  /** Whether two paths lead to the same file. Its number shows this, so that no file is opened. */
  private static boolean isSame(Path one, Path other) throws IOException {
    if (!Files.exists(one) || !Files.exists(other)) {
      return place(one).equals(place(other));
    }
    try {
      return Files.isSameFile(one, other);
    } catch (NoSuchFileException e) { // gone this moment
      return false;
    }
  }

  /** The place where a file is or would be, by the real path of its folder. */
  private static Path place(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null || !Files.exists(folder)
        ? file.toAbsolutePath().normalize()
        : folder.toRealPath().resolve(file.getFileName());
  }

  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  /** Keeps the standard output open for later prints. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
