package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.pending.ConflictChoice.Mine;
import app.pallet.workspace.pending.ConflictChoice.Other;
import app.pallet.workspace.pending.ConflictChoice.Theirs;
import app.pallet.workspace.view.CellState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts end as the user says, cell by cell, on a real SQLite file. */
final class PendingConflictsTest {

  @TempDir private Path folder;

  /** Four products: name and price of the first three are edited, the fourth is deleted. */
  private OpenCatalogue inConflict(String... behindTheBack) throws SQLException {
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("test.pallet")).withProducts(4);
    for (int row = 0; row < 3; row++) {
      catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column("name"), "Mine");
      catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column("price"), "100");
    }
    catalogue.workspace.edits().delete(List.of(catalogue.block(3, 3, "sku")));
    try (Connection connection = catalogue.workspace.database().writer().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : behindTheBack) {
        statement.execute(sql);
      }
    }
    catalogue.commit();
    return catalogue;
  }

  private static List<ConflictCell> conflicts(OpenCatalogue catalogue) {
    List<List<ConflictCell>> found = new ArrayList<>();
    catalogue.workspace.conflicts().find(found::add);
    return found.getFirst();
  }

  private static void resolve(
      OpenCatalogue catalogue, Function<ConflictCell, ConflictChoice> choice) {
    Map<ConflictCell, ConflictChoice> choices = new LinkedHashMap<>();
    conflicts(catalogue).forEach(cell -> choices.put(cell, choice.apply(cell)));
    catalogue.workspace.conflicts().resolve(choices);
  }

  private static final String NAMES =
      "UPDATE product SET name = 'Theirs', version = 7 WHERE id IN (1, 2)";

  @Test
  void eachCellIsShownAsItWasAsItShallBeAndAsItIs() throws SQLException {
    try (OpenCatalogue catalogue = inConflict(NAMES, "DELETE FROM product WHERE id = 3")) {
      assertThat(conflicts(catalogue))
          .extracting(
              ConflictCell::product,
              ConflictCell::original,
              ConflictCell::mine,
              ConflictCell::theirs)
          .containsExactlyInAnyOrder(
              tuple("A-1", "Product 1", "Mine", "Theirs"),
              tuple("A-2", "Product 2", "Mine", "Theirs"),
              tuple("Name Product 3", "", "changed", "deleted"));
    }
  }

  @Test
  void mineIsKeptWithTheOtherCellsOfItsRow() throws SQLException {
    try (OpenCatalogue catalogue = inConflict(NAMES)) {
      resolve(catalogue, cell -> new Mine());

      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("name")).containsExactly("Mine", "Mine", "Mine");
      assertThat(catalogue.stored("price")).containsOnly("100.0000");
    }
  }

  @Test
  void theirsStaysAndTheOtherCellsAreCommitted() throws SQLException {
    try (OpenCatalogue catalogue = inConflict(NAMES)) {
      resolve(catalogue, cell -> new Theirs());

      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("name")).containsExactly("Theirs", "Theirs", "Mine");
      assertThat(catalogue.stored("price")).containsOnly("100.0000");
    }
  }

  @Test
  void aThirdValueIsReadAsIfItWereTyped() throws SQLException {
    try (OpenCatalogue catalogue =
        inConflict("UPDATE product SET price = 70000, version = 7 WHERE id = 1")) {
      resolve(catalogue, cell -> new Other("cheap"));
      assertThat(catalogue.state(0, "price")).isEqualTo(CellState.PROBLEM);
      catalogue.workspace.changes().undo();
      assertThat(catalogue.commit().conflicting()).isEqualTo(1);

      resolve(catalogue, cell -> new Other("55"));
      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("price")).startsWith("55.0000");
    }
  }

  @Test
  void aRowThatIsGoneCanOnlyBeGivenUp() throws SQLException {
    try (OpenCatalogue catalogue = inConflict("DELETE FROM product WHERE id = 2")) {
      resolve(catalogue, cell -> new Theirs());

      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
      assertThat(catalogue.stored("name")).containsExactly("Mine", "Mine");
    }
  }

  @Test
  void aRowThatSomeoneChangedIsDeletedOnlyIfThatIsSaidAgain() throws SQLException {
    try (OpenCatalogue catalogue =
        inConflict("UPDATE product SET name = 'Theirs', version = 7 WHERE id = 4")) {
      assertThat(catalogue.stored("name")).contains("Theirs");
      resolve(catalogue, cell -> new Mine());

      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("name")).doesNotContain("Theirs");
    }
  }

  @Test
  void whatWasChangedOnceMoreIsANewConflict() throws SQLException {
    try (OpenCatalogue catalogue = inConflict(NAMES)) {
      resolve(catalogue, cell -> new Mine());
      try (Connection connection = catalogue.workspace.database().writer().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("UPDATE product SET name = 'Again', version = 8 WHERE id = 1");
      }

      assertThat(catalogue.commit().conflicting()).isEqualTo(1);
      assertThat(catalogue.stored("name")).startsWith("Again");
    }
  }
}
