package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.schema.TableId;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a workspace begins with, or hands over to the next one of the same catalogue: the changes
 * that are pending, and the draft that keeps them.
 *
 * @param changes taken over from a workspace that has been closed
 * @param drafts where they are kept; empty to keep them in memory only
 */
public record PendingWork(Optional<ChangeSet> changes, Optional<Drafts> drafts) {

  /** Nothing, and in memory only. */
  public static final PendingWork IN_MEMORY = new PendingWork(Optional.empty(), Optional.empty());

  /**
   * A draft and where others are.
   *
   * @param folder of all drafts
   * @param session the draft of this workspace
   */
  public record Drafts(DraftFolder folder, DraftSession session) {}

  /**
   * Nothing, with a draft that is written as soon as there is something.
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

  /** Gives it up for now, waiting for nobody; a draft is kept and will be found. */
  public void keep() {
    drafts.ifPresent(d -> d.session().beginEnd(DraftSession.Ending.KEEP));
  }
}
