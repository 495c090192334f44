package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.history.UndoReport;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.view.ViewScope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of other programs whose keys are texts or several columns, from reading to undo. */
final class PartKeysTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("shop.db");
  }

  /** Runs statements as another program does. */
  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What a plain connection reads: the cells of each row with a bar between two. */
  private List<String> stored(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  private OpenCatalogue open(String table) {
    return open(table, PendingWork.IN_MEMORY);
  }

  private OpenCatalogue open(String table, PendingWork pending) {
    return new OpenCatalogue(
        CatalogueDatabase.openTable(file(), table, ConnectionSettings.DEFAULT), pending);
  }

  private static void type(OpenCatalogue table, RowKey row, String column, String text) {
    table.workspace.edits().setCell(row, table.column(column), text);
  }

  private static RowKey add(OpenCatalogue table, String... cells) {
    RowKey row = table.addRow();
    for (int i = 0; i < cells.length; i += 2) {
      type(table, row, cells[i], cells[i + 1]);
    }
    return row;
  }

  private static final String[] LINES = {
    """
    CREATE TABLE "Order Details" (
      OrderID INTEGER NOT NULL, ProductID INTEGER NOT NULL,
      Quantity INTEGER NOT NULL DEFAULT 1, Note TEXT,
      PRIMARY KEY (OrderID, ProductID))
    """,
    "INSERT INTO \"Order Details\" VALUES (1, 1, 10, 'a'), (1, 2, 20, 'b'), (2, 1, 30, 'c')"
  };

  private static final String[] CUSTOMERS = {
    "CREATE TABLE Customers (CustomerID TEXT NOT NULL PRIMARY KEY, Name TEXT, City TEXT)",
    "INSERT INTO Customers VALUES ('ALFKI', 'Alfreds', 'Berlin'), ('ANATR', 'Ana', 'México'),"
        + " ('o''x\"é', 'Odd', NULL)"
  };

  private static final String[] PRICES = {
    """
    CREATE TABLE prices (
      sku TEXT NOT NULL, "from" INTEGER NOT NULL, price NUMERIC, PRIMARY KEY (sku, "from"))
      WITHOUT ROWID
    """,
    "INSERT INTO prices VALUES ('b', 2, 1.5), ('a', 1, 2), ('a', 10, 3)"
  };

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void linesOfOrdersAreChangedAddedAndDeleted(CommitMode mode) throws Exception {
    execute(LINES);
    try (OpenCatalogue lines = open("Order Details")) {
      assertThat(lines.key(1)).isEqualTo(RowKey.Parts.of(1, 2));
      type(lines, lines.key(1), "Quantity", "21");
      lines.workspace.edits().delete(List.of(lines.block(2, 2, "Note")));
      add(lines, "OrderID", "3", "ProductID", "7", "Quantity", "70");
      CommitReport report = lines.commit(CommitPlan.DEFAULT.in(mode));

      assertThat(report.ending()).isEqualTo(new CommitEnding.Finished());
      assertThat(report.newKeys().values()).containsExactly(RowKey.Parts.of(3, 7));
      assertThat(lines.workspace.changes().counts().total()).isZero();
      assertThat(lines.texts("Quantity")).containsExactly("10", "21", "70");
    }
    assertThat(stored("SELECT * FROM \"Order Details\""))
        .containsExactly("1|1|10|a", "1|2|21|b", "3|7|70|null");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsWithTextKeysAreChangedAddedAndDeleted(CommitMode mode) throws Exception {
    execute(CUSTOMERS);
    try (OpenCatalogue customers = open("Customers")) {
      type(customers, RowKey.Parts.of("o'x\"é"), "City", "Köln");
      customers.workspace.edits().delete(List.of(customers.block(0, 0, "City")));
      add(customers, "CustomerID", "ÄÖ-1", "Name", "New");
      assertThat(customers.commit(CommitPlan.DEFAULT.in(mode)).ending())
          .isEqualTo(new CommitEnding.Finished());
    }
    assertThat(stored("SELECT * FROM Customers ORDER BY 1"))
        .containsExactly("ANATR|Ana|México", "o'x\"é|Odd|Köln", "ÄÖ-1|New|null");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsOfATableWithoutRowNumbersAreChangedAddedAndDeleted(CommitMode mode) throws Exception {
    execute(PRICES);
    try (OpenCatalogue prices = open("prices")) {
      assertThat(prices.texts("price")).containsExactly("2", "3", "1.5");
      type(prices, RowKey.Parts.of("a", 10), "price", "3.25");
      prices.workspace.edits().delete(List.of(prices.block(2, 2, "price")));
      add(prices, "sku", "c", "from", "1", "price", "9");
      assertThat(prices.commit(CommitPlan.DEFAULT.in(mode)).ending())
          .isEqualTo(new CommitEnding.Finished());
      assertThat(prices.texts("price")).containsExactly("2", "3.25", "9");
    }
    assertThat(stored("SELECT * FROM prices")).containsExactly("a|1|2", "a|10|3.25", "c|1|9");
  }

  @Test
  void searchSortFilterAndPendingRowsWorkByKeys() throws Exception {
    execute(CUSTOMERS);
    try (OpenCatalogue customers = open("Customers")) {
      Workspace workspace = customers.workspace;
      workspace.show(
          RowQuery.ALL.sortedBy(
              Optional.of(
                  new SortOrder(customers.column("Name"), SortOrder.Direction.DESCENDING))));
      assertThat(customers.texts("Name")).containsExactly("Odd", "Ana", "Alfreds");
      workspace.show(RowQuery.ALL.searching("an"));
      assertThat(customers.texts("CustomerID")).containsExactly("ANATR");
      type(customers, customers.key(0), "Name", "Zoe");
      workspace.show(RowQuery.ALL.searching("zoe"));
      assertThat(customers.texts("CustomerID")).containsExactly("ANATR");
      workspace.show(RowQuery.ALL);
      workspace.show(RowQuery.ALL, ViewScope.PENDING);
      assertThat(customers.texts("CustomerID")).containsExactly("ANATR");
      assertThat(workspace.view().indexOf(RowKey.Parts.of("ANATR"))).hasValue(0);
    }
  }

  @Test
  void aKeyThatIsThereAlreadyIsAProblemBeforeTheCommit() throws Exception {
    execute(LINES);
    try (OpenCatalogue lines = open("Order Details")) {
      RowKey there = add(lines, "OrderID", "1", "ProductID", "2", "Quantity", "5");
      RowKey one = add(lines, "OrderID", "4", "ProductID", "4", "Quantity", "5");
      RowKey other = add(lines, "OrderID", "4", "ProductID", "4", "Quantity", "6");
      RowKey fine = add(lines, "OrderID", "5", "ProductID", "4", "Quantity", "6");

      List<CommitFindings> findings = new ArrayList<>();
      lines.workspace.checkCommit(GuardLimits.DEFAULT, Optional.empty(), findings::add);
      assertThat(findings.getFirst().doubles()).containsOnlyKeys(there, one, other);
      assertThat(findings.getFirst().doubles().get(there))
          .extracting(RowProblem::message)
          .contains("There is a row with this key: OrderID 1, ProductID 2");
      assertThat(findings.getFirst().doubles()).doesNotContainKey(fine);
    }
  }

  @Test
  void theKeyOfARowThatIsThereStaysAsItIs() throws Exception {
    execute(CUSTOMERS);
    try (OpenCatalogue customers = open("Customers")) {
      type(customers, RowKey.Parts.of("ALFKI"), "CustomerID", "OTHER");

      assertThat(customers.workspace.changes().counts().total()).isZero();
      assertThat(customers.told).singleElement().asString().contains("can't be changed");
    }
  }

  @Test
  void whatAnotherProgramHasChangedIsAConflict() throws Exception {
    execute(LINES);
    try (OpenCatalogue lines = open("Order Details")) {
      type(lines, RowKey.Parts.of(1, 2), "Quantity", "21");
      type(lines, RowKey.Parts.of(1, 1), "Quantity", "11");
      execute("UPDATE \"Order Details\" SET Quantity = 99 WHERE OrderID = 1 AND ProductID = 2");
      CommitReport report = lines.commit();

      assertThat(report.refusals()).containsOnlyKeys(RowKey.Parts.of(1, 2));
    }
    assertThat(stored("SELECT Quantity FROM \"Order Details\"")).containsExactly("11", "99", "30");
  }

  @Test
  void noOtherRowIsWrittenAfterRowNumbersHaveChanged() throws Exception {
    execute(CUSTOMERS);
    try (OpenCatalogue customers = open("Customers")) {
      type(customers, customers.key(1), "City", "changed");
      var selected = customers.workspace.view().order();
      execute(
          "DELETE FROM Customers WHERE CustomerID = 'ALFKI'",
          "UPDATE Customers SET rowid = rowid + 10",
          "INSERT INTO Customers (rowid, CustomerID, Name, City) VALUES (3, 'NEW', 'New', NULL)");
      assertThat(selected.keyAt(2)).isEqualTo(RowKey.Parts.of("o'x\"é"));
      type(customers, selected.keyAt(2), "City", "odd");
      assertThat(customers.commit().ending()).isEqualTo(new CommitEnding.Finished());
    }
    assertThat(stored("SELECT CustomerID, City FROM Customers ORDER BY 1"))
        .containsExactly("ANATR|changed", "NEW|null", "o'x\"é|odd");
  }

  @Test
  void aRowWithoutAKeyIsShownAndNeverWritten() throws Exception {
    execute(
        "CREATE TABLE odd (k TEXT PRIMARY KEY, n INTEGER)",
        "INSERT INTO odd VALUES ('a', 1), (NULL, 2), (NULL, 3), (x'00ff', 4), (CAST(x'ff' AS TEXT),"
            + " 5), (CAST(x'fe' AS TEXT), 6)");
    try (OpenCatalogue odd = open("odd")) {
      assertThat(odd.texts("n")).containsExactly("1", "2", "3", "4", "5", "6");
      assertThat(odd.workspace.view().rowAt(2).orElseThrow().problem(odd.column("k")))
          .get()
          .extracting(RowProblem::message)
          .asString()
          .contains("only be read");
      odd.workspace.edits().fill(List.of(odd.block(0, 5, "n")), "9");
      odd.workspace.edits().delete(List.of(odd.block(1, 5, "n")));
      assertThat(odd.told).allMatch(told -> told.contains("5 rows that have no key"));
      odd.commit();
    }
    assertThat(stored("SELECT n FROM odd")).containsExactly("9", "2", "3", "4", "5", "6");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void keysThatLookAlikeAreDifferentRows(CommitMode mode) throws Exception {
    execute(
        "CREATE TABLE t (k NOT NULL UNIQUE, n INTEGER)",
        "INSERT INTO t VALUES (5, 1), ('5', 2), (5.5, 3), ('5.5', 4), (9007199254740993, 5),"
            + " (9007199254740992.0, 6), (0.1, 7), (1e300, 8), ('', 9), (-1.0, 10)");
    try (OpenCatalogue t = open("t")) {
      List<RowKey> keys = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        keys.add(t.key(i));
      }
      assertThat(keys).doesNotHaveDuplicates();
      for (int i = 0; i < 10; i++) {
        type(t, keys.get(i), "n", Integer.toString(100 + i));
      }
      assertThat(t.commit(CommitPlan.DEFAULT.in(mode)).ending())
          .isEqualTo(new CommitEnding.Finished());
    }
    assertThat(stored("SELECT typeof(k), n FROM t"))
        .containsExactly(
            "integer|100",
            "text|101",
            "real|102",
            "text|103",
            "integer|104",
            "real|105",
            "real|106",
            "real|107",
            "text|108",
            "real|109");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aCollationThatTakesLettersAsEqualFindsNoOtherRow(CommitMode mode) throws Exception {
    execute(
        "CREATE TABLE t (k TEXT COLLATE NOCASE PRIMARY KEY, n INTEGER)",
        "INSERT INTO t VALUES ('Abc', 1), ('b', 2)");
    try (OpenCatalogue t = open("t")) {
      type(t, RowKey.Parts.of("Abc"), "n", "10");
      execute("UPDATE t SET k = 'ABC' WHERE n = 1");

      assertThat(t.commit(CommitPlan.DEFAULT.in(mode)).refusals())
          .containsOnlyKeys(RowKey.Parts.of("Abc"));
    }
    assertThat(stored("SELECT * FROM t")).containsExactly("ABC|1", "b|2");
  }

  @Test
  void aSelectionIsAddedUpWhateverItsKeys() throws Exception {
    execute(
        "CREATE TABLE odd (k TEXT PRIMARY KEY, n INTEGER)",
        "INSERT INTO odd VALUES ('a', 1), (NULL, 2), ('c', 4), ('d', 8)");
    try (OpenCatalogue odd = open("odd")) {
      type(odd, RowKey.Parts.of("c"), "n", "40");
      List<String> sums = new ArrayList<>();
      odd.workspace.totals().add(List.of(odd.block(1, 2, "n")), t -> sums.add(t.sum() + ""));
      odd.workspace.totals().add(List.of(odd.block(0, 3, "n")), t -> sums.add(t.sum() + ""));
      assertThat(sums).containsExactly("42", "51");
    }
  }

  @Test
  void rowsAreExportedAndFoundByTheirKeys() throws Exception {
    execute(PRICES);
    try (OpenCatalogue prices = open("prices")) {
      Column sku = prices.column("sku");
      assertThat(prices.stored("price")).containsExactly("2", "3", "1.5");
      assertThat(prices.workspace.reader().findValues(sku, List.of("b"), List.of()).at(0))
          .isNotNull()
          .extracting(row -> row.key())
          .isEqualTo(RowKey.Parts.of("b", 2));
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aCommitIsTakenBackByTheKeysOfItsRows(CommitMode mode) throws Exception {
    execute(LINES);
    List<String> before = stored("SELECT * FROM \"Order Details\" ORDER BY 1, 2");
    try (OpenCatalogue lines = open("Order Details")) {
      lines.workspace.database().keepHistory();
      type(lines, RowKey.Parts.of(1, 2), "Quantity", "21");
      lines.workspace.edits().delete(List.of(lines.block(2, 2, "Note")));
      add(lines, "OrderID", "3", "ProductID", "7", "Quantity", "70");
      lines.commit(CommitPlan.DEFAULT.in(mode));
      execute("UPDATE \"Order Details\" SET rowid = rowid + 50");

      List<UndoReport> reports = new ArrayList<>();
      lines
          .workspace
          .history()
          .commits(
              "",
              commits ->
                  lines.workspace.history().undo(commits.getFirst(), change -> true, reports::add));
      assertThat(reports).containsExactly(new UndoReport(3, 0, 0));
      assertThat(lines.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(stored("SELECT * FROM \"Order Details\" ORDER BY 1, 2")).isEqualTo(before);
  }
}
