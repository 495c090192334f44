package app.pallet.ui.dialog;

/** Tells the user that something went wrong. Blocks until the user has seen it; FX thread. */
@FunctionalInterface
public interface ErrorReporter {

  /** Tells it. */
  void report(ErrorReport report);
}
