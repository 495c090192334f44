package app.pallet.draft;

import app.pallet.change.ChangeCounts;
import app.pallet.change.ChangeHistory;
import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A draft that some window has left behind, read and locked, until it is restored, discarded or let
 * go. Everything but the simple questions waits for the disk. For one thread at a time.
 */
public final class StoredDraft implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoredDraft.class);

  private final DraftFile file;
  private final DraftContent content;
  private final DraftWriter writer;
  private final boolean isOfReplacedFile;
  private boolean isChanged;
  private boolean isDone;

  /**
   * A draft that was read.
   *
   * @param writer goes on with the file
   * @param isOfReplacedFile whether another file now stands where the catalogue was
   */
  StoredDraft(DraftFile file, DraftContent content, DraftWriter writer, boolean isOfReplacedFile) {
    this.file = file;
    this.content = content;
    this.writer = writer;
    this.isOfReplacedFile = isOfReplacedFile;
  }

  /** Tells it from every other draft. */
  public String name() {
    return file.path().session();
  }

  /** When the user last did something. */
  public Instant lastAction() {
    return content.lastAction();
  }

  /** What is pending in it. */
  public ChangeCounts counts() {
    return content.changes().counts();
  }

  /**
   * What is pending in it, with undo and redo; whoever has the draft may say something about rows.
   */
  public ChangeSet changes() {
    return content.changes();
  }

  /** Bytes at the end that are damaged or cut off. */
  public long damagedBytes() {
    return content.damage().isPresent() ? file.end() - content.end() : 0;
  }

  /** Where the last good frame ends. */
  long end() {
    return content.end();
  }

  /** Where the file will be kept if it is damaged and restored. */
  public Path damagedFile() {
    return file.path().aside();
  }

  /** The labels of columns that the table no longer has, and of which values were left out. */
  public Set<String> leftOut() {
    return Set.copyOf(content.leftOut());
  }

  /** Whether another file now stands where the catalogue was. */
  public boolean isOfReplacedFile() {
    return isOfReplacedFile;
  }

  /** The commits that had begun and whose end is not known here. */
  public Set<String> openCommits() {
    return Set.copyOf(writer.openCommits());
  }

  /**
   * Takes out of the draft what a commit has written.
   *
   * @param later what was done to these rows while they were being written
   */
  public void settle(
      String token,
      Set<RowKey> committed,
      Map<RowKey.New, RowKey.Stored> given,
      List<RowChange> later) {
    content.changes().settle(committed, given, later);
    writer.openCommits().remove(token);
    isChanged = true;
  }

  /**
   * Rewrites the file if it was damaged, if something of it was settled, or if an older Pallet
   * wrote it. A damaged file is kept under another name.
   *
   * @throws DraftException if that fails; the draft is as it was on disk
   */
  public void mend() {
    ChangeHistory history = content.changes().history();
    try {
      if (content.damage().isPresent()) {
        writer.mend(history);
      } else if (isChanged || content.isOfOlderFormat()) {
        writer.compact(history);
      }
    } catch (IOException e) {
      throw new DraftException(
          "The draft can't be restored: "
              + new DraftWords(file.path().folder()).reason(e)
              + ". It is kept as it is",
          e);
    }
  }

  /** Lets a session go on with the file. */
  DraftWriter handOver() {
    isDone = true;
    return writer;
  }

  /**
   * Deletes it for good.
   *
   * @throws DraftException if it can't be deleted
   */
  public void discard() {
    isDone = true;
    try {
      writer.discard();
    } catch (IOException e) {
      throw new DraftException("The draft can't be deleted", e);
    }
  }

  /** Lets it go, to be found again, unless it was restored or discarded. */
  @Override
  public void close() {
    if (!isDone) {
      isDone = true;
      try {
        writer.keep();
      } catch (IOException e) {
        LOG.warn("A draft can't be closed", e);
      }
    }
  }
}
