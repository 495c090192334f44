package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.schema.TableId;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a workspace begins with, or hands over to the next workspace of the same catalogue: the
 * pending changes, and the draft that keeps them.
 *
 * @param changes the changes of a workspace that has been closed
 * @param drafts where they are kept; empty to keep them in memory only
 */
public record PendingWork(Optional<ChangeSet> changes, Optional<Drafts> drafts) {

  /** Nothing is pending, and changes are kept in memory only. */
  public static final PendingWork IN_MEMORY = new PendingWork(Optional.empty(), Optional.empty());

  /**
   * A draft, and the folder of other drafts.
   *
   * @param folder the folder of all drafts
   * @param session the draft of this workspace
   */
  public record Drafts(DraftFolder folder, DraftSession session) {}

  /**
   * Nothing is pending. A draft is written as soon as there is a change.
   *
   * @param delivery brings calls to the workspace's owner thread
   */
  public static PendingWork draftedIn(DraftFolder folder, TableId table, Executor delivery) {
    DraftSession session = folder.begin(table, delivery, DraftSession.PATIENCE);
    return IN_MEMORY.with(new Drafts(folder, session));
  }

  /** The same, kept in a draft. */
  public PendingWork with(Drafts others) {
    return new PendingWork(changes, Optional.of(others));
  }

  /** Releases the draft without waiting. The draft is kept and will be found. */
  public void keep() {
    drafts.ifPresent(d -> d.session().beginEnd(DraftSession.Ending.KEEP));
  }
}
