package app.pallet.workspace;

import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.schema.TableId;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that has edited a table whose key is a text and a number, has it on disk in a draft,
 * and says {@code done}; then it waits to be killed.
 */
final class KilledTable {

  static final String TABLE = "prices";

  private KilledTable() {}

  /** Opens the table with its draft, as the window does. */
  static OpenCatalogue open(Path folder) {
    Path file = folder.resolve("shop.db");
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(file, TABLE), Runnable::run, Duration.ofHours(1));
    return new OpenCatalogue(
        CatalogueDatabase.openTable(file, TABLE, ConnectionSettings.DEFAULT),
        PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
  }

  /** Runs until it is killed. */
  static void main(String[] arguments) {
    try (OpenCatalogue prices = open(Path.of(arguments[0]))) {
      type(prices, RowKey.Parts.of("a", 1), "1.25");
      type(prices, RowKey.Parts.of("b", 1), "2.25");
      prices.workspace.edits().delete(List.of(prices.block(2, 2, "price")));
      RowKey added = prices.addRow();
      prices.workspace.edits().setCell(added, prices.column("sku"), "d");
      prices.workspace.edits().setCell(added, prices.column("from"), "7");
      type(prices, added, "9");
      System.out.println("done");
      while (true) {
        LockSupport.park();
      }
    }
  }

  private static void type(OpenCatalogue prices, RowKey row, String price) {
    prices.workspace.edits().setCell(row, prices.column("price"), price);
  }
}
