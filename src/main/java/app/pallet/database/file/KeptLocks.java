package app.pallet.database.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Locks of our own where SQLite has those that it keeps as long as a catalogue is open. SQLite's
 * are lost as soon as anything in this process opens and closes the file, as GTK's file dialog does
 * with each file that it shows, see fcntl(2); another program then believes to be the last one and
 * deletes the log, and what is committed afterwards goes into a file without a name. Ours belong to
 * an open file and not to the process (Linux: F_OFD_SETLK), so that nobody else's closing ends
 * them. Elsewhere there are none: Windows' locks don't get lost, macOS shows its dialog in another
 * process.
 */
public final class KeptLocks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptLocks.class);

  /** What a connection holds on the file while it is in WAL mode: SQLite's os.h, SHARED_FIRST. */
  private static final Range SHARED = new Range(0x4000_0002L, 510);

  /** What a connection holds on the index of the log: SQLite's os_unix.c, UNIX_SHM_DMS. */
  private static final Range DEAD_MANS_SWITCH = new Range(128, 1);

  /** What a connection holds on the index of the log while it writes: UNIX_SHM_BASE. */
  private static final Range WRITER = new Range(120, 1);

  private record Range(long first, long length) {}

  private record Held(int descriptor, Range range) {}

  /** One for each file, however often it is open: a second pair's closing would end all locks. */
  private static final Map<FileIdentity, KeptLocks> OPEN = new HashMap<>();

  private final FileIdentity identity;
  private final Held file;
  private final Held index;
  private int users;

  private KeptLocks(FileIdentity identity, Held file, Held index) {
    this.identity = identity;
    this.file = file;
    this.index = index;
  }

  /**
   * Takes them, once a connection has read the catalogue and so has SQLite's. Some 100 ms the first
   * time.
   *
   * @return empty where there are no such locks
   */
  public static Optional<KeptLocks> on(Path catalogue) {
    if (!System.getProperty("os.name").equals("Linux")
        || ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
      return Optional.empty();
    }
    synchronized (OPEN) {
      try {
        FileIdentity identity = FileIdentity.of(catalogue);
        KeptLocks locks = OPEN.get(identity);
        if (locks == null) {
          locks =
              new KeptLocks(
                  identity,
                  held(catalogue, "", SHARED),
                  held(catalogue, WriteAheadLog.INDEX, DEAD_MANS_SWITCH));
          OPEN.put(identity, locks); // whatever comes now: to close them would end SQLite's locks
        }
        locks.all(Posix.OFD_SETLK, Posix.READ); // again too, if another user is about to end
        locks.users++;
        return Optional.of(locks);
      } catch (IOException | LinkageError | RuntimeException e) {
        LOG.warn("Nothing but SQLite's own locks keeps others from the log of {}", catalogue, e);
        return Optional.empty();
      }
    }
  }

  private static Held held(Path catalogue, String suffix, Range range) throws IOException {
    return new Held(Posix.open(catalogue.resolveSibling(catalogue.getFileName() + suffix)), range);
  }

  /**
   * Makes sure that SQLite's lock for writing is this process's. It is lost where somebody in this
   * process opens and closes the index of the log within a transaction; what is committed then
   * would be written over what another program commits. Some microseconds. Any thread.
   *
   * @throws SQLException of the kind that may pass if it is lost: the transaction must be rolled
   *     back and may be tried again
   */
  public void requireWriting() throws SQLException {
    try {
      long holder = Posix.holder(new Held(index.descriptor(), WRITER));
      if (holder != ProcessHandle.current().pid()) {
        throw new SQLiteException(
            "The lock for writing was lost before the commit", SQLiteErrorCode.SQLITE_BUSY);
      }
    } catch (IOException e) {
      throw new SQLException("The system does not say who writes", e);
    }
  }

  /**
   * Gives SQLite its own back, and ends these, so that the last connection can move the log into
   * the file. Nothing is unlocked in between.
   */
  public void release() {
    synchronized (OPEN) {
      if (users > 1) {
        return;
      }
      try {
        all(Posix.SETLK, Posix.READ);
        all(Posix.OFD_SETLK, Posix.NONE);
      } catch (IOException e) {
        LOG.warn("The log stays beside the catalogue", e);
      }
    }
  }

  /** Ends everything. Only after the last connection: closing ends SQLite's locks too. */
  @Override
  public void close() {
    synchronized (OPEN) {
      if (--users == 0) {
        OPEN.remove(identity);
        Posix.close(index.descriptor());
        Posix.close(file.descriptor());
      }
    }
  }

  private void all(int command, short type) throws IOException {
    Posix.lock(file, command, type);
    Posix.lock(index, command, type);
  }

  /** The system's functions. The numbers are those of Linux, on every processor with 64 bits. */
  private static final class Posix {

    static final short READ = 0; // F_RDLCK
    static final short WRITE = 1; // F_WRLCK
    static final short NONE = 2; // F_UNLCK
    static final int SETLK = 6; // F_SETLK
    static final int OFD_GETLK = 36; // F_OFD_GETLK
    static final int OFD_SETLK = 37; // F_OFD_SETLK
    private static final long FIRST = 8; // where struct flock has l_start, l_len and l_pid
    private static final long LENGTH = 16;
    private static final long PROCESS = 24;
    private static final int CLOSE_ON_EXEC = 0x8_0000; // O_RDONLY | O_CLOEXEC

    private static final StructLayout FLOCK =
        MemoryLayout.structLayout(
            ValueLayout.JAVA_SHORT.withName("l_type"),
            ValueLayout.JAVA_SHORT.withName("l_whence"),
            MemoryLayout.paddingLayout(4),
            ValueLayout.JAVA_LONG.withName("l_start"),
            ValueLayout.JAVA_LONG.withName("l_len"),
            ValueLayout.JAVA_INT.withName("l_pid"),
            MemoryLayout.paddingLayout(4));

    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MethodHandle OPEN =
        function(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            ERRNO,
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FCNTL =
        function(
            "fcntl",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS),
            ERRNO,
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE =
        function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Posix() {}

    @SuppressWarnings("restricted")
    private static MethodHandle function(
        String name, FunctionDescriptor type, Linker.Option... options) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }

    /** A call of the system, with memory for its arguments and where its error goes. */
    private interface Call {
      int in(Arena arena, MemorySegment state) throws Throwable;
    }

    private static int call(String function, Call call) throws IOException {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
        int result = call.in(arena, state);
        if (result < 0) {
          throw new IOException(function + ": errno " + state.get(ValueLayout.JAVA_INT, 0));
        }
        return result;
      } catch (IOException | RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) { // which method handles declare
        throw new IllegalStateException(e);
      }
    }

    static int open(Path file) throws IOException {
      return call(
          "open",
          (arena, state) -> {
            MemorySegment path = arena.allocateFrom(file.toAbsolutePath().toString());
            return (int) OPEN.invokeExact(state, path, CLOSE_ON_EXEC);
          });
    }

    static void lock(Held held, int command, short type) throws IOException {
      try (Arena arena = Arena.ofConfined()) {
        control(held, command, flock(arena, held.range(), type));
      }
    }

    private static void control(Held held, int command, MemorySegment flock) throws IOException {
      call(
          "fcntl",
          (arena, state) -> (int) FCNTL.invokeExact(state, held.descriptor(), command, flock));
    }

    /**
     * The process that has a range locked for writing; 0 for none. Asked for an open file, so that
     * locks of this process count too.
     */
    static long holder(Held held) throws IOException {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment flock = flock(arena, held.range(), READ);
        control(held, OFD_GETLK, flock);
        return flock.get(ValueLayout.JAVA_SHORT, 0) == WRITE
            ? flock.get(ValueLayout.JAVA_INT, PROCESS)
            : 0;
      }
    }

    private static MemorySegment flock(Arena arena, Range range, short type) {
      MemorySegment flock = arena.allocate(FLOCK); // SEEK_SET is 0
      flock.set(ValueLayout.JAVA_SHORT, 0, type);
      flock.set(ValueLayout.JAVA_LONG, FIRST, range.first());
      flock.set(ValueLayout.JAVA_LONG, LENGTH, range.length());
      return flock;
    }

    static void close(int descriptor) {
      try {
        int ignored = (int) CLOSE.invokeExact(descriptor);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
