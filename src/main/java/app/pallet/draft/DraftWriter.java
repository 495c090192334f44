package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.ChangeHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what happens into the draft's file, which is created with the first entry. Entries that
 * can't be written are kept in order and written together with the next one. Confined to the
 * draft's thread.
 *
 * <p>To rewrite the file, the next generation is written under another name, forced to the disk and
 * renamed. Only then is the old file deleted, and only after that is its lock released. A kill
 * therefore leaves the old file, the new file, or both; they hold the same, and the newer one
 * counts. Another window that gets the lock of the old file finds that file deleted.
 */
final class DraftWriter {

  private final DraftOwner owner;
  private final DraftFiles files;
  private final Clock clock;
  private final List<DraftFrame> unsaved = new ArrayList<>();
  private final IdentityHashMap<ChangeAction, Long> prepared = new IdentityHashMap<>();
  private final Set<String> openCommits = new LinkedHashSet<>();
  private FrameTally tally = new FrameTally();
  private DraftPath path;
  private Optional<DraftFile> file = Optional.empty();
  private boolean isLost;
  private long lastPrepared;
  private Instant lastAction = Instant.EPOCH;

  DraftWriter(DraftOwner owner, DraftPath path, DraftFiles files, Clock clock) {
    this.owner = owner;
    this.path = path;
    this.files = files;
    this.clock = clock;
  }

  /** Goes on with a file that was found and read. */
  static DraftWriter continuing(
      DraftOwner owner, DraftFile file, DraftContent content, DraftFiles files, Clock clock) {
    DraftWriter writer = new DraftWriter(owner, file.path(), files, clock);
    writer.file = Optional.of(file);
    writer.tally = content.tally();
    writer.lastAction = content.lastAction();
    writer.openCommits.addAll(content.openCommits());
    return writer;
  }

  /** Which commits have begun and not ended. */
  Set<String> openCommits() {
    return openCommits;
  }

  /** Whether all that happened is on disk. */
  boolean isSaved() {
    return unsaved.isEmpty();
  }

  /** How many rows are said something about in what is not written. */
  int unsavedRows() {
    return unsaved.stream().mapToInt(DraftWriter::rows).sum();
  }

  private static int rows(DraftFrame frame) {
    return frame instanceof DraftFrame.Acted(var action) ? Math.max(1, action.rows()) : 0;
  }

  /** Whether the file should be rewritten: much of it no longer matters, or it is gone. */
  boolean isDue() {
    return isLost || tally.isMostlyDead();
  }

  /** Writes what happened, and before it all that could not be written yet. */
  void act(ChangeAction action) throws IOException {
    lastAction = clock.instant();
    write(new DraftFrame.Acted(action));
  }

  /** Writes a step that will happen, so that little is to be written once it does. */
  void prepare(ChangeAction.Step step) throws IOException {
    long id = ++lastPrepared;
    flush();
    append(List.of(new DraftFrame.Prepared(id, step)));
    prepared.put(step, id);
  }

  /**
   * Notes that pending rows may be in the catalogue from now on.
   *
   * @throws IOException if an older state is in the file and can't be told of it; nothing is noted
   *     then
   */
  void startCommit(String token) throws IOException {
    DraftFrame started = new DraftFrame.CommitStarted(token);
    try {
      write(started);
      openCommits.add(token);
    } catch (IOException e) {
      unsaved.remove(started);
      if (file.isPresent()) {
        throw e;
      }
    }
  }

  void endCommit(String token) throws IOException {
    if (openCommits.remove(token)) {
      write(new DraftFrame.CommitEnded(token));
    }
  }

  private void write(DraftFrame frame) throws IOException {
    unsaved.add(frame);
    flush();
  }

  /** Writes all that could not be written yet. */
  void flush() throws IOException {
    if (!unsaved.isEmpty()) {
      append(unsaved.stream().map(this::brief).toList());
      forgetUnsaved();
    }
  }

  private void forgetUnsaved() {
    for (DraftFrame frame : unsaved) {
      if (frame instanceof DraftFrame.Acted(var action)) {
        prepared.remove(action);
      }
    }
    unsaved.clear();
  }

  /** A step that was written before needn't be written again. */
  private DraftFrame brief(DraftFrame frame) {
    Long id = frame instanceof DraftFrame.Acted(var action) ? prepared.get(action) : null;
    return id == null ? frame : new DraftFrame.Recorded(id);
  }

  private void append(List<DraftFrame> frames) throws IOException {
    if (isLost) {
      throw new NoSuchFileException(path.file().toString(), null, "it was deleted");
    }
    if (file.isEmpty()) {
      create(new ArrayList<>(frames), 0);
      return;
    }
    List<ByteBuffer> bytes = bytes(frames, clock.instant());
    List<Integer> sizes = bytes.stream().map(ByteBuffer::remaining).toList();
    try {
      file.get().append(bytes);
    } catch (NoSuchFileException e) {
      isLost = true;
      throw e;
    }
    count(tally, frames, sizes);
  }

  private static List<ByteBuffer> bytes(List<DraftFrame> frames, Instant at) {
    return frames.stream().map(frame -> FrameWriter.write(at, frame)).toList();
  }

  private static void count(FrameTally tally, List<DraftFrame> frames, List<Integer> sizes) {
    for (int i = 0; i < sizes.size(); i++) {
      tally.add(frames.get(i), sizes.get(i));
    }
  }

  /** Makes the file of the next generation. */
  private void create(List<DraftFrame> frames, long lastNumber) throws IOException {
    DraftPath next = path.next();
    frames.addFirst(owner.header(lastNumber));
    List<ByteBuffer> bytes = bytes(frames, lastAction);
    List<Integer> sizes = bytes.stream().map(ByteBuffer::remaining).toList();
    file = Optional.of(files.create(next, bytes));
    path = next;
    isLost = false;
    prepared.clear();
    tally = new FrameTally();
    count(tally, frames, sizes);
  }

  /**
   * Rewrites the file with what still matters.
   *
   * @param history all that happened until now, what could not be written included
   * @throws IOException if it can't be written; the file is as it was then
   */
  void compact(ChangeHistory history) throws IOException {
    Optional<DraftFile> old = file;
    if (history.isEmpty() && openCommits.isEmpty()) {
      file = Optional.empty();
      isLost = false;
      prepared.clear();
      tally = new FrameTally();
    } else {
      createAnew(history);
    }
    unsaved.clear();
    if (old.isPresent()) {
      files.delete(old.get());
    }
  }

  private void createAnew(ChangeHistory history) throws IOException {
    List<DraftFrame> frames = new ArrayList<>();
    history.actions().map(DraftFrame.Acted::new).forEach(frames::add);
    openCommits.forEach(token -> frames.add(new DraftFrame.CommitStarted(token)));
    create(frames, history.lastNumber());
  }

  /**
   * Writes what could be read of a damaged file into a new one. The damaged one is kept under
   * another name, in case somebody can save more of it.
   *
   * @throws IOException if it can't be written; all is as it was then
   */
  void mend(ChangeHistory history) throws IOException {
    Optional<DraftFile> damaged = file;
    createAnew(history);
    if (damaged.isPresent()) {
      files.setAside(damaged.get());
    }
  }

  /** Lets the file go, to be found next time. */
  void keep() throws IOException {
    try {
      flush();
    } finally {
      if (file.isPresent()) {
        files.release(file.get());
        file = Optional.empty();
      }
    }
  }

  /** Deletes the file. */
  void discard() throws IOException {
    unsaved.clear();
    if (file.isPresent()) {
      files.delete(file.get());
      file = Optional.empty();
    }
  }
}
