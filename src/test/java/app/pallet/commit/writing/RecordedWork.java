package app.pallet.commit.writing;

import app.pallet.work.WorkMonitor;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a user reads while a commit runs, and is never cancelled. */
final class RecordedWork implements WorkMonitor {

  private final List<String> said = new ArrayList<>();

  @Override
  public void begin(String task, long total) {
    said.add(task + " " + total);
  }

  @Override
  public void message(String text) {
    said.add(text);
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  /** Each task with its total, and each message, in order. */
  List<String> said() {
    return said;
  }
}
