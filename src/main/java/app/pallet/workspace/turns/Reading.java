package app.pallet.workspace.turns;

import app.pallet.work.Work;
import java.util.function.Consumer;

/** A place where something is read or computed in the background. */
public interface Reading {

  /**
   * Reads or computes something. Owner thread.
   *
   * @param name the work, as the user reads it
   * @param done gets the result on the owner thread. It is not called if the work fails or is
   *     cancelled; the workspace's listener hears of that
   */
  <T> void read(String name, Work<T> work, Consumer<T> done);
}
