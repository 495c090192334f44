package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.references.ParentTable;
import app.pallet.rows.references.ReferringColumn;
import app.pallet.rows.references.ShopTables;
import app.pallet.schema.Column;
import app.pallet.schema.TableId;
import app.pallet.schema.table.PendingParent.OtherRow;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cells that refer to rows of other tables which are added with them. */
class AddedParentsTest {

  private static final OtherRow LAMPS = new OtherRow("Lamps", Map.of("CategoryName", "Lamps"));
  private static final OtherRow ACME =
      new OtherRow("Acme", Map.of("Code", "ACME", "CompanyName", "Acme"));

  @TempDir Path folder;
  private Path file;
  private final List<CommitEvent> events = new ArrayList<>();

  @BeforeEach
  void make() throws SQLException {
    file = ShopTables.in(folder);
  }

  private OpenCatalogue open() {
    return new OpenCatalogue(ShopTables.products(file));
  }

  private OpenCatalogue openWithDraft() {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(file, "Products"), Runnable::run, Duration.ofHours(1));
    return new OpenCatalogue(
        ShopTables.products(file),
        PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
  }

  private static ReferringColumn refersBy(Column column, Map<Column, ReferringColumn> all) {
    return Objects.requireNonNull(all.get(column));
  }

  private static void set(OpenCatalogue products, int row, String column, OtherRow parent) {
    products.workspace.edits().setParent(products.key(row), products.column(column), parent);
  }

  private CommitReport commit(OpenCatalogue products, CommitMode mode) {
    List<CommitReport> reports = new ArrayList<>();
    products.workspace.commit(
        new CommitPlan(mode, 2, TransactionScope.PER_BATCH), events::add, reports::add);
    return reports.getFirst();
  }

  private List<String> added() {
    return events.stream()
        .filter(CommitEvent.ParentAdded.class::isInstance)
        .map(event -> ((CommitEvent.ParentAdded) event).what())
        .toList();
  }

  private static List<String> problems(CommitReport report) {
    return report.refusals().values().stream()
        .flatMap(List::stream)
        .map(RowProblem::sentence)
        .toList();
  }

  private List<String> stored(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = ShopTables.connections(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1) + " " + result.getString(2));
      }
    }
    return rows;
  }

  private List<String> categories() throws SQLException {
    return stored(
        "SELECT ProductName, CategoryName FROM Products LEFT JOIN Categories USING (CategoryID)"
            + " ORDER BY ProductID");
  }

  @Test
  void aTableTellsWhatItsNewRowsNeed() {
    try (CatalogueDatabase products = ShopTables.products(file)) {
      Map<Column, ReferringColumn> refers = ReferringColumn.of(products.schema());
      Column category = products.schema().require("CategoryID");
      Column supplier = products.schema().require("Supplier");
      Column own = products.schema().require("Replaces");
      ParentTable categories = ParentTable.of(products, refersBy(category, refers)).orElseThrow();
      assertThat(categories.needed()).extracting(Column::name).containsExactly("CategoryName");
      assertThat(categories.needsOnlyName()).isTrue();
      ParentTable suppliers = ParentTable.of(products, refersBy(supplier, refers)).orElseThrow();
      assertThat(suppliers.needed())
          .extracting(Column::name)
          .containsExactly("CompanyName", "Code");
      assertThat(suppliers.needsOnlyName()).isFalse();
      assertThat(ParentTable.of(products, refersBy(own, refers))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aParentIsAddedOnceAndBeforeItsRows(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open()) {
      set(products, 0, "CategoryID", LAMPS);
      set(products, 1, "CategoryID", LAMPS);
      set(products, 2, "CategoryID", LAMPS);
      set(products, 3, "Supplier", ACME);
      products.paste("Bulb\tlamps\n", 4, "ProductName"); // a pending parent has a name, too
      assertThat(products.text(4, "CategoryID")).isEqualTo("Lamps");
      CommitReport report = commit(products, mode);
      assertThat(problems(report)).isEmpty();
      assertThat(added()).containsExactly("Added Lamps to Categories", "Added Acme to Suppliers");
      assertThat(products.text(0, "CategoryID")).isEqualTo("7");
    }
    assertThat(categories())
        .containsExactly("Chai Lamps", "Chang Lamps", "Syrup Lamps", "Lost null", "Bulb Lamps");
    assertThat(stored("SELECT count(*), max(CategoryID) FROM Categories")).containsExactly("7 7");
    assertThat(stored("SELECT Supplier, ProductName FROM Products WHERE ProductID = 4"))
        .containsExactly("ACME Lost");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aParentThatSomebodyHasAddedMeanwhileIsTaken(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open()) {
      set(products, 0, "CategoryID", LAMPS);
      ShopTables.execute(file, "INSERT INTO Categories VALUES (70, 'Lamps')");
      assertThat(problems(commit(products, mode))).isEmpty();
      assertThat(added()).isEmpty();
    }
    assertThat(stored("SELECT CategoryID, ProductID FROM Products WHERE ProductID = 1"))
        .containsExactly("70 1");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsWaitForAParentThatIsRefused(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open()) {
      set(
          products,
          0,
          "Supplier",
          new OtherRow("Exo", Map.of("Code", "EXOT", "CompanyName", "Exo")));
      products.workspace.edits().setCell(products.key(1), products.column("ProductName"), "Chung");
      assertThat(problems(commit(products, mode)))
          .singleElement()
          .asString()
          .startsWith("Waits for Exo, which Suppliers does not take: ");
      assertThat(products.workspace.changes().counts().total()).isEqualTo(1);
    }
    assertThat(stored("SELECT Code, CompanyName FROM Suppliers ORDER BY 1"))
        .containsExactly("EXOT Exotic Liquids", "NORL Nord-Ost-Fisch");
    assertThat(stored("SELECT ProductName, Supplier FROM Products WHERE ProductID = 2"))
        .containsExactly("Chung EXOT");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void nothingIsAddedIfAllOrNothingIsNothing(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open()) {
      set(products, 0, "CategoryID", LAMPS);
      products.workspace.edits().setCell(products.key(1), products.column("Replaces"), "500");
      products.workspace.commit(
          new CommitPlan(mode, 10, TransactionScope.ALL_OR_NOTHING), events::add, report -> {});
      assertThat(added()).isEmpty();
      assertThat(products.workspace.changes().counts().total()).isEqualTo(2);
    }
    assertThat(stored("SELECT count(*), max(CategoryID) FROM Categories")).containsExactly("6 6");
  }

  @Test
  void undoTakesItBackAndADraftKeepsIt() throws SQLException {
    OpenCatalogue left = openWithDraft();
    set(left, 0, "CategoryID", LAMPS);
    set(left, 3, "Supplier", ACME);
    left.workspace.queue().undo(taken -> {});
    left.close();
    try (OpenCatalogue products = openWithDraft()) {
      products
          .workspace
          .draft()
          .find(draft -> products.workspace.draft().restore(draft, report -> {}));
      products.workspace.queue().redo(taken -> {});
      products.workspace.queue().undo(taken -> {});
      assertThat(problems(commit(products, CommitMode.BATCH))).isEmpty();
    }
    assertThat(added()).containsExactly("Added Lamps to Categories");
    assertThat(stored("SELECT count(*), max(Code) FROM Suppliers")).containsExactly("2 NORL");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void parentsOfOneNameInTwoTablesAreTwoRows(CommitMode mode) throws SQLException {
    ShopTables.execute(
        file,
        "CREATE TABLE Brand (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "CREATE TABLE Vendor (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "INSERT INTO Vendor VALUES (70, 'Other')",
        "CREATE TABLE Item (id INTEGER PRIMARY KEY, brand INTEGER REFERENCES Brand,"
            + " vendor INTEGER REFERENCES Vendor)",
        "INSERT INTO Item VALUES (1, NULL, NULL)");
    OtherRow acme = new OtherRow("Acme", Map.of("name", "Acme"));
    try (OpenCatalogue items = new OpenCatalogue(ShopTables.open(file, "Item"))) {
      set(items, 0, "brand", acme);
      set(items, 0, "vendor", acme);
      assertThat(problems(commit(items, mode))).isEmpty();
    }
    assertThat(stored("SELECT brand, vendor FROM Item")).containsExactly("1 71");
    assertThat(stored("SELECT id, name FROM Vendor WHERE id > 70")).containsExactly("71 Acme");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void noParentIsAddedForARowThatIsRefused(CommitMode mode) throws SQLException {
    ShopTables.execute(
        file, "CREATE UNIQUE INDEX names ON Products (ProductName COLLATE NOCASE, CategoryID > 0)");
    try (OpenCatalogue products = open()) {
      set(products, 0, "CategoryID", LAMPS);
      set(products, 1, "CategoryID", LAMPS);
      products.workspace.edits().setCell(products.key(0), products.column("ProductName"), "Syrup");
      products.workspace.edits().setCell(products.key(1), products.column("ProductName"), "Syrup");
      assertThat(commit(products, mode).refusals()).hasSize(2);
    }
    assertThat(
            stored(
                "SELECT count(*), max(CategoryName) FROM Categories WHERE CategoryName = 'Lamps'"))
        .containsExactly("0 null");
  }
}
