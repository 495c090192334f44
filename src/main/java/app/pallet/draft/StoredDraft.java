package app.pallet.draft;

import app.pallet.change.ChangeCounts;
import app.pallet.change.ChangeSet;
import app.pallet.change.RowKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

  private final DraftFiles files;
  private final DraftFile file;
  private final DraftContent content;
  private final DraftFrame.Header header;
  private final String identity;
  private final List<DraftFrame> settled = new ArrayList<>();
  private boolean isDone;

  /**
   * A draft that was read.
   *
   * @param identity the catalogue's file as it is now
   */
  StoredDraft(
      DraftFiles files,
      DraftFile file,
      DraftContent content,
      DraftFrame.Header header,
      String identity) {
    this.files = files;
    this.file = file;
    this.content = content;
    this.header = header;
    this.identity = identity;
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

  /** How many values were left out for each column that the table no longer has, by its label. */
  public Map<String, Integer> leftOut() {
    return Map.copyOf(content.leftOut());
  }

  /** Whether another file now stands where the catalogue was. */
  public boolean isOfReplacedFile() {
    return !header.identity().isEmpty()
        && !identity.isEmpty()
        && !header.identity().equals(identity);
  }

  /** The commits that had begun and whose end is not known here. */
  public Set<String> openCommits() {
    return Set.copyOf(content.openCommits());
  }

  /** Takes out of the draft what a commit has written. */
  public void settle(String token, Set<RowKey> committed) {
    if (!committed.isEmpty()) {
      content.changes().settle(committed);
      settled.add(
          new DraftFrame.Acted(new app.pallet.change.ChangeAction.Settle(Set.copyOf(committed))));
    }
    settled.add(new DraftFrame.CommitEnded(token));
    content.openCommits().remove(token);
  }

  /** Lets a writer go on with the file. */
  ChangeSet handOver(DraftWriter writer) throws IOException {
    writer.adopt(file, content, settled);
    isDone = true;
    return content.changes();
  }

  /**
   * Deletes it for good.
   *
   * @throws DraftException if it can't be deleted
   */
  public void discard() {
    isDone = true;
    try {
      files.delete(file);
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
        files.release(file);
      } catch (IOException e) {
        LOG.warn("A draft can't be closed", e);
      }
    }
  }
}
