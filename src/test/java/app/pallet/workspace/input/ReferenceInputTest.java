package app.pallet.workspace.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.rows.references.ShopTables;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.MissingParents;
import app.pallet.workspace.imports.SourceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of other rows, typed, pasted and imported into a table of somebody else. */
class ReferenceInputTest {

  @TempDir Path folder;
  private OpenCatalogue products;

  @BeforeEach
  void open() throws SQLException {
    products = new OpenCatalogue(ShopTables.products(ShopTables.in(folder)));
  }

  @AfterEach
  void close() {
    products.close();
  }

  private List<RowProblem> problems() {
    return products.workspace.changes().withProblems().stream()
        .map(RowChange::problems)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void aTypedTextBecomesTheKey() {
    products
        .workspace
        .edits()
        .setCell(products.key(0), products.column("CategoryID"), "Condiments");
    assertThat(products.text(0, "CategoryID")).isEqualTo("2");
    assertThat(problems()).isEmpty();
  }

  @Test
  void aTypedTextOfNoRowStaysWithItsReason() {
    products.workspace.edits().setCell(products.key(0), products.column("CategoryID"), "Cars");
    assertThat(products.text(0, "CategoryID")).isEqualTo("Cars");
    assertThat(problems())
        .extracting(RowProblem::sentence)
        .containsExactly(
            "Is neither the CategoryID nor the CategoryName of a row of Categories; accepted is a row of"
                + " Categories: 2 · 6, Beverages · 1, Condiments · 2 …");
  }

  @Test
  void oneTextFillsManyCells() {
    products.paste("Condiments", 0, "CategoryID", List.of(products.block(0, 3, "CategoryID")));
    assertThat(products.texts("CategoryID")).containsExactly("2", "2", "2", "2");
    products.workspace.edits().fill(List.of(products.block(0, 1, "CategoryID")), "Beverages");
    assertThat(products.texts("CategoryID")).containsExactly("1", "1", "2", "2");
  }

  @Test
  void aPastedBlockMayMixKeysAndTexts() {
    products.paste("Condiments\tNord-Ost-Fisch\n1\tEXOT\nDairy\t\n", 0, "CategoryID");
    assertThat(products.texts("CategoryID")).containsExactly("2", "1", "Dairy", "77");
    assertThat(products.texts("Supplier")).containsExactly("NORL", "EXOT", "", "");
    assertThat(problems())
        .extracting(RowProblem::message)
        .containsExactly("Is the CategoryName of several rows of Categories");
  }

  @Test
  void aFileMayHaveTexts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("products.csv"),
            """
            ProductID,ProductName,CategoryID,Supplier
            1,Chai,Condiments,Nord-Ost-Fisch
            4,Lost,77,
            3,Syrup,None such,
            """);
    PasteReport report = products.importFile(file);
    assertThat(products.texts("CategoryID")).containsExactly("2", "1", "None such", "77");
    assertThat(products.text(0, "Supplier")).isEqualTo("NORL");
    assertThat(report.problems())
        .extracting(RowProblem::message)
        .containsExactly("Is neither the CategoryID nor the CategoryName of a row of Categories");
  }

  @Test
  void aFileMayAddRowsToOtherTablesOnRequest() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("products.csv"),
            "ProductID,CategoryID\n1,Lamps\n2,Lamps\n3,Lights\n4,1\n");
    List<ImportPreview> previews = new ArrayList<>();
    ImportPreparation.Listener listener =
        new ImportPreparation.Listener() {
          @Override
          public void viewed(SourceView view, ImportChoices choices) {}

          @Override
          public void previewing() {}

          @Override
          public void previewed(ImportPreview preview) {
            previews.add(preview);
          }

          @Override
          public void failed(Throwable failure) {
            throw new AssertionError(failure);
          }
        };
    try (ImportPreparation preparation =
        products.workspace.input().prepare(new ImportSource.OfFile(file), Map.of(), listener)) {
      preparation.start();
      assertThat(previews.getLast().decisions().parents())
          .extracting(MissingParents.Names::sentence)
          .containsExactly("Categories does not have 2 names: Lamps, Lights");
      assertThat(previews.getLast().problemCount()).isEqualTo(3);
      preparation.choose(preparation.choices().orElseThrow().withParents(true));
      assertThat(previews.getLast().decisions().parents())
          .extracting(MissingParents.Names::sentence)
          .containsExactly("2 rows are to be added to Categories: Lamps, Lights");
      assertThat(previews.getLast().problemCount()).isZero();
      products.workspace.input().take(preparation.accept().orElseThrow(), report -> {});
    }
    assertThat(products.texts("CategoryID")).containsExactly("Lamps", "Lamps", "Lights", "1");
    assertThat(products.commit().committed()).isEqualTo(4);
    assertThat(products.texts("CategoryID")).containsExactly("7", "7", "8", "1");
  }
}
