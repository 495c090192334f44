package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.ShopFile;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.history.UndoReport;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole number that is the key of another program's table may be typed in a new row. */
final class TypedNumbersTest {

  @TempDir private Path folder;
  private ShopFile file;

  @BeforeEach
  void make() throws SQLException {
    file = new ShopFile(folder.resolve("shop.db"));
    file.execute(
        "CREATE TABLE p (id INTEGER PRIMARY KEY NOT NULL, name TEXT,"
            + " mother INTEGER REFERENCES p (id))",
        "INSERT INTO p VALUES (3, 'Mug', NULL), (7, 'Cup', 3)");
  }

  private OpenCatalogue open() {
    return new OpenCatalogue(file.open("p"), PendingWork.IN_MEMORY);
  }

  private static void type(OpenCatalogue table, RowKey row, String column, String text) {
    table.workspace.edits().setCell(row, table.column(column), text);
  }

  private static RowKey add(OpenCatalogue table, String id, String name) {
    RowKey row = table.addRow();
    type(table, row, "id", id);
    type(table, row, "name", name);
    return row;
  }

  private List<String> stored() throws SQLException {
    return file.ask("SELECT * FROM p ORDER BY id");
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH, false",
    "ADD_ALL, false",
    "ONE_BY_ONE, false",
    "BATCH, true",
    "ADD_ALL, true"
  })
  void typedNumbersAreTakenAndEmptyOnesAreGiven(CommitMode mode, boolean history) throws Exception {
    try (OpenCatalogue p = open()) {
      if (history) {
        p.workspace.database().keepHistory();
      }
      RowKey empty = add(p, "", "Given");
      RowKey cleared = add(p, "55", "Cleared");
      type(p, cleared, "id", "");
      RowKey low = add(p, "-4", "Low");
      RowKey high = add(p, "8", "High");
      type(p, high, "mother", "7");

      CommitReport report = p.commit(CommitPlan.DEFAULT.in(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(report.newKeys())
          .containsEntry((RowKey.New) low, new RowKey.Id(-4))
          .containsEntry((RowKey.New) empty, new RowKey.Id(9));
      assertThat(p.workspace.changes().isEmpty()).isTrue();
      add(p, "", "Later");
      assertThat(p.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(stored())
        .containsExactly(
            "-4|Low|null",
            "3|Mug|null",
            "7|Cup|3",
            "8|High|7",
            "9|Given|null",
            "10|Cleared|null",
            "11|Later|null");
  }

  @Test
  void aNumberThatIsTakenIsAProblemThatNamesTheRowThatHasIt() {
    try (OpenCatalogue p = open()) {
      RowKey taken = add(p, "7", "Pot");
      RowKey one = add(p, "9", "Pan");
      RowKey other = add(p, "9", "Lid");
      add(p, "10", "Fine");

      List<CommitFindings> findings = new ArrayList<>();
      p.workspace.checkCommit(GuardLimits.DEFAULT, Optional.empty(), findings::add);

      assertThat(findings.getFirst().doubles()).containsOnlyKeys(taken, one, other);
      assertThat(findings.getFirst().doubles().get(taken))
          .extracting(RowProblem::message)
          .singleElement()
          .asString()
          .contains("id 7 is already that of the row with", "Cup");
    }
  }

  @Test
  void theNumberOfARowThatIsThereStaysAsItIs() {
    try (OpenCatalogue p = open()) {
      type(p, new RowKey.Id(7), "id", "8");

      assertThat(p.workspace.changes().isEmpty()).isTrue();
      assertThat(p.told).singleElement().asString().contains("can't be changed");
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void anAddedRowMayReferToOneThatIsAddedWithIt(CommitMode mode) throws Exception {
    try (OpenCatalogue p = open()) {
      type(p, add(p, "20", "Child"), "mother", "21");
      add(p, "21", "Mother");
      assertThat(p.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(stored()).contains("20|Child|21", "21|Mother|null");
  }

  @Test
  void aDeletedNumberIsFreeForANewRow() throws Exception {
    try (OpenCatalogue p = open()) {
      p.workspace.edits().delete(List.of(p.block(1, 1, "name")));
      add(p, "7", "Other");
      assertThat(p.commit().isComplete()).isTrue();
    }
    assertThat(stored()).containsExactly("3|Mug|null", "7|Other|null");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aCommitIsTakenBackWithTheSameNumbers(CommitMode mode) throws Exception {
    List<String> before = stored();
    try (OpenCatalogue p = open()) {
      p.workspace.database().keepHistory();
      p.workspace.edits().delete(List.of(p.block(1, 1, "name")));
      add(p, "70", "Pot");
      add(p, "", "Given");
      assertThat(p.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();

      List<UndoReport> reports = new ArrayList<>();
      p.workspace
          .history()
          .commits(
              "",
              commits ->
                  p.workspace.history().undo(commits.getFirst(), change -> true, reports::add));

      assertThat(reports).containsExactly(new UndoReport(3, 0, 0));
      assertThat(p.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void numbersOfStoredRowsGoOnInAddedOnes() throws SQLException {
    try (OpenCatalogue p = open()) {
      p.addRow();
      p.addRow();
      p.workspace
          .edits()
          .fill("Fill", List.of(new Fill(p.block(0, 3, "id"), 2, Fill.Direction.DOWN, true)));
      assertThat(p.texts("id")).containsExactly("3", "7", "11", "15");
    }
  }
}
