package app.pallet.workspace.turns;

import app.pallet.work.Work;
import java.util.function.Consumer;

/** Where something is read or computed in the background. */
public interface Reading {

  /**
   * Reads or computes something. Owner thread.
   *
   * @param name what is being done, as the user reads it
   * @param done gets the result on the owner thread; not called if the work fails or is cancelled,
   *     of which the workspace's listener hears
   */
  <T> void read(String name, Work<T> work, Consumer<T> done);
}
