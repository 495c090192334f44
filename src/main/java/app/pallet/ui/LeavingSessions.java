package app.pallet.ui;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The catalogues that have left the window but are not closed yet. FX thread. */
final class LeavingSessions {

  private final Set<EditorSession> sessions = new LinkedHashSet<>();
  private Runnable gone = () -> {};

  /**
   * Closes a catalogue. Returns at once.
   *
   * @param then called when it is closed, or at once if it stays for its commit
   */
  void close(EditorSession session, Runnable then) {
    sessions.add(session);
    session.close(
        () -> {
          if (!session.isLeftToFinish()) {
            then.run();
          }
        },
        () -> {
          sessions.remove(session);
          tellIfGone();
        });
    if (session.isLeftToFinish()) {
      then.run();
    }
  }

  /** Whether one of them still holds a file. */
  boolean hold(Path file) {
    return sessions.stream().anyMatch(session -> session.holds(file));
  }

  /** Calls the listener once, as soon as none is left. */
  void whenGone(Runnable listener) {
    Runnable others = gone;
    gone =
        () -> {
          others.run();
          listener.run();
        };
    tellIfGone();
  }

  private void tellIfGone() {
    if (sessions.isEmpty()) {
      Runnable told = gone;
      gone = () -> {};
      told.run();
    }
  }
}
