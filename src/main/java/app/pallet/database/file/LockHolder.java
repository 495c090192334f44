package app.pallet.database.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which other program keeps a catalogue locked, where the system tells: on Linux, whose
 * {@code /proc/locks} (see proc_locks(5)) lists for each lock the process and the file's inode.
 * Stateless, for any thread.
 */
public final class LockHolder {

  private static final Path LOCKS = Path.of("/proc/locks");

  /** Where a line of it has what: {@code 1: POSIX ADVISORY WRITE 4711 08:01:123456 120 120}. */
  private static final int KIND = 3;

  private static final int PROCESS = 4;
  private static final int FILE = 5;

  private LockHolder() {}

  /**
   * Names who holds a write lock on a catalogue, such as {@code python3 (process 4711)}.
   *
   * @return empty where nobody but this process does, or the system doesn't tell
   */
  public static Optional<String> of(Path catalogue) {
    if (!Files.isReadable(LOCKS)) {
      return Optional.empty();
    }
    try {
      Set<String> inodes = inodes(catalogue);
      return Files.readAllLines(LOCKS, StandardCharsets.UTF_8).stream()
          .flatMap(line -> holder(line, inodes).stream())
          .findFirst()
          .map(LockHolder::name);
    } catch (IOException e) { // the files come and go; a lock without a name is no failure
      return Optional.empty();
    }
  }

  /** Those of the file and of what SQLite puts beside it, on which it locks. */
  private static Set<String> inodes(Path catalogue) throws IOException {
    Set<String> inodes = new HashSet<>();
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path file = catalogue.resolveSibling(catalogue.getFileName() + suffix);
      if (Files.exists(file)) {
        inodes.add(String.valueOf(Files.getAttribute(file, "unix:ino")));
      }
    }
    return inodes;
  }

  private static Optional<Long> holder(String line, Set<String> inodes) {
    List<String> fields = new ArrayList<>(List.of(line.strip().split("\\s+")));
    if (fields.size() <= FILE || !fields.get(KIND).equals("WRITE")) {
      return Optional.empty();
    }
    String file = fields.get(FILE);
    String inode = file.substring(file.lastIndexOf(':') + 1);
    long process = Long.parseLong(fields.get(PROCESS));
    boolean isOther = process > 0 && process != ProcessHandle.current().pid();
    return isOther && inodes.contains(inode) ? Optional.of(process) : Optional.empty();
  }

  private static String name(long process) {
    String program =
        ProcessHandle.of(process)
            .flatMap(handle -> handle.info().command())
            .map(command -> String.valueOf(Path.of(command).getFileName()))
            .orElse("another program");
    return program + " (process " + process + ")";
  }
}
