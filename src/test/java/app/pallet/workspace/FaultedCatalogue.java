package app.pallet.workspace;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.TableId;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.pending.RestoreReport;
import app.pallet.workspace.view.CellState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A catalogue with a draft that faults are done to, and the audit of every row afterwards. */
final class FaultedCatalogue {

  private FaultedCatalogue() {}

  private static Path file(Path folder) {
    return folder.resolve("shop.pallet");
  }

  /** Makes a catalogue of a {@link ShopModel}'s products. */
  static void create(Path folder) {
    new OpenCatalogue(file(folder)).withProducts(ShopModel.PRODUCTS).close();
  }

  /**
   * Makes a table of another program with the same products.
   *
   * @param journal how SQLite keeps its transactions, {@code wal} or {@code delete}
   */
  static void createForeign(Path folder, String journal) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreign(folder));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = " + journal);
      statement.execute(
          "CREATE TABLE product (no INTEGER PRIMARY KEY, sku TEXT UNIQUE, name TEXT NOT NULL,"
              + " quantity NUMERIC DEFAULT 0, note TEXT DEFAULT (datetime('now')))");
      for (String line : new ShopModel(0).lines()) {
        String[] cells = line.split("\\|", -1);
        statement.execute(
            "INSERT INTO product (sku, name, quantity) VALUES ('%s', '%s', %s)"
                .formatted(cells[0], cells[1], cells[2]));
      }
    }
  }

  private static Path foreign(Path folder) {
    return folder.resolve("shop.db");
  }

  /** Opens it as the window does. */
  static OpenCatalogue open(Path folder) {
    boolean isForeign = Files.exists(foreign(folder));
    Path file = isForeign ? foreign(folder) : file(folder);
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    // With endless patience an action is on disk once it returns, however slow the disk is.
    DraftSession session =
        drafts.begin(TableId.ofFile(file, "product"), Runnable::run, Duration.ofHours(1));
    PendingWork pending = PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session));
    return isForeign
        ? new OpenCatalogue(
            CatalogueDatabase.openTable(file, "product", ConnectionSettings.DEFAULT), pending)
        : new OpenCatalogue(file, pending);
  }

  /**
   * Opens it as after a crash, restores the draft, and lists every product that would be there once
   * all is committed, as {@link ShopModel#lines} does.
   */
  static List<String> audit(Path folder) {
    try (OpenCatalogue catalogue = open(folder)) {
      restore(catalogue);
      List<String> pending = lines(catalogue);
      if (!catalogue.workspace.changes().isEmpty()) {
        catalogue.commit();
      }
      List<String> committed = stored(catalogue);
      if (!pending.equals(committed)) {
        throw new AssertionError("What was restored is not what could be committed");
      }
      return committed;
    }
  }

  private static void restore(OpenCatalogue catalogue) {
    List<RestoreReport> restored = new ArrayList<>();
    catalogue
        .workspace
        .draft()
        .find(draft -> catalogue.workspace.draft().restore(draft, restored::add));
    for (RestoreReport report : restored) {
      if (report.conflicts() > 0) { // a frame that was cut off at the end is no surprise
        throw new AssertionError("Not restored as it was: " + report);
      }
    }
  }

  private static List<String> lines(OpenCatalogue catalogue) {
    return IntStream.range(0, catalogue.workspace.view().size())
        .filter(row -> catalogue.state(row, "sku") != CellState.DELETED)
        .mapToObj(row ->
            catalogue.text(row, "sku")
                + "|"
                + catalogue.text(row, "name")
                + "|"
                + catalogue.text(row, "quantity"))
        .sorted()
        .toList();
  }

  /** What the database alone holds. */
  private static List<String> stored(OpenCatalogue catalogue) {
    List<String> lines = new ArrayList<>();
    catalogue
        .workspace
        .reader()
        .forEach(
            RowQuery.ALL,
            row ->
                lines.add(
                    row.values().get(catalogue.column("sku"))
                        + "|"
                        + row.values().get(catalogue.column("name"))
                        + "|"
                        + row.values().get(catalogue.column("quantity"))));
    return lines.stream().sorted().toList();
  }
}
