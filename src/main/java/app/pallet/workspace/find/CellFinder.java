package app.pallet.workspace.find;

import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Finds and replaces texts in cells. All of it is worked out in the background. Owner thread. */
public final class CellFinder {

  private final Proposals proposals;
  private final EditQueue queue;
  private final Reading looking;
  private final AtomicLong newest = new AtomicLong();

  /**
   * Finds in what is pending and in the rows below.
   *
   * @param looking where is looked, so that nobody waits for it
   */
  public CellFinder(Proposals proposals, EditQueue queue, Reading looking) {
    this.proposals = proposals;
    this.queue = queue;
    this.looking = looking;
  }

  /**
   * Finds cells. A newer question ends this one.
   *
   * @param done gets them on the owner thread, unless there is a newer question
   * @throws IllegalArgumentException if what is to stand in its place names a group that is not
   *     there
   */
  public void find(FindQuestion question, Consumer<FoundCells> done) {
    FindWork work = new FindWork("Find", question);
    long mine = newest.incrementAndGet();
    proposals.lookInBackground(
        looking,
        "Find",
        (basis, monitor) -> {
          WorkMonitor newer = () -> mine != newest.get() || monitor.isCancelled();
          newer.step(0);
          return work.look(basis, newer);
        },
        found -> {
          if (mine == newest.get()) {
            done.accept(found);
          }
        });
  }

  /** Ends a question, of which nobody hears any more. */
  public void end() {
    newest.incrementAndGet();
  }

  /**
   * Replaces what is found, as one step of undo.
   *
   * @param name what the step is called
   * @param done gets what has become pending on the owner thread
   */
  public void replace(String name, FindQuestion question, Consumer<FoundCells> done) {
    end();
    FindWork work = new FindWork(name, question);
    queue.step(name, turn -> proposals.proposeInBackground(turn, name, work, done));
  }
}
