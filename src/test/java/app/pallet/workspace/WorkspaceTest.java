package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitReport;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.pending.CopiedCells;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.RowState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job without a window, on a real SQLite file. */
final class WorkspaceTest {

  @TempDir private Path folder;

  private OpenCatalogue open() {
    return new OpenCatalogue(folder.resolve("test.pallet"));
  }

  @Test
  void aTypedCellIsPendingUntilItIsCommitted() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("price"), "9.99");

      assertThat(catalogue.text(1, "price")).isEqualTo("9.99");
      assertThat(catalogue.state(1, "price")).isEqualTo(CellState.EDITED);
      assertThat(catalogue.stored("price")).containsExactly("1.5000", "2.5000", "3.5000");

      CommitReport report = catalogue.commit();

      assertThat(report.committed()).isEqualTo(1);
      assertThat(catalogue.stored("price")).containsExactly("1.5000", "9.9900", "3.5000");
      assertThat(catalogue.state(1, "price")).isEqualTo(CellState.UNCHANGED);
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void theVersionGrowsSoThatTheSameRowCanBeEditedAgain() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      for (String price : List.of("2", "3", "4")) {
        catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("price"), price);
        assertThat(catalogue.commit().isComplete()).isTrue();
      }
      assertThat(catalogue.text(0, "price")).isEqualTo("4.00");
      assertThat(catalogue.text(0, "version")).isEqualTo("3");
    }
  }

  @Test
  void aTextThatIsNoPriceStaysInItsCellAndKeepsItsRowFromTheCommit() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("price"), "cheap");
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("price"), "7");

      assertThat(catalogue.text(0, "price")).isEqualTo("cheap");
      assertThat(catalogue.state(0, "price")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.commit().asked()).isEqualTo(1);
      assertThat(catalogue.stored("price")).containsExactly("1.5000", "7.0000");
      assertThat(catalogue.text(0, "price")).isEqualTo("cheap");
    }
  }

  @Test
  void addedRowsStandBehindTheOthersAndGetTheirKeysFromTheCommit() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      RowKey.New key = catalogue.addRow();
      assertThat(catalogue.workspace.view().size()).isEqualTo(3);
      assertThat(catalogue.workspace.view().indexOf(key)).hasValue(2);

      catalogue.workspace.edits().setCell(key, catalogue.column("sku"), "B-1");
      catalogue.workspace.edits().setCell(key, catalogue.column("name"), "Basket");
      CommitReport report = catalogue.commit();

      assertThat(report.newKeys()).containsOnlyKeys(key);
      assertThat(catalogue.key(2)).isEqualTo(report.newKeys().get(key));
      assertThat(catalogue.text(2, "name")).isEqualTo("Basket");
      assertThat(catalogue.text(2, "active")).isEqualTo("yes");
    }
  }

  @Test
  void anAddedRowWithoutItsRequiredCellsWaitsForThem() {
    try (OpenCatalogue catalogue = open()) {
      RowKey.New key = catalogue.addRow();
      assertThat(catalogue.state(0, "sku")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.workspace.changes().committable()).isEmpty();

      catalogue.workspace.edits().setCell(key, catalogue.column("sku"), "B-1");
      catalogue.workspace.edits().setCell(key, catalogue.column("name"), "Basket");

      assertThat(catalogue.workspace.changes().committable()).hasSize(1);
    }
  }

  @Test
  void aDeletedRowIsShownAsDeletedUntilTheCommit() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(0, 1, "sku")));

      assertThat(catalogue.workspace.view().size()).isEqualTo(3);
      assertThat(catalogue.state(0, "name")).isEqualTo(CellState.DELETED);

      catalogue.commit();

      assertThat(catalogue.stored("sku")).containsExactly("A-3");
      assertThat(catalogue.workspace.view().size()).isEqualTo(1);
    }
  }

  @Test
  void deletingAddedAndStoredRowsTogetherIsOneStepOfUndo() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      catalogue.addRow();
      catalogue.workspace.edits().delete(List.of(catalogue.block(0, 1, "sku")));
      assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 0, 1, 0));

      catalogue.workspace.changes().undo();

      assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(1, 0, 0, 1));
    }
  }

  @Test
  void aDuplicateHasEverythingButTheSameSku() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});

      assertThat(catalogue.text(1, "sku")).isEqualTo("A-1-copy");
      assertThat(catalogue.text(2, "sku")).isEqualTo("A-1-copy-2");
      assertThat(catalogue.text(1, "name")).isEqualTo("Product 1");
      assertThat(catalogue.commit().isComplete()).isTrue();
    }
  }

  @Test
  void aDuplicateNeverTakesANameThatIsStoredAndIsNeverTooLong() {
    try (OpenCatalogue catalogue = open()) {
      String full = "L".repeat(255);
      catalogue.paste(
          "SKU\tName\nA-1\tone\nA-1-copy\ttwo\n"
              + full
              + "\tthree\n"
              + "L".repeat(250)
              + "-copy\tfour\n",
          0,
          "sku");
      catalogue.commit();
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(2, 2, "sku")), copy -> {});

      assertThat(catalogue.text(4, "sku")).isEqualTo("A-1-copy-2");
      assertThat(catalogue.text(5, "sku")).isEqualTo("L".repeat(248) + "-copy-2");
      assertThat(catalogue.workspace.changes().problemCount()).isZero();
      assertThat(catalogue.commit().isComplete()).isTrue();
    }
  }

  @Test
  void aDuplicateIsCutOffBetweenCharacters() {
    try (OpenCatalogue catalogue = open()) {
      catalogue.paste("SKU\tName\n" + "L".repeat(249) + "\uD83C\uDFFA1234\tVase\n", 0, "sku");
      catalogue.commit();
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});

      assertThat(catalogue.text(1, "sku")).isEqualTo("L".repeat(249) + "-copy");
    }
  }

  @Test
  void aDuplicateIsNumberedWhereTheColumnHasNoRoomForTheWord() {
    Column id = Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
    Column sku = Column.builder("sku", ColumnType.TEXT).required().unique().maxLength(5).build();
    TableSchema schema = new TableSchema("product", List.of(id, sku), "sku");
    try (OpenCatalogue catalogue =
        new OpenCatalogue(folder.resolve("short.pallet"), CellFormat.PLAIN, schema)) {
      catalogue.paste("ABCDE\n", 0, "sku");
      catalogue.commit();
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});
      catalogue.workspace.edits().duplicate(List.of(catalogue.block(0, 0, "sku")), copy -> {});

      assertThat(catalogue.texts("sku")).containsExactly("ABCDE", "ABCD1", "ABCD2");
    }
  }

  @Test
  void eachBlockIsFilledDownFromItsOwnFirstRow() {
    try (OpenCatalogue catalogue = open().withProducts(6)) {
      catalogue
          .workspace
          .edits()
          .fillDown(List.of(catalogue.block(0, 2, "name"), catalogue.block(1, 5, "price")));

      assertThat(catalogue.texts("name"))
          .containsExactly(
              "Product 1", "Product 1", "Product 1", "Product 4", "Product 5", "Product 6");
      assertThat(catalogue.texts("price"))
          .containsExactly("1.50", "2.50", "2.50", "2.50", "2.50", "2.50");
    }
  }

  @Test
  void whereBlocksOverlapTheLastOneFillsDown() {
    try (OpenCatalogue catalogue = open().withProducts(6)) {
      catalogue
          .workspace
          .edits()
          .fillDown(List.of(catalogue.block(0, 3, "name"), catalogue.block(2, 5, "name")));

      assertThat(catalogue.texts("name"))
          .containsExactly(
              "Product 1", "Product 1", "Product 3", "Product 3", "Product 3", "Product 3");
    }
  }

  @Test
  void aRefusedRowStaysPendingWithTheReasonOnItsCell() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "A-2");
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("name"), "Renamed");

      CommitReport report = catalogue.commit();

      assertThat(report.failed()).isEqualTo(1);
      assertThat(report.committed()).isEqualTo(1);
      assertThat(catalogue.state(0, "sku")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.text(0, "sku")).isEqualTo("A-2");
      assertThat(catalogue.stored("sku")).containsExactly("A-1", "A-2");
      assertThat(catalogue.stored("name")).containsExactly("Product 1", "Renamed");
    }
  }

  @Test
  void undoAndRedoTakeBackAndRepeatAWholeFill() {
    try (OpenCatalogue catalogue = open().withProducts(50)) {
      catalogue.workspace.edits().fill(List.of(catalogue.block(0, 49, "price", "cost")), "5");
      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(50);

      catalogue.workspace.changes().undo();
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();

      catalogue.workspace.changes().redo();
      assertThat(catalogue.text(49, "cost")).isEqualTo("5.00");
    }
  }

  @Test
  void aFillSaysWhichRowsSomebodyElseHasDeleted() {
    try (OpenCatalogue catalogue = open().withProducts(300);
        OpenCatalogue other = new OpenCatalogue(folder.resolve("test.pallet"))) {
      other.workspace.edits().delete(List.of(other.block(250, 251, "sku")));
      other.commit();

      catalogue.workspace.edits().fill(List.of(catalogue.block(0, 299, "price", "id")), "5");

      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(298);
      assertThat(catalogue.told)
          .containsExactly(
              "Fill cells: left out 2 rows that are no longer there and 300 cells that can't be"
                  + " changed");
    }
  }

  @Test
  void fillDownRepeatsTheFirstRow() {
    try (OpenCatalogue catalogue = open().withProducts(3)) {
      catalogue.workspace.edits().fillDown(List.of(catalogue.block(0, 2, "name", "price")));

      assertThat(catalogue.text(2, "name")).isEqualTo("Product 1");
      assertThat(catalogue.text(1, "price")).isEqualTo("1.50");
      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(2);
    }
  }

  @Test
  void clearingARequiredCellIsAProblemAndAnyOtherIsEmptied() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      catalogue.workspace.edits().clear(List.of(catalogue.block(0, 0, "name", "quantity")));

      assertThat(catalogue.state(0, "name")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.state(0, "quantity")).isEqualTo(CellState.EDITED);
      assertThat(catalogue.text(0, "quantity")).isEmpty();
    }
  }

  @Test
  void revertingCellsLeavesTheOthersOfTheRow() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      catalogue.workspace.edits().fill(List.of(catalogue.block(0, 0, "price", "quantity")), "5");
      catalogue.workspace.edits().revert(List.of(catalogue.block(0, 0, "price")));

      assertThat(catalogue.text(0, "price")).isEqualTo("1.50");
      assertThat(catalogue.text(0, "quantity")).isEqualTo("5");
    }
  }

  @Test
  void copiedCellsAreTabSeparatedInTheOrderOfTheRows() {
    try (OpenCatalogue catalogue = open().withProducts(2)) {
      List<CopiedCells> copied = new java.util.ArrayList<>();
      catalogue
          .workspace
          .edits()
          .copy(List.of(catalogue.block(0, 1, "sku", "price")), false, copied::add);

      assertThat(copied.getFirst().text().lines()).containsExactly("A-1\t1.50", "A-2\t2.50");
    }
  }

  @Test
  void copiedTextsAreTextsInHtmlAndNumbersAreNumbers() {
    try (OpenCatalogue catalogue = open().withProducts(1)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "=1+1");
      List<CopiedCells> copied = new java.util.ArrayList<>();
      catalogue
          .workspace
          .edits()
          .copy(List.of(catalogue.block(0, 0, "sku", "price")), false, copied::add);

      assertThat(copied.getFirst().html())
          .containsPattern("<td [^>]*@[^>]*>=1\\+1</td><td sdval=.1.50.[^>]*>1.50</td>");
    }
  }

  @Test
  void pendingChangesSurviveASearchThatFindsWhatTheyWillHold() {
    try (OpenCatalogue catalogue = open().withProducts(12)) {
      catalogue.workspace.edits().setCell(catalogue.key(4), catalogue.column("price"), "99");
      catalogue
          .workspace
          .edits()
          .setCell(catalogue.key(5), catalogue.column("name"), "Product 12b");
      RowKey.New added = catalogue.addRow();
      catalogue.workspace.edits().setCell(added, catalogue.column("name"), "PRODUCT 12c");

      catalogue.workspace.show(catalogue.workspace.query().searching("Product 12"));

      assertThat(catalogue.workspace.view().size()).isEqualTo(3);
      assertThat(catalogue.text(0, "sku")).isEqualTo("A-12");
      assertThat(catalogue.text(1, "sku")).isEqualTo("A-6");
      assertThat(catalogue.workspace.view().rowAt(2).orElseThrow().state())
          .isEqualTo(RowState.ADDED);
      assertThat(catalogue.workspace.view().pendingLeftOut()).isEqualTo(1);

      catalogue.workspace.show(catalogue.workspace.query().searching(""));
      assertThat(catalogue.text(4, "price")).isEqualTo("99.00");
      assertThat(catalogue.workspace.view().size()).isEqualTo(13);
      assertThat(catalogue.workspace.view().pendingLeftOut()).isZero();
    }
  }
}
