package app.pallet.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises files that hold somebody's data, which no output may replace. A file that this process
 * may have open must be recognised by its name or number, because closing another descriptor of it
 * would drop the locks that SQLite and the drafts hold on it.
 */
final class DatabaseFiles {

  /** The endings of the files that SQLite puts beside a database. */
  static final List<String> LOGS = List.of("-wal", "-shm", "-journal");

  private static final Pattern DRAFT = Pattern.compile(".+-.+-\\d+\\.draft(\\..+)?");
  private static final String CATALOGUE = ".pallet";
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DRAFT_MARK = "PALDRFT".getBytes(StandardCharsets.US_ASCII);

  private DatabaseFiles() {}

  /**
   * Says why a file must stay; empty if it may be replaced.
   *
   * @param file a path without links; the file need not exist
   * @throws IOException if an existing file can't be read
   */
  static Optional<String> recognise(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    for (String log : LOGS) {
      if (name.endsWith(log)) {
        Path database = file.resolveSibling(name.substring(0, name.length() - log.length()));
        if (isDatabase(database)) {
          return Optional.of("SQLite keeps a log of " + database + " there");
        }
      }
    }
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (DRAFT.matcher(name).matches()) {
      return Optional.of("it is a draft of pending changes");
    }
    if (isDatabase(file)) {
      return Optional.of("it is a catalogue or another database");
    }
    return begins(file, DRAFT_MARK)
        ? Optional.of("it is a draft of pending changes")
        : Optional.empty();
  }

  /** Whether a file is a database, even if its beginning is damaged or still in its log. */
  private static boolean isDatabase(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    boolean named = String.valueOf(file.getFileName()).endsWith(CATALOGUE) && Files.size(file) > 0;
    return named || Files.exists(beside(file, "-wal")) || begins(file, SQLITE);
  }

  /** The file with this ending that SQLite puts beside another file. */
  static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static boolean begins(Path file, byte[] mark) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(mark.length), mark);
    }
  }
}
