package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.ChangeSet;
import app.pallet.change.DamagedChangesException;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a draft's file holds, done again: everything up to the end, or to the first frame that is
 * damaged. Confined to the thread that has it.
 */
final class DraftContent {

  private final int version;
  private final DraftOwner owner;
  private final ChangeSet changes;
  private final KnownColumns columns;
  private final Map<Long, ChangeAction.Step> prepared = new HashMap<>();
  private final Set<String> openCommits = new LinkedHashSet<>();
  private final FrameTally tally = new FrameTally();
  private Instant lastAction = Instant.EPOCH;
  private long end = DraftFile.PREAMBLE;
  private Optional<DraftFrame.Header> header = Optional.empty();
  private Optional<String> damage = Optional.empty();

  private DraftContent(int version, DraftOwner owner, TableSchema schema) {
    this.version = version;
    this.owner = owner;
    this.changes = new ChangeSet(schema);
    this.columns = new KnownColumns(schema);
  }

  /**
   * Reads a file to its end or to the first damage; only the beginning of one of another table.
   *
   * @param version the version of the file's format
   * @param owner who looks for a draft, and of which table
   */
  static DraftContent of(DraftFile file, int version, DraftOwner owner, TableSchema schema)
      throws IOException {
    DraftContent content = new DraftContent(version, owner, schema);
    try (InputStream frames = file.frames()) {
      content.read(new FrameReader(frames, file.end() - DraftFile.PREAMBLE, schema, version));
    }
    return content;
  }

  private void read(FrameReader reader) throws IOException {
    try {
      for (var next = reader.next();
          next.isPresent() && !isOfAnotherTable();
          next = reader.next()) {
        DraftFrame frame = next.get().frame();
        if (header.isEmpty() && !(frame instanceof DraftFrame.Header)) {
          throw new DamagedChangesException("The beginning is missing", null);
        }
        take(frame, next.get().at());
        tally.add(frame, reader.lastSize());
        end += reader.lastSize();
      }
    } catch (DamagedChangesException e) {
      damage = Optional.of(String.valueOf(e.getMessage())); // all before it is good
    }
  }

  private void take(DraftFrame frame, Instant at) {
    switch (frame) {
      case DraftFrame.Header first -> {
        header = Optional.of(first);
        changes.raiseNumber(first.lastNumber());
      }
      case DraftFrame.Acted(var action) -> act(action, at);
      case DraftFrame.Prepared(var id, var step) -> prepared.put(id, step);
      case DraftFrame.Recorded(var id) -> {
        ChangeAction.Step step = prepared.remove(id);
        if (step == null) {
          throw new DamagedChangesException("No step " + id + " was prepared", null);
        }
        act(step, at);
      }
      case DraftFrame.CommitStarted(var token) -> openCommits.add(token);
      case DraftFrame.CommitEnded(var token) -> openCommits.remove(token);
    }
  }

  private void act(ChangeAction action, Instant at) {
    changes.replay(columns.ofKnown(action));
    lastAction = at;
  }

  /** What stands at the beginning; empty if nothing of the file can be read. */
  Optional<DraftFrame.Header> header() {
    return header;
  }

  /** Whether another table of the same database was edited. */
  boolean isOfAnotherTable() {
    return version > 1 // which knew of no others
        && header.isPresent()
        && !header.get().table().equals(owner.table().toString());
  }

  /**
   * Whether it has an older format, which is only read: the file must be rewritten before it goes
   * on.
   */
  boolean isOfOlderFormat() {
    return version < DraftFile.VERSION;
  }

  /** What was pending, with undo and redo. */
  ChangeSet changes() {
    return changes;
  }

  /** The labels of columns that the table no longer has, and of which values were left out. */
  Set<String> leftOut() {
    return columns.leftOut();
  }

  Set<String> openCommits() {
    return openCommits;
  }

  FrameTally tally() {
    return tally;
  }

  Instant lastAction() {
    return lastAction;
  }

  /** Why not all of it could be read; for the log. */
  Optional<String> damage() {
    return damage;
  }

  /** Where the last good frame ends. */
  long end() {
    return end;
  }
}
