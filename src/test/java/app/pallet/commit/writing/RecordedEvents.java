package app.pallet.commit.writing;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a commit tells. */
final class RecordedEvents implements CommitListener {

  private final List<CommitEvent> events = new ArrayList<>();

  @Override
  public void happened(CommitEvent event) {
    events.add(event);
  }

  List<CommitEvent> all() {
    return events;
  }

  <E extends CommitEvent> List<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
