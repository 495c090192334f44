package app.pallet.workspace.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.DamagedFile;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.view.CellState;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at between the press of Commit and the first write. */
class CommitCheckTest {

  private static final GuardLimits NONE = GuardLimits.NONE;

  @TempDir Path folder;
  private OpenCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new OpenCatalogue(folder.resolve("shop.pallet")).withProducts(10);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void aSkuOfAnotherProductHoldsItsRowAndTheRestGoesOn() {
    catalogue.paste("SKU\tName\tPrice\nN-1\tNew\t1\n", 0, "sku");
    set(3, "sku", "A-1");

    CommitFindings findings = check(NONE);
    CommitReport report = commit(findings);

    assertThat(findings.rows()).isEqualTo(1);
    assertThat(findings.doubles()).containsOnlyKeys(catalogue.key(3));
    assertThat(problem(3)).hasValue("SKU A-1 is already that of the row with Name Product 1");
    assertThat(report.committed()).isEqualTo(1);
    assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(1);
    assertThat(catalogue.stored("sku")).contains("N-1", "A-4");
  }

  @Test
  void twoNewRowsWithOneSkuBothWaitAndNameEachOther() {
    RowKey.New first = add("N-1", 3);
    RowKey.New second = add("N-1", 4);

    CommitFindings findings = check(NONE);

    assertThat(messages(findings.doubles().getOrDefault(first, List.of())))
        .containsExactly("SKU N-1 is wanted by line 4 of prices.csv too");
    assertThat(messages(findings.doubles().getOrDefault(second, List.of())))
        .containsExactly("SKU N-1 is wanted by line 3 of prices.csv too");
  }

  @Test
  void aValueThatIsGivenUpInTheSameCommitIsFree() {
    catalogue.workspace.edits().delete(List.of(catalogue.block(0, 0, "sku")));
    set(1, "sku", "B-2"); // was A-2
    add("A-1", 1);
    add("A-2", 2);

    CommitFindings findings = check(NONE);

    assertThat(findings.doubles()).isEmpty();
    assertThat(commit(findings).isComplete()).isTrue();
    assertThat(catalogue.stored("sku")).contains("A-1", "A-2", "B-2");
  }

  @Test
  void aRowThatWaitsDoesNotGiveItsValueUp() {
    set(1, "sku", "A-5"); // waits: A-5 is taken
    add("A-2", 1); // so this one has to wait too

    assertThat(check(NONE).doubles()).hasSize(2);
  }

  @Test
  void aMendedRowIsFreeAgain() {
    set(3, "sku", "A-1");
    check(NONE);
    set(3, "sku", "A-99");

    CommitFindings findings = check(NONE);

    assertThat(findings.doubles()).isEmpty();
    assertThat(commit(findings).isComplete()).isTrue();
  }

  @Test
  void pricesThatJumpAreShownTheWorstFirst() {
    set(0, "price", "1.60"); // 1.50 before: no jump
    set(1, "price", "250"); // 2.50: a hundred times
    set(2, "price", "1"); // 3.50: less than a third
    set(3, "price", "0"); // 4.50: nothing

    List<CommitWarning> warnings = check(new GuardLimits(50, 100, 0, 100)).warnings();

    CommitWarning.PriceMoved moved = (CommitWarning.PriceMoved) warnings.getFirst();
    assertThat(warnings).hasSize(1);
    assertThat(moved.count()).isEqualTo(3);
    assertThat(moved.examples())
        .extracting(e -> e.title() + " " + e.before() + " > " + e.after())
        .containsExactly("A-4 4.50 > 0.00", "A-2 2.50 > 250.00", "A-3 3.50 > 1.00");
  }

  @Test
  void manyChangedRowsAreAskedAbout() {
    for (int row = 0; row < 4; row++) {
      set(row, "name", "Other");
    }

    assertThat(check(new GuardLimits(50, 30, 4, 100)).warnings())
        .containsExactly(new CommitWarning.ManyRowsChanged(4, 10));
    assertThat(check(new GuardLimits(50, 40, 4, 100)).warnings()).isEmpty();
    assertThat(check(new GuardLimits(50, 30, 5, 100)).warnings()).isEmpty();
  }

  @Test
  void deletesAreAskedAbout() {
    catalogue.workspace.edits().delete(List.of(catalogue.block(0, 1, "sku")));

    CommitFindings findings = check(GuardLimits.DEFAULT);

    assertThat(findings.asks()).isTrue();
    assertThat(findings.warnings().getFirst().count()).isEqualTo(2);
    assertThat(findings.warnings().getFirst().examples())
        .extracting(CommitWarning.Example::title)
        .containsExactlyInAnyOrder("A-1", "A-2");
  }

  @Test
  void aWrongCheckDigitIsShownAndCommittable() {
    set(0, "barcode", "4006381333932");

    assertThat(catalogue.state(0, "barcode")).isEqualTo(CellState.WARNING);
    assertThat(problem(0, "barcode")).hasValue("The check digit is wrong: it should end in 1");
    CommitFindings findings = check(GuardLimits.DEFAULT);
    assertThat(findings.asks()).isFalse();
    assertThat(findings.warnings()).hasSize(1);
    assertThat(commit(findings).isComplete()).isTrue();
    assertThat(catalogue.stored("barcode")).contains("4006381333932");
  }

  @Test
  void theBackupOfTheDayIsMadeOnce() {
    CatalogueBackups backups = CatalogueBackups.in(folder.resolve("backups"));
    Path file = catalogue.workspace.database().file();
    set(0, "name", "Other");

    assertThat(check(NONE, backups).noBackup()).isEmpty();
    assertThat(check(NONE, backups).noBackup()).isEmpty();

    assertThat(backups.list(file)).hasSize(1);
  }

  @Test
  void aBackupThatCanNotBeMadeIsAskedAbout() throws Exception {
    Path root = Files.writeString(folder.resolve("backups"), "no folder");
    set(0, "name", "Other");

    CommitFindings findings = check(NONE, CatalogueBackups.in(root));

    assertThat(findings.asks()).isTrue();
    assertThat(findings.noBackup().orElseThrow()).startsWith("No backup of ");
    assertThat(commit(findings).isComplete()).isTrue();
  }

  @Test
  void aHundredThousandChangesAreCheckedInWellUnderASecond() throws Exception {
    List<RowChange> wanted = new ArrayList<>();
    Column sku = catalogue.column("sku");
    Column price = catalogue.column("price");
    for (int i = 1; i <= 50_000; i++) {
      RowValues values =
          RowValues.of(sku, "N-" + i)
              .with(price, BigDecimal.valueOf(i, 4))
              .with(catalogue.column("barcode"), "4006381333932");
      wanted.add(new RowChange.Add(new RowKey.New(i), values, RowOrigin.TYPED, List.of()));
      wanted.add(
          new RowChange.Edit(
              new RowKey.Id(i),
              RowValues.of(sku, "A-" + i).with(price, BigDecimal.valueOf(i, 4)),
              RowValues.of(sku, "B-" + i).with(price, BigDecimal.valueOf(i * 3L, 4)),
              RowStamp.Counted.of(1),
              List.of()));
    }
    Path file = DamagedFile.catalogue(folder.resolve("large.pallet"), 200_000);
    try (CatalogueDatabase large = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT)) {
      CommitCheck check = new CommitCheck(large, wanted, GuardLimits.DEFAULT, Optional.empty());
      check.run(WorkMonitor.NONE); // warms the code up

      long start = System.nanoTime();
      CommitFindings findings = check.run(WorkMonitor.NONE);
      long milliseconds = (System.nanoTime() - start) / 1_000_000;

      assertThat(findings.doubles()).isEmpty();
      assertThat(findings.warnings()).hasSize(2);
      assertThat(milliseconds).as("milliseconds").isLessThan(2_000); // 100 when idle
    }
  }

  private void set(int row, String column, String text) {
    catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column(column), text);
  }

  private RowKey.New add(String sku, long line) {
    RowKey.New key = catalogue.workspace.changes().nextKey();
    RowValues values =
        RowValues.of(catalogue.column("sku"), sku)
            .with(catalogue.column("name"), "New")
            .with(catalogue.column("price"), BigDecimal.ONE.setScale(4));
    catalogue
        .workspace
        .changes()
        .record(
            "Add",
            List.of(new RowChange.Add(key, values, new RowOrigin("prices.csv", line), List.of())));
    return key;
  }

  private Optional<String> problem(int row) {
    return problem(row, "sku");
  }

  private Optional<String> problem(int row, String column) {
    return catalogue
        .workspace
        .view()
        .rowAt(row)
        .flatMap(view -> view.problem(catalogue.column(column)))
        .map(RowProblem::sentence);
  }

  private static List<String> messages(List<RowProblem> problems) {
    return problems.stream().map(RowProblem::message).toList();
  }

  private CommitFindings check(GuardLimits limits) {
    return check(limits, Optional.empty());
  }

  private CommitFindings check(GuardLimits limits, CatalogueBackups backups) {
    return check(limits, Optional.of(backups));
  }

  private CommitFindings check(GuardLimits limits, Optional<CatalogueBackups> backups) {
    List<CommitFindings> all = new ArrayList<>();
    catalogue.workspace.checkCommit(limits, backups, all::add);
    assertThat(catalogue.workspace.isCommitting()).isFalse();
    return all.getFirst();
  }

  private CommitReport commit(CommitFindings findings) {
    List<CommitReport> reports = new ArrayList<>();
    Map<RowKey, List<RowProblem>> doubles = findings.doubles();
    catalogue.workspace.commit(
        CommitPlan.DEFAULT, doubles.keySet(), HistoryLimits.DEFAULT, event -> {}, reports::add);
    return reports.getFirst();
  }
}
