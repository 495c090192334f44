package app.pallet.draft;

import app.pallet.change.ChangeAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts which bytes of a file still matter, to tell when the file should be rewritten. */
final class FrameTally {

  /** Below this it isn't worth the trouble. */
  private static final long LEAST = 1 << 20;

  private final Deque<Integer> done = new ArrayDeque<>();
  private final Deque<Integer> undone = new ArrayDeque<>();
  private final Map<Long, Integer> prepared = new HashMap<>();
  private long total;
  private long live;

  /** Counts a frame that was written or read. */
  void add(DraftFrame frame, int bytes) {
    total += bytes;
    switch (frame) {
      case DraftFrame.Header header -> live += bytes;
      case DraftFrame.Acted(var action) -> add(action, bytes);
      case DraftFrame.Prepared(var id, var step) -> {
        prepared.values().forEach(older -> live -= older); // they never happened
        prepared.clear();
        prepared.put(id, bytes);
        live += bytes;
      }
      case DraftFrame.Recorded(var id) -> {
        int step = Objects.requireNonNullElse(prepared.remove(id), 0);
        live -= step; // which is counted again as done
        done(step);
      }
      case DraftFrame.CommitStarted started -> {}
      case DraftFrame.CommitEnded ended -> {}
    }
  }

  private void add(ChangeAction action, int bytes) {
    switch (action) {
      case ChangeAction.Step step -> done(bytes);
      case ChangeAction.Undo undo -> undone.push(done.pop());
      case ChangeAction.Redo redo -> done.push(undone.pop());
      case ChangeAction.Settle(var keys, var later, var given) when !later.isEmpty() -> done(bytes);
      case ChangeAction.Settle settle -> {}
      case ChangeAction.Remark remark -> {}
    }
  }

  private void done(int bytes) {
    undone.forEach(step -> live -= step);
    undone.clear();
    done.push(bytes);
    live += bytes;
  }

  /** Whether more than half of the file no longer matters. */
  boolean isMostlyDead() {
    return total - live > Math.max(live, LEAST);
  }
}
