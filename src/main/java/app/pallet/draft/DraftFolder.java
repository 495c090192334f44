package app.pallet.draft;

import app.pallet.schema.TableId;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Where all drafts are: one file for each window, which no other window touches while it is open.
 * There should be one object for a folder in a process. Any thread.
 */
public final class DraftFolder {

  private final Path folder;
  private final DraftFiles files;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Drafts in a folder, which is made when the first is written. */
  public DraftFolder(Path folder) {
    this(folder, DraftChannel.OfFile::new, Clock.systemUTC());
  }

  DraftFolder(Path folder, DraftChannel.Opener opener, Clock clock) {
    this.folder = folder.toAbsolutePath().normalize();
    this.files = new DraftFiles(opener);
    this.clock = clock;
  }

  /** Where the drafts are. */
  public Path folder() {
    return folder;
  }

  /**
   * Whether there is a draft of any table of a file. Nothing is read or deleted.
   *
   * @param file a database; it need not be there
   */
  public boolean isDraftOf(Path file) {
    String place = DraftPath.nameOf(TableId.ofFile(file, ""));
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.flatMap(each -> DraftPath.of(each).stream())
          .anyMatch(path -> path.place().equals(place));
    } catch (IOException e) {
      return false; // whoever opens the database is told
    }
  }

  /**
   * Begins the draft of a window; nothing is written before something happens.
   *
   * @param table what is edited
   * @param delivery how the session's listener is called
   * @param patience how long the owner waits for the disk
   */
  public DraftSession begin(TableId table, Executor delivery, Duration patience) {
    String session = Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX);
    DraftPath path = new DraftPath(folder, DraftPath.nameOf(table), session, 0);
    DraftWriter writer = new DraftWriter(DraftOwner.of(table), path, files, clock);
    return new DraftSession(writer, new DraftWords(folder), delivery, patience);
  }

  /**
   * Finds the newest draft that a window over this table has left behind, and reads it. Those with
   * nothing in them are deleted.
   *
   * @param table what is edited
   * @param schema its columns as they are now
   * @param passedOver names of drafts that are not wanted
   */
  public DraftSearch find(TableId table, TableSchema schema, Set<String> passedOver) {
    List<String> remarks = new ArrayList<>();
    List<DraftPath> left = leftBehind(table, passedOver, remarks);
    for (int i = 0; i < left.size(); i++) {
      try {
        Optional<StoredDraft> draft = read(left.get(i), table, schema, remarks);
        if (draft.isPresent()) {
          return new DraftSearch(draft, i + 1 < left.size(), remarks);
        }
      } catch (IOException e) {
        remarks.add(
            "A draft of this catalogue can't be read and is left alone: "
                + new DraftWords(folder).reason(e));
      }
    }
    return new DraftSearch(Optional.empty(), false, remarks);
  }

  /** The newest generation of each draft of a database, the latest written first. */
  private List<DraftPath> leftBehind(TableId table, Set<String> passedOver, List<String> remarks) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    String place = DraftPath.nameOf(table);
    Map<String, DraftPath> newest = new HashMap<>();
    List<DraftPath> old = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.flatMap(file -> DraftPath.of(file).stream())
          .filter(path -> path.place().equals(place))
          .filter(path -> !passedOver.contains(path.session()))
          .sorted(Comparator.comparingInt(DraftPath::generation))
          .forEach(path -> {
            DraftPath before = newest.put(path.session(), path);
            if (before != null) {
              old.add(before);
            }
          });
      for (DraftPath path : old) { // a kill came between rewriting and deleting
        Optional<DraftFile> file = files.open(path);
        if (file.isPresent()) {
          files.delete(file.get());
        }
      }
    } catch (IOException e) {
      remarks.add("Drafts can't be looked for: " + new DraftWords(folder).reason(e));
    }
    return newest.values().stream()
        .sorted(Comparator.comparing(DraftFolder::writtenAt).reversed())
        .toList();
  }

  private static FileTime writtenAt(DraftPath path) {
    try {
      return Files.getLastModifiedTime(path.file());
    } catch (IOException e) { // gone by now, which its reading will see
      return FileTime.fromMillis(0);
    }
  }

  private Optional<StoredDraft> read(
      DraftPath path, TableId table, TableSchema schema, List<String> remarks) throws IOException {
    Optional<DraftFile> opened = files.open(path);
    if (opened.isEmpty()) {
      return Optional.empty(); // a window has it
    }
    Reading reading = new Reading(opened.get(), table, schema, remarks);
    try {
      return reading.read();
    } finally {
      if (!reading.isPassedOn) {
        files.release(opened.get());
      }
    }
  }

  /** What becomes of a file that nobody else has: a draft to restore, or something else. */
  private final class Reading {

    private final DraftFile file;
    private final TableId table;
    private final TableSchema schema;
    private final List<String> remarks;
    private boolean isPassedOn;

    Reading(DraftFile file, TableId table, TableSchema schema, List<String> remarks) {
      this.file = file;
      this.table = table;
      this.schema = schema;
      this.remarks = remarks;
    }

    Optional<StoredDraft> read() throws IOException {
      Optional<Integer> version = file.version();
      if (version.isPresent() && version.get() > DraftFile.VERSION) {
        remarks.add(
            "A draft of this catalogue was made by a newer Pallet and is left alone: "
                + file.path().file());
        return Optional.empty();
      }
      if (version.isEmpty()) {
        setAside();
        return Optional.empty();
      }
      DraftOwner owner = DraftOwner.of(table);
      DraftContent content = DraftContent.of(file, version.get(), owner, schema);
      if (content.isOfAnotherTable()) {
        return Optional.empty();
      }
      if (content.header().isPresent() && !isEmpty(content)) {
        isPassedOn = true;
        boolean isReplaced = owner.isOfAnotherDatabase(content.header().get());
        DraftWriter writer = DraftWriter.continuing(owner, file, content, files, clock);
        return Optional.of(new StoredDraft(file, content, writer, isReplaced));
      }
      if (content.damage().isPresent()) {
        setAside();
      } else {
        isPassedOn = true;
        files.delete(file);
      }
      return Optional.empty();
    }

    /** Keeps a file whose damage may hold something. */
    private void setAside() throws IOException {
      isPassedOn = true;
      remarks.add(
          "A draft of this catalogue is damaged from its beginning on, so nothing of it can be"
              + " restored. It is kept as "
              + files.setAside(file));
    }
  }

  private static boolean isEmpty(DraftContent content) {
    return content.changes().isClean() && content.openCommits().isEmpty();
  }
}
