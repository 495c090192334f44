package app.pallet.workspace;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.workspace.ShopModel.Action;
import app.pallet.workspace.view.CellState;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A process that works on a catalogue without end until it is killed, and says what it has done:
 * {@code done N} once action N is on disk, and what a commit is at.
 */
final class KilledWorkspace {

  private static final PrintStream OUT = System.out;

  private KilledWorkspace() {}

  /** Runs until it is killed. */
  static void main(String[] arguments) {
    ShopModel model = new ShopModel(Long.parseLong(arguments[1]));
    try (OpenCatalogue catalogue = FaultedCatalogue.open(Path.of(arguments[0]))) {
      catalogue.workspace.database().warmUp();
      OUT.println("done 0");
      for (int done = 1; ; done++) {
        perform(catalogue, model.next());
        OUT.println("done " + done);
      }
    }
  }

  private static void perform(OpenCatalogue catalogue, Action action) {
    Workspace workspace = catalogue.workspace;
    switch (action) {
      case Action.Paste paste -> {
        OUT.println("paste");
        catalogue.paste(paste.block(), 0, "sku");
      }
      case Action.Type(var sku, var name) ->
          workspace
              .edits()
              .setCell(
                  workspace.view().keyAt(index(catalogue, sku)), catalogue.column("name"), name);
      case Action.Delete(var sku) -> {
        int row = index(catalogue, sku);
        workspace.edits().delete(List.of(catalogue.block(row, row, "sku")));
      }
      case Action.Commit(var mode, var size) -> {
        OUT.println("commit");
        CommitPlan plan =
            new CommitPlan(CommitMode.values()[mode], size, TransactionScope.PER_BATCH);
        workspace.commit(plan, KilledWorkspace::tell, KilledWorkspace::requireComplete);
      }
    }
  }

  private static void tell(CommitEvent event) {
    if (event instanceof CommitEvent.BatchCommitted || event instanceof CommitEvent.Finished) {
      OUT.println(event instanceof CommitEvent.Finished ? "settle" : "batch");
    }
  }

  private static void requireComplete(CommitReport report) {
    if (!report.isComplete()) {
      throw new AssertionError("Only " + report.committed() + " of " + report.asked());
    }
  }

  private static int index(OpenCatalogue catalogue, String sku) {
    return IntStream.range(0, catalogue.workspace.view().size())
        .filter(row -> catalogue.text(row, "sku").equals(sku))
        .filter(row -> catalogue.state(row, "sku") != CellState.DELETED)
        .findFirst()
        .orElseThrow();
  }
}
