package app.pallet.workspace.foreign;

import app.pallet.change.RowKey;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.references.GroupTree;
import app.pallet.schema.TableId;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.pending.PendingWork;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that adds groups without end until it is killed, each below one that was added before,
 * be it committed or not, and says {@code done N} once group N is on disk.
 */
final class KilledTree {

  private static final PrintStream OUT = System.out;
  private static final int COMMIT_EVERY = 5;

  private KilledTree() {}

  static OpenCatalogue open(Path folder) {
    Path file = folder.resolve("groups.db");
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(file, "Groups"), Runnable::run, Duration.ofHours(1));
    return new OpenCatalogue(
        new GroupTree(file).open(),
        PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
  }

  /** The name of the group that is above group N. */
  static String above(int number) {
    return number == 1 ? "Root" : "g" + number / 2;
  }

  /** Runs until it is killed. */
  static void main(String[] arguments) {
    OpenCatalogue groups = open(Path.of(arguments[0]));
    groups.workspace.database().warmUp();
    OUT.println("done 0");
    for (int number = 1; ; number++) {
      RowKey.New key = groups.addRow();
      groups.workspace.edits().setCell(key, groups.column("Above"), above(number));
      groups.workspace.edits().setCell(key, groups.column("Name"), "g" + number);
      OUT.println("done " + number);
      if (number % COMMIT_EVERY == 0) {
        CommitMode mode = CommitMode.values()[number / COMMIT_EVERY % CommitMode.values().length];
        if (!groups.commit(new CommitPlan(mode, 2, TransactionScope.PER_BATCH)).isComplete()) {
          throw new AssertionError("After group " + number + " not all was committed");
        }
      }
    }
  }
}
