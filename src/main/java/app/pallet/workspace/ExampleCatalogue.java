package app.pallet.workspace;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a catalogue of invented products: for the first start, and for the demo. */
public final class ExampleCatalogue {

  /** Products of the catalogue that the first start makes. */
  public static final int PRODUCTS = 1_000;

  private ExampleCatalogue() {}

  /**
   * Makes the catalogue and leaves it open. All products come in one transaction, so a start that
   * is killed leaves an empty catalogue or a whole one.
   *
   * @param file where; must not be there
   * @param products how many
   * @throws app.pallet.database.file.CatalogueException if the file can't be made
   * @throws UncheckedIOException if its folder can't be made
   */
  public static CatalogueDatabase create(Path file, int products, WorkMonitor monitor) {
    createFolder(file);
    TableSchema schema = ProductSchema.create();
    CatalogueDatabase database =
        CatalogueDatabase.openOrCreate(file, schema, ConnectionSettings.DEFAULT);
    List<RowChange> adds = new ArrayList<>(products);
    new ExampleProducts(schema)
        .stream(1, products)
            .forEach(values ->
                adds.add(
                    new RowChange.Add(
                        new RowKey.New(adds.size() + 1), values, RowOrigin.TYPED, List.of())));
    CommitPlan plan = new CommitPlan(CommitMode.BATCH, products, TransactionScope.ALL_OR_NOTHING);
    new CommitTask(database, adds, plan, CommitListener.NONE).run(monitor);
    return database;
  }

  /** On a first start not even the folder for it is there. */
  private static void createFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + file + " can't be made", e);
    }
  }
}
