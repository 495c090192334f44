package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.spreadsheet.export.ExportOptions;
import app.pallet.spreadsheet.export.PlainCsv;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportResult;
import app.pallet.workspace.export.ExportRows;
import app.pallet.workspace.view.CellState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell in which another program stored what is no date is shown, kept and mended. */
final class UnreadableCellsTest {

  @TempDir private Path folder;

  private OpenCatalogue catalogue(String stored) throws SQLException {
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet")).withProducts(3);
    behindTheBack(
        catalogue, "UPDATE product SET available_from = '" + stored + "' WHERE sku = 'A-2'");
    catalogue.workspace.refresh();
    return catalogue;
  }

  private static void behindTheBack(OpenCatalogue catalogue, String sql) throws SQLException {
    try (Connection connection = catalogue.workspace.database().writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-02-30", "01.02.2026"})
  void itsTextIsShownAsAProblemOfItsCellAmongAllOtherRows(String stored) throws SQLException {
    try (OpenCatalogue catalogue = catalogue(stored)) {
      assertThat(catalogue.texts("sku")).containsExactly("A-1", "A-2", "A-3");
      assertThat(catalogue.text(1, "available_from")).isEqualTo(stored);
      assertThat(catalogue.state(1, "available_from")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.state(0, "available_from")).isEqualTo(CellState.UNCHANGED);
      assertThat(
              catalogue
                  .workspace
                  .view()
                  .rowAt(1)
                  .orElseThrow()
                  .problem(catalogue.column("available_from"))
                  .orElseThrow()
                  .sentence())
          .contains("Another program stored")
          .endsWith("accepted is a date");
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsMendedAndOtherCellsOfItsRowAreEdited(CommitMode mode) throws SQLException {
    try (OpenCatalogue catalogue = catalogue("soon")) {
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("name"), "Other");
      assertThat(commit(catalogue, mode).committed()).isEqualTo(1);
      assertThat(catalogue.text(1, "available_from")).isEqualTo("soon");

      catalogue
          .workspace
          .edits()
          .setCell(catalogue.key(1), catalogue.column("available_from"), "2026-05-01");
      assertThat(commit(catalogue, mode).committed()).isEqualTo(1);

      assertThat(catalogue.state(1, "available_from")).isEqualTo(CellState.UNCHANGED);
      assertThat(catalogue.stored("available_from")).containsExactly("null", "2026-05-01", "null");
    }
  }

  @Test
  void takingTheMendingBackStoresTheTextAgain() throws SQLException {
    try (OpenCatalogue catalogue = catalogue("soon")) {
      catalogue
          .workspace
          .edits()
          .setCell(catalogue.key(1), catalogue.column("available_from"), "2026-05-01");
      catalogue.commit();
      List<List<PastCommit>> commits = new ArrayList<>();
      catalogue.workspace.history().commits("", commits::add);
      catalogue
          .workspace
          .history()
          .undo(commits.getFirst().getFirst(), change -> true, report -> {});

      assertThat(catalogue.commit().committed()).isEqualTo(1);
      assertThat(catalogue.stored("available_from")).containsExactly("null", "soon", "null");
    }
  }

  @Test
  void aCopyOfItsRowIsWithoutIt() throws SQLException {
    try (OpenCatalogue catalogue = catalogue("soon")) {
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(1, 1, "sku")), copy -> {});

      assertThat(catalogue.text(3, "available_from")).isEmpty();
      assertThat(catalogue.commit().committed()).isEqualTo(1);
    }
  }

  @Test
  void anExportWritesItsTextAndNamesIt() throws SQLException, IOException {
    try (OpenCatalogue catalogue = catalogue("soon")) {
      Path file = folder.resolve("out.csv");
      ExportOptions options =
          PlainCsv.of(List.of(catalogue.column("sku"), catalogue.column("available_from")));
      List<ExportResult> written = new ArrayList<>();
      catalogue
          .workspace
          .export()
          .write(new ExportRequest(file, ExportRows.ALL, options), written::add);

      assertThat(Files.readAllLines(file)).contains("A-1,", "A-2,soon", "A-3,");
      assertThat(written)
          .containsExactly(
              new ExportResult(
                  3, 1, List.of("SKU A-2: Available from holds 'soon'; accepted is a date")));
    }
  }

  private static CommitReport commit(OpenCatalogue catalogue, CommitMode mode) {
    List<CommitReport> reports = new ArrayList<>();
    catalogue.workspace.commit(
        new CommitPlan(mode, 100, TransactionScope.PER_BATCH), event -> {}, reports::add);
    return reports.getFirst();
  }
}
