package app.pallet.draft;

import app.pallet.change.stored.ChangeWriter;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One file of a draft, locked against every other window as long as it is open. It begins with
 * eight bytes, the last of which is the version of the format; frames follow. Confined to one
 * thread at a time.
 */
final class DraftFile {

  /** The version of the format this Pallet writes. */
  static final int VERSION = ChangeWriter.FORMAT;

  /** Bytes before the first frame. */
  static final int PREAMBLE = 8;

  private static final byte[] MAGIC = "PALDRFT".getBytes(StandardCharsets.US_ASCII);

  /** Far beyond the end, because on Windows nobody else may read what is locked. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private final DraftPath path;
  private final FileChannel file;
  private final DraftChannel channel;
  private long end;
  private boolean isTorn;

  private DraftFile(DraftPath path, FileChannel file, DraftChannel channel, long end) {
    this.path = path;
    this.file = file;
    this.channel = channel;
    this.end = end;
  }

  /**
   * Makes a file with frames in it. It gets its name only once it is whole and on disk, so nobody
   * ever sees a part of it.
   *
   * @throws IOException if it can't be made; nothing of it is left then
   */
  static DraftFile create(DraftPath path, List<ByteBuffer> frames, DraftChannel.Opener opener)
      throws IOException {
    Path unfinished = path.unfinished();
    FileChannel file =
        FileChannel.open(
            unfinished,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            DraftPath.ownerOnly(unfinished, "rw-------"));
    try {
      if (lock(file).isEmpty()) {
        throw new IOException("Another program locks " + unfinished);
      }
      DraftFile made = new DraftFile(path, file, opener.over(file), 0);
      made.append(unfinished, withPreamble(frames));
      Files.move(unfinished, path.file(), StandardCopyOption.ATOMIC_MOVE);
      path.forceFolder();
      return made;
    } catch (IOException | RuntimeException e) {
      file.close();
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static List<ByteBuffer> withPreamble(List<ByteBuffer> frames) {
    ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE).put(MAGIC).put((byte) VERSION).flip();
    return Stream.concat(Stream.of(preamble), frames.stream()).toList();
  }

  /**
   * Opens a file that is there, unless a window has it.
   *
   * @return empty if it is locked, or gone by now
   */
  static Optional<DraftFile> open(DraftPath path, DraftChannel.Opener opener) throws IOException {
    FileChannel file;
    try {
      file = FileChannel.open(path.file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      // A window that rewrites its file deletes the old one before it releases the lock.
      if (lock(file).isPresent() && Files.exists(path.file())) {
        return Optional.of(new DraftFile(path, file, opener.over(file), file.size()));
      }
      file.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static Optional<FileLock> lock(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock(LOCKED, 1, false));
    } catch (OverlappingFileLockException e) { // another window of this process
      return Optional.empty();
    }
  }

  DraftPath path() {
    return path;
  }

  /** Bytes up to the end of the last whole frame, as far as is known. */
  long end() {
    return end;
  }

  /**
   * The version of its format.
   *
   * @return empty if it doesn't begin as a draft does
   */
  Optional<Integer> version() throws IOException {
    ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE);
    if (file.read(preamble, 0) < PREAMBLE
        || !preamble.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      return Optional.empty();
    }
    return Optional.of((int) preamble.get(MAGIC.length));
  }

  /** Its frames, from the first one on; closing the stream leaves the file open. */
  InputStream frames() throws IOException {
    file.position(PREAMBLE);
    return new BufferedInputStream(new UnclosedStream(Channels.newInputStream(file)), 1 << 16);
  }

  /** Lets a channel outlive the stream over it. */
  private static final class UnclosedStream extends FilterInputStream {

    UnclosedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return in.read(bytes, from, length);
    }

    @Override
    public void close() {}
  }

  /**
   * Appends frames. When this returns they survive a power cut; when it fails, a part of them may
   * be there, which the next append cuts off.
   *
   * @throws NoSuchFileException if somebody has deleted the file
   */
  void append(List<ByteBuffer> frames) throws IOException {
    append(path.file(), frames);
  }

  private void append(Path there, List<ByteBuffer> frames) throws IOException {
    if (!Files.exists(there)) {
      throw new NoSuchFileException(there.toString(), null, "it was deleted by another program");
    }
    if (isTorn) {
      channel.truncate(end);
    }
    isTorn = true;
    long at = end;
    for (ByteBuffer frame : frames) {
      int length = frame.remaining();
      channel.write(frame, at);
      at += length;
    }
    channel.force();
    isTorn = false;
    end = at;
  }

  /** Deletes it, and lets it go. */
  void delete() throws IOException {
    try {
      Files.deleteIfExists(path.file());
    } finally {
      file.close();
    }
  }

  /** Gives it another name and lets it go. */
  void setAside(Path name) throws IOException {
    try {
      Files.move(path.file(), name);
    } finally {
      file.close();
    }
  }

  /** Lets it go; another window may take it then. */
  void close() throws IOException {
    file.close();
  }
}
