package app.pallet.change;

/** Hears after pending changes have changed; called on the thread that changed them. */
@FunctionalInterface
public interface ChangeListener {

  /**
   * Something changed.
   *
   * @param newRows whether rows to be added came, went or moved, so that row numbers shift
   */
  void changed(boolean newRows);
}
