package app.pallet.workspace.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.workspace.OpenCatalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is shown and taken back, on a real SQLite file. */
final class CatalogueHistoryTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet"));
  }

  private static PastCommit latest(OpenCatalogue catalogue) {
    return commits(catalogue, "").getFirst();
  }

  private static List<PastCommit> commits(OpenCatalogue catalogue, String search) {
    List<List<PastCommit>> found = new ArrayList<>();
    catalogue.workspace.history().commits(search, found::add);
    return found.getFirst();
  }

  private static List<String> cells(OpenCatalogue catalogue, PastCommit commit, String search) {
    List<String> cells = new ArrayList<>();
    catalogue
        .workspace
        .history()
        .open(
            commit,
            search,
            rows ->
                rows.rows()
                    .forEach(row ->
                        ChangedCell.of(row.committed().change())
                            .forEach(cell ->
                                cells.add(
                                    "%s %s: %s -> %s"
                                        .formatted(
                                            row.product(),
                                            cell.column(),
                                            cell.before(),
                                            cell.after())))));
    return cells;
  }

  private static UndoReport undo(
      OpenCatalogue catalogue, PastCommit commit, Predicate<CommittedChange> wanted) {
    List<UndoReport> reports = new ArrayList<>();
    catalogue.workspace.history().undo(commit, wanted, reports::add);
    return reports.getFirst();
  }

  private static void behindTheBack(OpenCatalogue catalogue, String sql) throws SQLException {
    try (Connection connection = catalogue.workspace.database().writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Adds, edits and deletes something, in one commit. */
  private static PastCommit mixedCommit(OpenCatalogue catalogue) {
    catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("price"), "9.99");
    catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("name"), "Jug");
    catalogue.workspace.edits().delete(List.of(catalogue.block(2, 2, "sku")));
    catalogue.paste("SKU\tName\nB-1\tBowl\n", 0, "sku");
    assertThat(catalogue.commit().isComplete()).isTrue();
    return latest(catalogue);
  }

  @Test
  void eachCellIsShownBeforeAndAfter() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      PastCommit commit = mixedCommit(catalogue);

      assertThat(commit)
          .extracting(PastCommit::adds, PastCommit::edits, PastCommit::deletes)
          .containsExactly(1L, 2L, 1L);
      assertThat(cells(catalogue, commit, ""))
          .contains(
              "A-1 price: 1.50 -> 9.99",
              "A-2 name: Product 2 -> Jug",
              "A-3 sku: A-3 -> ",
              "A-3 name: Product 3 -> ",
              "B-1 sku:  -> B-1",
              "B-1 name:  -> Bowl");
    }
  }

  @Test
  void aProductIsFoundByItsKeyAndByWhatItHeld() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      PastCommit first = latest(catalogue);
      PastCommit second = mixedCommit(catalogue);

      assertThat(commits(catalogue, "b-1")).containsExactly(second);
      assertThat(commits(catalogue, "A-3")).containsExactly(second, first);
      assertThat(commits(catalogue, "nothing like it")).isEmpty();
      assertThat(cells(catalogue, second, "jug")).containsExactly("A-2 name: Product 2 -> Jug");
    }
  }

  @Test
  void aCommitIsTakenBackWholeAndCanBeTakenBackAgain() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      List<Object> names = catalogue.stored("name");
      List<Object> prices = catalogue.stored("price");
      PastCommit commit = mixedCommit(catalogue);

      assertThat(undo(catalogue, commit, change -> true)).isEqualTo(new UndoReport(4, 0, 0));
      assertThat(catalogue.stored("name")).doesNotContain("Product 2");
      CommitReport report = catalogue.commit();

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.stored("name")).containsExactlyInAnyOrderElementsOf(names);
      assertThat(catalogue.stored("price")).containsExactlyInAnyOrderElementsOf(prices);
      undo(catalogue, latest(catalogue), change -> true);
      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("name")).containsExactlyInAnyOrder("Product 1", "Jug", "Bowl");
    }
  }

  @Test
  void onlyChosenRowsAreTakenBack() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      PastCommit commit = mixedCommit(catalogue);

      UndoReport report = undo(catalogue, commit, change -> change.row().id() == 2);

      assertThat(report.pending()).isEqualTo(1);
      catalogue.commit();
      assertThat(catalogue.stored("name")).containsExactly("Product 1", "Product 2", "Bowl");
    }
  }

  @Test
  void whatSomeoneChangedSinceIsAConflictAndStaysAsItIs() throws SQLException {
    try (OpenCatalogue catalogue = open().withProducts(4)) {
      PastCommit commit = mixedCommit(catalogue);
      behindTheBack(catalogue, "UPDATE product SET price = 70000, version = 9 WHERE id = 1");
      behindTheBack(catalogue, "UPDATE product SET quantity = 7, version = 9 WHERE id = 2");
      behindTheBack(catalogue, "UPDATE product SET name = 'Vase', version = 9 WHERE sku = 'B-1'");

      assertThat(undo(catalogue, commit, change -> true)).isEqualTo(new UndoReport(4, 2, 0));
      CommitReport report = catalogue.commit();

      assertThat(report.committed()).isEqualTo(2);
      assertThat(report.conflicting()).isEqualTo(2);
      assertThat(catalogue.stored("name"))
          .containsExactly("Product 1", "Product 2", "Product 4", "Vase", "Product 3");
      assertThat(catalogue.stored("price")).startsWith("7.0000");
    }
  }

  @Test
  void whatAProgramChangedSinceThatCountsNoVersionsIsAConflictToo() throws SQLException {
    try (OpenCatalogue catalogue = open().withProducts(4)) {
      PastCommit commit = mixedCommit(catalogue);
      behindTheBack(catalogue, "UPDATE product SET price = 70000 WHERE id = 1");
      behindTheBack(catalogue, "UPDATE product SET active = 0 WHERE sku = 'B-1'"); // by default 1

      assertThat(undo(catalogue, commit, change -> true)).isEqualTo(new UndoReport(4, 2, 0));
      CommitReport report = catalogue.commit();

      assertThat(report.committed()).isEqualTo(2);
      assertThat(report.conflicting()).isEqualTo(2);
      assertThat(catalogue.stored("price")).startsWith("7.0000");
      assertThat(catalogue.stored("sku")).contains("B-1");
    }
  }

  @Test
  void anAddedRowIsNotTakenBackInWhichAProgramFilledACellThatTheCommitLeftEmpty()
      throws SQLException {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      PastCommit commit = mixedCommit(catalogue);
      behindTheBack(catalogue, "UPDATE product SET quantity = 5 WHERE sku = 'B-1'");

      assertThat(undo(catalogue, commit, change -> true)).isEqualTo(new UndoReport(4, 1, 0));
      assertThat(catalogue.commit().conflicting()).isEqualTo(1);
      assertThat(catalogue.stored("sku")).contains("B-1");
    }
  }

  @Test
  void whatIsAsItWasAlreadyNeedsNothing() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      PastCommit commit = mixedCommit(catalogue);
      undo(catalogue, commit, change -> true);
      catalogue.commit();

      UndoReport again = undo(catalogue, commit, change -> change.row().id() != 3);

      assertThat(again).isEqualTo(new UndoReport(0, 0, 3));
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void theWishToUndoACommitCanBeUndoneItself() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      undo(catalogue, mixedCommit(catalogue), change -> true);

      catalogue.workspace.changes().undo();

      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }
}
