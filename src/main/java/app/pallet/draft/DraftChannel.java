package app.pallet.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What a draft needs of an open file; tests stand in for a disk that is full or broken. */
interface DraftChannel {

  /** Opens files; the real one, or a test's. */
  @FunctionalInterface
  interface Opener {

    /** Wraps a file that has just been opened and locked. */
    DraftChannel over(FileChannel file);
  }

  /** Writes all bytes at a place; may fail after some of them. */
  void write(ByteBuffer bytes, long position) throws IOException;

  /** Waits until all that was written survives a power cut. */
  void force() throws IOException;

  /** Cuts the file off. */
  void truncate(long size) throws IOException;

  /** The real file. */
  record OfFile(FileChannel file) implements DraftChannel {

    /** The JDK copies each portion beside the heap, and keeps that memory for the thread. */
    private static final int PORTION = 1 << 18;

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      long at = position;
      while (bytes.hasRemaining()) {
        ByteBuffer portion = bytes.slice(bytes.position(), Math.min(PORTION, bytes.remaining()));
        int written = file.write(portion, at);
        bytes.position(bytes.position() + written);
        at += written;
      }
    }

    @Override
    public void force() throws IOException {
      file.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
      file.truncate(size);
    }
  }
}
