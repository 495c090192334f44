package app.pallet.workspace.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.schema.Column;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.WholeExport;
import app.pallet.workspace.export.ExportResult;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.CellState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pasted blocks and files become, on a real SQLite file. */
final class SpreadsheetInputTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet"));
  }

  @Test
  void aBlockWithHeadingsEditsWhatIsThereAndAddsTheRest() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      PasteReport report =
          catalogue.paste(
              "Preis\tArtikelnummer\tName\n1,95\tA-1\tProduct 1\n3\tB-1\tNew\n", 1, "name");

      assertThat(report.edits()).isEqualTo(1);
      assertThat(report.adds()).isEqualTo(1);
      assertThat(catalogue.text(0, "price")).isEqualTo("1.95");
      assertThat(catalogue.text(2, "sku")).isEqualTo("B-1");
      assertThat(catalogue.state(0, "name")).isEqualTo(CellState.UNCHANGED);
    }
  }

  @Test
  void aBlockPastedTwiceAddsNothingTwice() {
    try (OpenCatalogue catalogue = open()) {
      String block = "SKU\tName\tPrice\n001\tOne\t1\n002\tTwo\t2\n";
      catalogue.paste(block, 0, "sku");
      catalogue.paste(block, 0, "sku");

      assertThat(catalogue.workspace.changes().counts().adds()).isEqualTo(2);
      assertThat(catalogue.text(0, "sku")).isEqualTo("001");
    }
  }

  @Test
  void aBlockWithHeadingsFindsRowsByTheKeysThatTheTableShows() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "NEW1");

      PasteReport report = catalogue.paste("SKU\tName\nNEW1\tRenamed\nA-1\tFresh\n", 0, "sku");

      assertThat(report.sentence()).contains("1 to add", "1 to change");
      assertThat(catalogue.texts("sku")).containsExactly("NEW1", "A-2", "A-1");
      assertThat(catalogue.texts("name")).containsExactly("Renamed", "Product 2", "Fresh");
      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("sku")).containsExactly("NEW1", "A-2", "A-1");
    }
  }

  @Test
  void aKeyThatTwoPendingRenamesGiveFindsNeither() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "NEW");
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("sku"), "NEW");

      PasteReport report = catalogue.paste("SKU\tName\nNEW\tWhich one\n", 0, "sku");

      assertThat(report.problems())
          .extracting(RowProblem::message)
          .containsExactly("Is the key of several rows");
      assertThat(catalogue.texts("name")).containsExactly("Product 1", "Product 2");
    }
  }

  @Test
  void aBlockWithoutHeadingsGoesInWhereItIsPastedAndGrowsNewRows() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("X-2\tSecond\nX-3\tThird\nX-4\tFourth\n", 1, "sku");

      assertThat(catalogue.workspace.view().size()).isEqualTo(4);
      assertThat(catalogue.text(0, "name")).isEqualTo("Product 1");
      assertThat(catalogue.text(1, "name")).isEqualTo("Second");
      assertThat(catalogue.text(3, "sku")).isEqualTo("X-4");
      assertThat(catalogue.commit().isComplete()).isTrue();
      assertThat(catalogue.stored("sku")).containsExactly("A-1", "X-2", "X-3", "X-4");
    }
  }

  @Test
  void aCellThatCanNotBeReadIsNamedWithItsLineAndTheRestIsTaken() {
    try (OpenCatalogue catalogue = open()) {
      PasteReport report =
          catalogue.paste("SKU\tName\tPrice\nB-1\t\"two\nlines\"\t5\nB-2\tBad\tmany\n", 0, "sku");

      RowProblem problem = report.problems().getFirst();
      assertThat(problem.origin().line()).isEqualTo(4);
      assertThat(problem.column()).isEqualTo("price");
      assertThat(problem.value()).isEqualTo("many");
      assertThat(problem.accepted()).isNotEmpty();
      assertThat(catalogue.text(0, "name")).isEqualTo("two\nlines");
      assertThat(catalogue.commit().committed()).isEqualTo(1);
      assertThat(catalogue.text(1, "price")).isEqualTo("many");
    }
  }

  @Test
  void aSingleCopiedCellFillsTheSelection() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.paste("8\n", 0, "price", List.of(catalogue.block(0, 2, "price")));

      assertThat(catalogue.text(2, "price")).isEqualTo("8.00");
      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(3);
    }
  }

  @Test
  void aSingleCopiedCellFillsCellsThatWereSelectedOneByOne() {
    try (OpenCatalogue catalogue = open().withProducts(5)) {
      List<CellBlock> selected =
          List.of(
              catalogue.block(0, 0, "price"),
              catalogue.block(2, 2, "price"),
              catalogue.block(4, 4, "price"));
      catalogue.paste("8\n", 4, "price", selected);

      assertThat(catalogue.texts("price")).containsExactly("8.00", "2.50", "8.00", "4.50", "8.00");
    }
  }

  @Test
  void aBlockIsRepeatedOverASelectionThatItGoesIntoSeveralTimes() {
    try (OpenCatalogue catalogue = open().withProducts(5)) {
      PasteReport report =
          catalogue.paste("X-1\tSame\n", 0, "sku", List.of(catalogue.block(0, 3, "sku", "name")));

      assertThat(report.edits()).isEqualTo(4);
      assertThat(catalogue.texts("name"))
          .containsExactly("Same", "Same", "Same", "Same", "Product 5");
    }
  }

  @Test
  void aBlockThatDoesNotGoIntoTheSelectionEvenlyIsPastedOnce() {
    try (OpenCatalogue catalogue = open().withProducts(5)) {
      catalogue.paste("One\nTwo\n", 0, "name", List.of(catalogue.block(0, 2, "name")));

      assertThat(catalogue.texts("name"))
          .containsExactly("One", "Two", "Product 3", "Product 4", "Product 5");
      catalogue.paste("1st\n2nd\n", 0, "name", List.of(catalogue.block(0, 4, "name")));
      assertThat(catalogue.texts("name"))
          .containsExactly("1st", "2nd", "Product 3", "Product 4", "Product 5");
    }
  }

  @Test
  void aBlockIsRepeatedToTheRightTooAndOnlyOverTheSelectionThatItIsPastedAt() {
    try (OpenCatalogue catalogue = open().withProducts(5)) {
      catalogue.paste(
          "One\nTwo\n", 0, "name", List.of(catalogue.block(0, 3, "name", "description")));
      assertThat(catalogue.texts("name")).containsExactly("One", "Two", "One", "Two", "Product 5");
      assertThat(catalogue.texts("description")).startsWith("One", "Two", "One", "Two");

      catalogue.paste("1st\n2nd\n", 0, "name", List.of(catalogue.block(1, 4, "name")));
      assertThat(catalogue.texts("name")).containsExactly("1st", "2nd", "One", "Two", "Product 5");
    }
  }

  @Test
  void cellsThatCanNotBeChangedAreCountedInEachRepetition() {
    try (OpenCatalogue catalogue = open().withProducts(4)) {
      PasteReport report =
          catalogue.paste("7\tX\n", 0, "id", List.of(catalogue.block(0, 1, "id", "sku")));
      assertThat(report.sentence()).contains("2 cells onto cells that can't be changed");
    }
  }

  @Test
  void blankLinesBeyondTheLastRowAddNothing() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      PasteReport report = catalogue.paste("One\t1\n\t\nTwo\t2\n\t\n", 0, "name");
      assertThat(report.adds()).isEqualTo(1);
      assertThat(catalogue.texts("name")).containsExactly("One", "Two");
    }
  }

  @Test
  void whatHasNoPlaceToGoToIsToldWithItsNumber() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));
      List<Column> columns = catalogue.workspace.schema().columns();
      int places = columns.size() - columns.indexOf(catalogue.column("name"));
      String line = "Named" + "\t".repeat(places) + "lost\n";

      PasteReport report = catalogue.paste(line + line, 0, "name");
      assertThat(report.leftOut().columns()).isEqualTo(1);
      assertThat(report.leftOut().rows()).isEqualTo(1);
      assertThat(report.edits()).isEqualTo(1);
      assertThat(report.sentence())
          .contains(
              "left out: 1 column beyond the last one, 1 row onto rows that are to be deleted");
      assertThat(catalogue.workspace.changes().counts().deletes()).isEqualTo(1);

      String blank = "Named" + "\t".repeat(places) + " \n";
      assertThat(catalogue.paste(blank + blank, 1, "name").leftOut().columns()).isZero();

      assertThat(catalogue.paste("7\tX-9\n", 2, "id").sentence())
          .contains("left out: 1 cell onto cells that can't be changed");
      assertThat(catalogue.text(2, "sku")).isEqualTo("X-9");
    }
  }

  @Test
  void rowsThatAreToBeDeletedCanBeRestoredAndPastedOnto() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));
      List<Runnable> offers = new ArrayList<>();
      catalogue.paste("N1\nN2\nN3\n", 0, "name", List.of(), offers);
      assertThat(offers).hasSize(1);

      offers.getFirst().run();

      assertThat(catalogue.texts("name")).containsExactly("N1", "N2", "N3");
      assertThat(catalogue.workspace.changes().counts().deletes()).isZero();
      catalogue.workspace.queue().undo(taken -> {});
      catalogue.workspace.queue().undo(taken -> {});
      assertThat(catalogue.workspace.changes().counts().deletes()).isEqualTo(1);
    }
  }

  @Test
  void aPastedBlockIsOneStepOfUndo() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("SKU\tName\tPrice\nA-1\tProduct 1\t7\nB-1\tNew\t1\n", 0, "sku");
      catalogue.workspace.changes().undo();

      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void aGermanFileKeepsItsLeadingZerosAndDecimalCommas() throws IOException {
    Path file = folder.resolve("preise.csv");
    Files.writeString(
        file,
        "Artikelnummer;Bezeichnung;Preis netto;Bestand\r\n000001;Käse;1.299,50;39\r\n000002;Öl;18,00;7\r\n",
        Charset.forName("windows-1252"));
    try (OpenCatalogue catalogue = open()) {
      PasteReport report = catalogue.importFile(file);

      assertThat(report.problems()).isEmpty();
      assertThat(catalogue.text(0, "sku")).isEqualTo("000001");
      assertThat(catalogue.text(0, "name")).isEqualTo("Käse");
      assertThat(catalogue.text(0, "price")).isEqualTo("1299.50");
      assertThat(catalogue.text(1, "price")).isEqualTo("18.00");
    }
  }

  @Test
  void whatIsExportedAndImportedAgainChangesNothing() {
    try (OpenCatalogue catalogue = open().withProducts(30)) {
      Path file = folder.resolve("products.csv");
      List<ExportResult> exported = new ArrayList<>();
      WholeExport.write(catalogue.workspace, file, exported::add);
      PasteReport report = catalogue.importFile(file);

      assertThat(exported).containsExactly(new ExportResult(30, 0, List.of()));
      assertThat(report.unchanged()).isEqualTo(30);
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void aHeadedPasteInWhichAllIsClearIsTakenWithoutAQuestion() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      assertThat(catalogue.paste("SKU\tCreated\tPrice\nA-1\t\t7\nA-2\t\t8.50\n", 0, "sku").edits())
          .isEqualTo(2);
      assertThat(catalogue.doubtful).isEmpty();
    }
  }

  @Test
  void aPasteWithAnUnknownHeadingIsShownFirst() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("SKU\tPrice\tInterne Notiz\nA-1\t7\tx\n", 0, "sku");

      assertThat(catalogue.doubtful).hasSize(1);
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void aHeadingThatWasAnsweredBeforeIsNotAskedAboutAgain() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.remembered.put("Interne Notiz", "");
      catalogue.remembered.put("Neuer Preis", "price");
      catalogue.paste("SKU\tNeuer Preis\tInterne Notiz\nA-1\t7\tx\n", 0, "sku");

      assertThat(catalogue.doubtful).isEmpty();
      assertThat(catalogue.text(0, "price")).isEqualTo("7.00");
    }
  }

  @Test
  void aPasteWithATitleAboveItsHeadingsIsShownFirst() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("Price list 2026\n\nSKU\tName\tPrice\nA-1\tx\t7\n", 0, "sku");

      assertThat(catalogue.doubtful).hasSize(1);
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void headingsOfWhichNoneIsKnownAreShownFirst() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("Artikelcode\tLagermenge\nA-1\t5\nA-2\t7\n", 0, "sku");

      assertThat(catalogue.doubtful).hasSize(1);
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void aPasteWithAColumnThatCanBeReadInTwoWaysIsShownFirst() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.paste("SKU\tPrice\nA-1\t1.500\nA-2\t2.750\n", 0, "sku");
      assertThat(catalogue.doubtful).hasSize(1);

      catalogue.paste("SKU\tPrice\nA-1\t1.500\nA-2\t2.75\n", 0, "sku");
      assertThat(catalogue.doubtful).as("one number that tells is enough").hasSize(1);
      assertThat(catalogue.text(0, "price")).isEqualTo("1.50");
    }
  }

  @Test
  void textsWithoutHeadingsArePastedWhereTheyBelong() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.paste("Chair\tBlue\nTable\tRed\nLamp\tGreen\n", 0, "name");

      assertThat(catalogue.doubtful).isEmpty();
      assertThat(catalogue.text(0, "name")).isEqualTo("Chair");
    }
  }

  @Test
  void anEditOfAFileThatIsRefusedNamesItsLine() throws IOException, SQLException {
    Path file = folder.resolve("names.csv");
    Files.writeString(file, "sku,name\nA-1,One\nA-2,Two\n");
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      take(catalogue, file);
      try (Connection other = catalogue.workspace.database().writer().getConnection();
          Statement statement = other.createStatement()) {
        statement.execute(
            "UPDATE product SET name = 'Other', version = version + 1 WHERE sku = 'A-2'");
      }
      List<CommitEvent> events = new ArrayList<>();
      List<CommitReport> reports = new ArrayList<>();
      catalogue.workspace.commit(CommitPlan.DEFAULT, events::add, reports::add);

      RowOrigin line = new RowOrigin("names.csv", 3);
      assertThat(reports.getFirst().refusals().values())
          .singleElement(InstanceOfAssertFactories.list(RowProblem.class))
          .extracting(RowProblem::origin)
          .containsExactly(line);
      assertThat(events)
          .filteredOn(CommitEvent.Conflict.class::isInstance)
          .extracting(event -> ((CommitEvent.Conflict) event).problem().origin())
          .containsExactly(line);
      assertThat(catalogue.workspace.changes().withProblems())
          .flatExtracting(RowChange::problems)
          .extracting(RowProblem::origin)
          .containsExactly(line);
    }
  }

  @Test
  void anEditThatWasTypedOverAnImportedOneIsNoLongerOfTheFile() throws IOException {
    Path file = folder.resolve("names.csv");
    Files.writeString(file, "sku,name\nA-1,One\n");
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      take(catalogue, file);
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("name"), "Mine");
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "A-2");

      CommitReport report = catalogue.commit();

      assertThat(report.refusals().values())
          .singleElement(InstanceOfAssertFactories.list(RowProblem.class))
          .extracting(RowProblem::origin)
          .containsExactly(RowOrigin.TYPED);
    }
  }

  private static void take(OpenCatalogue catalogue, Path file) {
    catalogue.importFile(file);
  }
}
