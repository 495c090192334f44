package app.pallet.draft;

import app.pallet.change.ChangeSet;
import app.pallet.schema.TableId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A process that changes rows without end until it is killed, and says what is on disk. */
final class KilledEditor {

  private KilledEditor() {}

  /** Runs until it is killed. */
  static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    DraftSession session =
        new DraftFolder(folder.resolve("drafts"))
            .begin(
                TableId.ofFile(folder.resolve("shop.pallet"), "product"),
                Runnable::run,
                Duration.ofHours(1));
    changes.setJournal(session);
    Random random = new Random(Long.parseLong(arguments[1]));
    for (int done = 1; ; done++) {
      act(changes, session, random);
      System.out.println(done);
    }
  }

  /** What is pending after so many actions. */
  static RandomActions.State after(int actions, long seed) {
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    Random random = new Random(seed);
    for (int i = 0; i < actions; i++) {
      act(changes, null, random);
    }
    return RandomActions.State.of(changes).unordered();
  }

  private static void act(ChangeSet changes, @Nullable DraftSession session, Random random) {
    int kind = random.nextInt(13);
    int row = random.nextInt(200);
    int value = random.nextInt(30);
    if (kind == 7 || kind == 11) { // these are several actions in one
      changes.record("Nothing", List.of());
      return;
    }
    new RandomActions.Action(kind, row, value).perform(changes, prepared -> {});
    boolean isWrittenAnew = random.nextInt(15) == 0;
    if (isWrittenAnew && session != null) {
      session.endCommit("none", changes.history());
    }
  }
}
