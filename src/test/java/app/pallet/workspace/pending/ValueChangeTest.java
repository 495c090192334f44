package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.workspace.OpenCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValueChangeTest {

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void makeCatalogue() {
    file = folder.resolve("values.pallet");
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      catalogue.paste(
          """
          SKU\tName\tBrand\tCategory
          A-1\tOne\tAlba\tLamps
          A-2\tTwo\tAlba\tPots
          A-3\tThree\tFjord\tLamps
          A-4\tFour\t\tLamps
          """,
          0,
          "sku");
      catalogue.commit();
    }
  }

  private static List<Integer> change(
      OpenCatalogue catalogue, @Nullable Object from, String text, RowQuery query) {
    List<Integer> rows = new ArrayList<>();
    catalogue
        .workspace
        .edits()
        .changeValue(catalogue.column("brand"), from, text, query, rows::add);
    return rows;
  }

  @Test
  void allRowsWithAValueGetAnotherInOneStep() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      assertThat(change(catalogue, "Alba", "Albi", RowQuery.ALL)).containsExactly(2);

      assertThat(catalogue.texts("brand")).containsExactly("Albi", "Albi", "Fjord", "");
      catalogue.workspace.queue().undo(taken -> {});
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void emptyCellsAreFilledAndAValueIsEmptied() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      assertThat(change(catalogue, null, "None", RowQuery.ALL)).containsExactly(1);
      assertThat(change(catalogue, "Fjord", "", RowQuery.ALL)).containsExactly(1);

      assertThat(catalogue.texts("brand")).containsExactly("Alba", "Alba", "", "None");
    }
  }

  @Test
  void onlyTheRowsThatTheOtherFiltersLeaveAreChanged() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      RowQuery lamps =
          RowQuery.ALL.filteredBy(Condition.of(catalogue.column("category"), Operator.IS, "Lamps"));
      RowQuery fjord =
          RowQuery.ALL.filteredBy(Condition.of(catalogue.column("brand"), Operator.IS, "Fjord"));

      assertThat(change(catalogue, "Alba", "X", lamps)).containsExactly(1);
      assertThat(change(catalogue, "Alba", "Y", fjord))
          .as("its own is left out")
          .containsExactly(1);
      assertThat(catalogue.texts("brand")).containsExactly("X", "Y", "Fjord", "");
    }
  }

  @Test
  void whatIsPendingCountsAsItWillBe() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("brand"), "Other");
      catalogue.workspace.edits().setCell(catalogue.key(2), catalogue.column("brand"), "Alba");

      assertThat(change(catalogue, "Alba", "Albi", RowQuery.ALL)).containsExactly(2);
      assertThat(catalogue.texts("brand")).containsExactly("Other", "Albi", "Albi", "");
    }
  }

  @Test
  void rowsToBeDeletedAreLeftOutAndSaid() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(1, 1, "sku")));

      assertThat(change(catalogue, "Alba", "Albi", RowQuery.ALL)).containsExactly(1);
      assertThat(catalogue.told)
          .containsExactly("Change Brand: left out 1 row that is to be deleted");
    }
  }

  @Test
  void nothingHappensWhereNoRowHasTheValue() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      assertThat(change(catalogue, "Nobody", "X", RowQuery.ALL)).containsExactly(0);
      assertThat(catalogue.workspace.queue().undoLabel()).isEmpty();
    }
  }
}
