package app.pallet.ui.dialog;

/** Shows what the user should know and need not answer. FX thread. */
public interface Notifier {

  /** Shows a notice. */
  void show(Notice notice);

  /**
   * Shows a notice with a button.
   *
   * @param label what the button says
   * @param action what it does; the notice goes then
   */
  void show(Notice notice, String label, Runnable action);
}
