package app.pallet.ui.dialog;

import app.pallet.draft.DraftStatus;
import app.pallet.workspace.checks.CommitFindings;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Asks the user before something can't be undone. Blocks until answered; FX thread. */
public interface Questions {

  /** Whether to commit what may be a slip. */
  enum Commit {
    /** It is meant. */
    COMMIT,
    /** First look at the rows. */
    SHOW,
    /** Leave everything pending. */
    CANCEL
  }

  /** What to do about a damaged catalogue. */
  enum Damage {
    /** Open the latest backup. */
    RESTORE,
    /** Save what can still be read into a new catalogue. */
    SALVAGE,
    /** Nothing now. */
    LEAVE
  }

  /** What to do with pending changes when their catalogue is about to be closed. */
  enum Leaving {
    /** Stay. */
    KEEP_EDITING,
    /** Close; the draft offers them when the catalogue is opened again. */
    KEEP_FOR_NEXT_TIME,
    /** Close and lose them. */
    DISCARD
  }

  /** What to do with a commit that runs when its catalogue is about to be closed. */
  enum LeavingCommit {
    /** Stay. */
    GO_ON_EDITING,
    /** Stop it within a batch and close; what it has not written stays in the draft. */
    STOP,
    /** Close, and let it finish in a small window. */
    FINISH,
    /** Stop it within a batch and close; what it has not written is lost. */
    DISCARD
  }

  /**
   * Asks about a commit that runs.
   *
   * @param soFar how far it is by now, in a sentence
   */
  LeavingCommit leavingCommit(ObservableValue<String> soFar);

  /**
   * Asks whether work that runs may be stopped, which leaves nothing of it.
   *
   * @param works what they are called, at least one
   * @return whether it may be stopped
   */
  boolean stopping(List<String> works);

  /**
   * Asks about pending changes.
   *
   * @param pending how many rows have one, at least 1
   * @param status whether they are all in the draft
   */
  Leaving leaving(int pending, DraftStatus status);

  /**
   * Asks for confirmation before a draft is deleted.
   *
   * @param pending how many rows have a change in it
   * @return whether the user wants it deleted
   */
  boolean discardDraft(int pending);

  /**
   * Asks about a commit in which something may be a slip.
   *
   * @param findings at least one of them needs an answer
   */
  Commit committing(CommitFindings findings);

  /**
   * Asks about a damaged catalogue.
   *
   * @param catalogue its name
   * @param finding what was found first, in SQLite's words
   * @param backup when the latest backup was made, as the user reads it; empty if there is none
   */
  Damage damaged(String catalogue, String finding, Optional<String> backup);
}
