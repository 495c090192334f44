package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.pending.ChangesDuringCommit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules around a commit that no other test would miss. */
final class CommitRulesTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private OpenCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new OpenCatalogue(folder.resolve("shop.pallet")).withProducts(4);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private void type(int row, String column, String text) {
    catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column(column), text);
  }

  @Test
  void aBlockWithoutHeadingsInsideTheTableAddsNothing() {
    catalogue.paste("X-1\tOne\nX-2\tTwo\n", 0, "sku");

    assertThat(catalogue.workspace.view().size()).isEqualTo(4);
    assertThat(catalogue.texts("name")).startsWith("One", "Two", "Product 3");
    assertThat(catalogue.workspace.changes().counts().adds()).isZero();
  }

  @Test
  void whatIsLeftAfterACommitIsUndoneLatestFirst() {
    type(0, "price", "abc"); // so that the row waits
    type(0, "name", "first");
    type(0, "name", "second");
    type(1, "name", "committed");
    catalogue.commit();

    catalogue.workspace.changes().undo();
    assertThat(catalogue.text(0, "name")).isEqualTo("first");
    catalogue.workspace.changes().undo();
    assertThat(catalogue.text(0, "name")).isEqualTo("Product 1");
  }

  @Test
  void theFirstPriceOfAProductIsNoJump() {
    type(0, "price", "0");
    catalogue.commit();
    type(0, "price", "12");
    type(1, "price", "90"); // was 2.50
    List<CommitWarning> warnings = new ArrayList<>();

    catalogue.workspace.checkCommit(
        new GuardLimits(50, 100, 1_000, 1_000),
        Optional.empty(),
        findings -> warnings.addAll(findings.warnings()));

    assertThat(warnings)
        .singleElement()
        .isInstanceOfSatisfying(
            CommitWarning.PriceMoved.class, moved -> assertThat(moved.count()).isEqualTo(1));
  }

  @Test
  void aRowThatMustWaitLetsAllWaitThatCountOnItsValue() {
    type(0, "sku", "A-2"); // waits for the next one, which waits for the one after it
    type(1, "sku", "A-3");
    type(2, "sku", "A-4"); // and A-4 stays where it is
    List<RowProblem> problems = new ArrayList<>();

    catalogue.workspace.checkCommit(
        GuardLimits.NONE,
        Optional.empty(),
        findings -> findings.doubles().values().forEach(problems::addAll));

    assertThat(problems)
        .extracting(RowProblem::value)
        .containsExactlyInAnyOrder("A-2", "A-3", "A-4");
  }

  @Test
  void aRowThatMustWaitForOneColumnKeepsItsValueInEveryOther() {
    Column ean = Column.builder("ean", ColumnType.TEXT).unique().build();
    TableSchema schema = ProductSchema.create().with(List.of(ean));
    try (OpenCatalogue two =
        new OpenCatalogue(folder.resolve("two.pallet"), CellFormat.PLAIN, schema)) {
      two.paste("SKU\tName\tEan\nA-1\tx\t1\nA-2\ty\t2\nA-3\tz\t3\n", 0, "sku");
      two.commit();
      two.workspace.edits().setCell(two.key(0), two.column("sku"), "A-9");
      two.workspace.edits().setCell(two.key(0), two.column("ean"), "3"); // stays that of A-3
      two.workspace.edits().setCell(two.key(1), two.column("sku"), "A-1"); // not given up, then
      List<CommitFindings> found = new ArrayList<>();

      two.workspace.checkCommit(GuardLimits.NONE, Optional.empty(), found::add);

      assertThat(found.getFirst().doubles()).containsOnlyKeys(two.key(0), two.key(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"6, false", "7, true", "8, true"})
  void aPendingChangeOfTheVersionThatACommitMadeIsALaterOne(long pending, boolean known) {
    ChangeSet changes = new ChangeSet(ProductSchema.create());
    changes.record("Edit", List.of(edit(pending)));

    // The commit began with version 6, so that it has made version 7.
    assertThat(
            new ChangesDuringCommit(changes)
                .isKnown(CommittedChange.of(edit(6), new RowKey.Id(1), RowStamp.Counted.FIRST)))
        .isEqualTo(known);
  }

  private RowChange edit(long version) {
    return new RowChange.Edit(
        new RowKey.Id(1),
        RowValues.of(catalogue.column("name"), "old"),
        RowValues.of(catalogue.column("name"), "new"),
        RowStamp.Counted.of(version),
        List.of());
  }
}
