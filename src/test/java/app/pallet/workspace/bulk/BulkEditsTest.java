package app.pallet.workspace.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.operation.number.ChangeNumber;
import app.pallet.operation.number.NumberRule;
import app.pallet.operation.number.Numbering;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.schema.Column;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.StepwiseRunner;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations over many rows: previewed, made pending, undone. */
final class BulkEditsTest {

  @TempDir private Path folder;

  private OpenCatalogue catalogue(int products) {
    return new OpenCatalogue(folder.resolve("c.pallet")).withProducts(products);
  }

  private static RowSelection rows(OpenCatalogue catalogue, int first, int last) {
    RowOrder order = catalogue.workspace.view().order();
    CellBlock block = new CellBlock(first, last, List.of(catalogue.column("sku")));
    return new RowSelection(order::keyAt, List.of(block));
  }

  private static RecipeWork add(OpenCatalogue catalogue, String amount) {
    Column price = catalogue.column("price");
    return RecipeWork.of(
        "Lower prices",
        new ChangeNumber(
            price, price, new NumberRule.Add(new BigDecimal(amount)), RoundingMode.HALF_UP));
  }

  private static BulkReport preview(
      OpenCatalogue catalogue, RowSelection rows, RecipeWork work, Set<RowKey> takenOut) {
    List<BulkReport> reports = new ArrayList<>();
    catalogue.workspace.bulk().preview(rows, work, takenOut::contains, reports::add);
    return reports.getFirst();
  }

  @Test
  void aPreviewCountsAndShowsWithoutChangingAnything() {
    try (OpenCatalogue catalogue = catalogue(5)) {
      catalogue.workspace.edits().clear(List.of(catalogue.block(1, 1, "price")));

      BulkReport report =
          preview(catalogue, rows(catalogue, 0, 4), add(catalogue, "-2"), Set.of(catalogue.key(4)));

      assertThat(report.rows()).isEqualTo(5);
      assertThat(report.changed()).isEqualTo(2);
      assertThat(report.unchanged()).isEqualTo(1);
      assertThat(report.problems()).isEqualTo(1);
      assertThat(report.leftOut()).isEqualTo(1);
      assertThat(report.first())
          .extracting(cell -> cell.name() + " " + cell.before() + " → " + cell.after())
          .containsExactly("A-1 1.50 → -0.50", "A-3 3.50 → 1.50", "A-4 4.50 → 2.50");
      assertThat(report.first().getFirst().problem()).contains("Is less than 0");
      assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(1);
    }
  }

  @Test
  void theLeastAndTheGreatestChangeAreFound() {
    try (OpenCatalogue catalogue = catalogue(9)) {
      Column price = catalogue.column("price");
      RecipeWork raise =
          RecipeWork.of(
              "Raise",
              new ChangeNumber(
                  price, price, new NumberRule.Percent(BigDecimal.TEN), RoundingMode.HALF_UP));
      BulkReport.Extremes extremes =
          Objects.requireNonNull(
              preview(catalogue, rows(catalogue, 2, 8), raise, Set.of()).extremes().get(price));
      assertThat(extremes.least().name()).isEqualTo("A-3");
      assertThat(extremes.greatest().name()).isEqualTo("A-9");
      assertThat(extremes.greatest().after()).isEqualTo("10.45");
    }
  }

  @Test
  void whatIsAppliedIsOneStepOfUndoAndProblemsStayOnTheirCells() {
    try (OpenCatalogue catalogue = catalogue(4)) {
      List<BulkReport> done = new ArrayList<>();
      catalogue
          .workspace
          .bulk()
          .apply(rows(catalogue, 0, 2), add(catalogue, "-2"), key -> false, done::add);

      assertThat(done.getFirst().changed()).isEqualTo(2);
      assertThat(catalogue.texts("price")).containsExactly("-0.50", "0.50", "1.50", "4.50");
      assertThat(catalogue.state(0, "price")).isEqualTo(CellState.PROBLEM);
      assertThat(catalogue.state(1, "price")).isEqualTo(CellState.EDITED);
      assertThat(catalogue.workspace.queue().undoLabel()).contains("Lower prices");
      catalogue.workspace.queue().undo(taken -> {});
      assertThat(catalogue.texts("price")).containsExactly("1.50", "2.50", "3.50", "4.50");
    }
  }

  @Test
  void rowsThatAreToBeAddedAreChangedAndThoseToBeDeletedAreNot() {
    try (OpenCatalogue catalogue = catalogue(2)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(0, 0, "sku")));
      RowKey added = catalogue.addRow();
      int last = catalogue.workspace.view().indexOf(added).orElseThrow();
      catalogue.workspace.edits().setCell(added, catalogue.column("price"), "9");

      BulkReport report =
          preview(catalogue, rows(catalogue, 0, last), add(catalogue, "1"), Set.of());

      assertThat(report.leftOut()).isEqualTo(1);
      assertThat(report.first())
          .extracting(BulkReport.Cell::after)
          .containsExactly("3.50", "10.00");
    }
  }

  @Test
  void aRecipeRunsOverSelectedRowsInTheirOrder() {
    try (OpenCatalogue catalogue = catalogue(3)) {
      RecipeWork recipe =
          RecipeFile.read(
                  """
                  {"recipe": "Both", "steps": [
                    {"do": "copy", "column": "Compare-at price", "from": "Price"},
                    {"do": "percent", "column": "Price", "by": -50, "where": "price > 2"},
                    {"do": "number", "column": "SKU", "prefix": "B-"}]}
                  """,
                  "both.json")
              .on(
                  catalogue.workspace.schema(),
                  Map.of(),
                  StepConditions.of(catalogue.workspace.schema()));
      catalogue.workspace.bulk().apply(rows(catalogue, 0, 2), recipe, key -> false, report -> {});
      assertThat(catalogue.texts("price")).containsExactly("1.50", "1.25", "1.75");
      assertThat(catalogue.texts("compare_at_price")).containsExactly("1.50", "2.50", "3.50");
      assertThat(catalogue.texts("sku")).containsExactly("B-1", "B-2", "B-3");
      assertThat(catalogue.commit().isComplete()).isTrue();
    }
  }

  @Test
  void numbersAreAddedUpBeforeAndAfterAndRowsThatStayAreNamed() {
    try (OpenCatalogue catalogue = catalogue(4)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));
      catalogue.workspace.edits().clear(List.of(catalogue.block(2, 2, "price")));

      BulkReport report = preview(catalogue, rows(catalogue, 0, 3), add(catalogue, "-2"), Set.of());

      BulkReport.Totals totals =
          Objects.requireNonNull(report.totals().get(catalogue.column("price")));
      assertThat(totals.before().count()).isEqualTo(2);
      assertThat(totals.before().sum()).isEqualByComparingTo("6");
      assertThat(totals.after().sum()).as("the refused one stays").isEqualByComparingTo("4");
      assertThat(totals.before().least()).isEqualByComparingTo("1.5");
      assertThat(totals.after().greatest()).isEqualByComparingTo("2.5");
      assertThat(report.staying())
          .containsExactly(new BulkReport.Staying("A-2", BulkReport.Reason.DELETED));
      assertThat(report.wrong()).extracting(BulkReport.Cell::name).containsExactly("A-1");
    }
  }

  @Test
  void theHistoryNamesTheRecipesThatAreCommitted() {
    try (OpenCatalogue catalogue = catalogue(3)) {
      RecipeWork spring = add(catalogue, "1").called(RecipeWork.BY_NAME + "Spring");
      catalogue.workspace.bulk().apply(rows(catalogue, 0, 1), spring, key -> false, report -> {});
      catalogue.commit();
      assertThat(who(catalogue)).endsWith(", recipe Spring");
      catalogue
          .workspace
          .bulk()
          .apply(rows(catalogue, 0, 1), add(catalogue, "1"), key -> false, report -> {});
      catalogue.commit();
      assertThat(who(catalogue)).doesNotContain("recipe");
    }
  }

  private static String who(OpenCatalogue catalogue) {
    List<String> names = new ArrayList<>();
    catalogue
        .workspace
        .history()
        .commits("", found -> found.forEach(commit -> names.add(commit.who())));
    return names.getFirst();
  }

  @Test
  void editsOfAColumnAreExplainedByOneRule() {
    try (OpenCatalogue catalogue = catalogue(3)) {
      catalogue
          .workspace
          .bulk()
          .apply(rows(catalogue, 0, 2), add(catalogue, "1"), key -> false, report -> {});
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("name"), "Mug");
      catalogue.workspace.edits().setCell(catalogue.key(1), catalogue.column("name"), "Jug");
      List<EditRules.Found> found = new ArrayList<>();
      new EditRules(
              catalogue.workspace.schema(),
              catalogue.workspace.proposals(),
              catalogue.workspace.queue())
          .find(found::addAll);
      assertThat(found)
          .extracting(rule -> rule.edits() + " " + rule.name())
          .containsExactly("3 Price: raise by 1");
    }
  }

  @Test
  void rowsThatWereTakenOutAreNotNumbered() {
    try (OpenCatalogue catalogue = catalogue(3)) {
      RecipeWork numbering =
          RecipeWork.of("Number", new Numbering(catalogue.column("unit"), 1, 1, 0, "n"));
      RowKey out = catalogue.key(1);
      catalogue.workspace.bulk().apply(rows(catalogue, 0, 2), numbering, out::equals, report -> {});
      assertThat(catalogue.texts("unit")).containsExactly("n1", "", "n2");
    }
  }

  @Test
  void nothingIsWorkedOutOnTheOwnersThreadAndANewerPreviewWins() {
    try (OpenCatalogue filled = catalogue(3)) {
      assertThat(filled.workspace.view().size()).isEqualTo(3);
    }
    StepwiseRunner reader = new StepwiseRunner();
    StepwiseRunner writer = new StepwiseRunner();
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet"), reader, writer);
    reader.finish();
    List<BulkReport> reports = new ArrayList<>();
    BulkEdits bulk = catalogue.workspace.bulk();

    bulk.preview(rows(catalogue, 0, 2), add(catalogue, "1"), key -> false, reports::add);
    bulk.preview(rows(catalogue, 0, 1), add(catalogue, "1"), key -> false, reports::add);
    assertThat(reports).isEmpty();
    reader.finish();

    assertThat(reports).extracting(BulkReport::rows).containsExactly(2L);
    bulk.preview(rows(catalogue, 0, 1), add(catalogue, "1"), key -> false, reports::add);
    bulk.endPreview();
    reader.finish();
    assertThat(reports).hasSize(1);
    bulk.preview(rows(catalogue, 0, 1), add(catalogue, "1"), key -> false, reports::add);
    reader.run(); // it is worked out already, but not delivered
    bulk.endPreview();
    reader.finish();
    assertThat(reports).hasSize(1);
  }
}
