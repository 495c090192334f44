package app.pallet.workspace.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.references.ShopTables;
import app.pallet.workspace.OpenCatalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said before and after a commit of rows that refer to others. */
class ReferencesOfACommitTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void make() throws SQLException {
    file = ShopTables.in(folder);
    ShopTables.execute(
        file,
        "CREATE TABLE Tree (No INTEGER PRIMARY KEY, Code TEXT NOT NULL UNIQUE, Name TEXT,"
            + " Above TEXT REFERENCES Tree(Code))",
        "INSERT INTO Tree VALUES (1, 'root', 'Root', NULL), (2, 'old', 'Old', 'root'),"
            + " (3, 'leaf', 'Leaf', 'old')",
        "CREATE TABLE Late (No INTEGER PRIMARY KEY, Code TEXT NOT NULL UNIQUE,"
            + " CategoryID INTEGER REFERENCES Categories DEFERRABLE INITIALLY DEFERRED)",
        "INSERT INTO Late VALUES (1, 'A', 1)",
        // with a trigger, rows don't tell whether a commit took place
        "CREATE TRIGGER Looks AFTER INSERT ON Late BEGIN SELECT 1; END");
  }

  private OpenCatalogue open(String table) {
    return new OpenCatalogue(CatalogueDatabase.openTable(file, table, ConnectionSettings.DEFAULT));
  }

  private List<String> stored(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = ShopTables.connections(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static CommitReport commit(OpenCatalogue table, CommitMode mode) {
    List<CommitReport> reports = new ArrayList<>();
    table.workspace.commit(
        new CommitPlan(mode, 2, TransactionScope.PER_BATCH), event -> {}, reports::add);
    return reports.getFirst();
  }

  private static List<String> problems(CommitReport report) {
    return report.refusals().values().stream()
        .flatMap(List::stream)
        .map(RowProblem::sentence)
        .toList();
  }

  @Test
  void deletionsTellWhatRefersToTheRows() {
    try (OpenCatalogue products = open("Products")) {
      products.workspace.edits().delete(List.of(products.block(0, 0, "ProductName")));
      List<CommitFindings> found = new ArrayList<>();
      products.workspace.checkCommit(GuardLimits.NONE, Optional.empty(), found::add);
      assertThat(found.getFirst().warnings())
          .extracting(warning -> ((CommitWarning.RowsReferring) warning).rows().sentence())
          .contains(
              "2 rows of Lines still refer to them by ProductID, so the database will not delete"
                  + " them",
              "1 row of Stock is deleted with them");
      assertThat(found.getFirst().asks()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aMissingParentIsNamed(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open("Products")) {
      products.paste("2\n", 1, "CategoryID");
      products.workspace.edits().setCell(products.key(0), products.column("Replaces"), "500");
      products.workspace.edits().setCell(products.key(2), products.column("Replaces"), "1");
      CommitReport report = commit(products, mode);
      assertThat(problems(report))
          .containsExactly(
              "Replaces 500 refers to a row that Products does not have; accepted is the ProductID"
                  + " of a row of Products");
      assertThat(report.refusals().values().iterator().next().getFirst().column())
          .isEqualTo("Replaces");
    }
    assertThat(stored("SELECT ProductID, CategoryID, Replaces FROM Products ORDER BY 1"))
        .containsExactly("1 1 null", "2 2 1", "3 2 1", "4 77 null");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aRowThatOthersNeedStays(CommitMode mode) throws SQLException {
    try (OpenCatalogue products = open("Products")) {
      products.workspace.edits().delete(List.of(products.block(0, 2, "ProductName")));
      assertThat(problems(commit(products, mode)))
          .containsExactly(
              "Rows of Lines refer to it by ProductID", "Rows of Lines refer to it by ProductID");
    }
    assertThat(stored("SELECT ProductID FROM Products ORDER BY 1")).containsExactly("1", "2", "4");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void whatIsLookedAtLateIsNamedToo(CommitMode mode) throws SQLException {
    try (OpenCatalogue late = open("Late")) {
      late.paste("B\t2\nC\t3\n", 1, "Code");
      // somebody deletes the category meanwhile
      ShopTables.execute(file, "DELETE FROM Categories WHERE CategoryID = 3");
      CommitReport report = commit(late, mode);
      assertThat(problems(report))
          .containsExactly(
              "CategoryID 3 refers to a row that Categories does not have; accepted is the"
                  + " CategoryID of a row of Categories");
      assertThat(report.committed()).isEqualTo(1);
    }
    assertThat(stored("SELECT Code FROM Late ORDER BY 1")).containsExactly("A", "B");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aTreeIsWrittenFromTheRootAndDeletedFromTheLeaves(CommitMode mode) throws SQLException {
    try (OpenCatalogue tree = open("Tree")) {
      tree.workspace.edits().delete(List.of(tree.block(1, 2, "Code")));
      tree.paste("c\tC\tb\nb\tB\ta\na\tA\troot\nd\t\tc\n", 3, "Code");
      CommitReport report = commit(tree, mode);
      assertThat(problems(report)).isEmpty();
      assertThat(report.committed()).isEqualTo(6);
    }
    assertThat(stored("SELECT Code, Above FROM Tree ORDER BY Code"))
        .containsExactly("a root", "b a", "c b", "d c", "root null");
  }
}
