package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.database.ShopFile;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.TableId;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.history.UndoReport;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.pending.RestoreReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of other programs whose keys are bytes, from reading to undo. */
final class ByteKeysTest {

  @TempDir private Path folder;
  private ShopFile file;

  @BeforeEach
  void make() throws SQLException {
    file = new ShopFile(folder.resolve("shop.db"));
    file.execute(
        "CREATE TABLE one (k BLOB PRIMARY KEY NOT NULL, name TEXT, n INTEGER)",
        "INSERT INTO one VALUES (x'00ff', 'A', 1), (x'00', 'B', 2), (x'c3', 'C', 3), ('00ff', 'D',"
            + " 4)",
        "CREATE TABLE bare (k BINARY(16) NOT NULL, n INT, name TEXT, PRIMARY KEY (n, k)) WITHOUT"
            + " ROWID",
        "CREATE TABLE two (k BLOB, n INT, name TEXT, PRIMARY KEY (n, k)) WITHOUT ROWID",
        "INSERT INTO two VALUES (x'00ff', 1, 'A'), (x'00ff', 2, 'B'), (x'01', 1, 'C')");
  }

  private OpenCatalogue open(String table) {
    return new OpenCatalogue(file.open(table), PendingWork.IN_MEMORY);
  }

  private static RowKey key(Object... parts) {
    return RowKey.Parts.of(parts);
  }

  private static UnreadableValue bytes(String hex) {
    return new UnreadableValue(Form.BYTES, hex);
  }

  private static void type(OpenCatalogue table, RowKey row, String column, String text) {
    table.workspace.edits().setCell(row, table.column(column), text);
  }

  private static RowKey add(OpenCatalogue table, String key, String name) {
    RowKey row = table.addRow();
    type(table, row, "k", key);
    type(table, row, "name", name);
    return row;
  }

  private List<String> one() throws SQLException {
    return file.ask("SELECT typeof(k), hex(k), name FROM one ORDER BY rowid");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsAreChangedAddedAndDeleted(CommitMode mode) throws Exception {
    try (OpenCatalogue one = open("one")) {
      assertThat(one.texts("k")).containsExactly("00ff", "00", "c3", "00ff");
      assertThat(one.workspace.view().rowAt(0).orElseThrow().problem(one.column("k"))).isEmpty();
      type(one, key(bytes("00ff")), "name", "Changed");
      one.workspace.edits().delete(List.of(one.block(1, 1, "name")));
      add(one, "0xAB01", "New");
      add(one, "123E4567-e89b-12d3-a456-426614174000", "Uuid");

      assertThat(one.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();

      assertThat(one.workspace.changes().isEmpty()).isTrue();
      assertThat(one.texts("name")).containsExactly("Changed", "C", "D", "New", "Uuid");
    }
    assertThat(one())
        .containsExactly(
            "blob|00FF|Changed",
            "blob|C3|C",
            "text|30306666|D",
            "blob|AB01|New",
            "blob|123E4567E89B12D3A456426614174000|Uuid");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsWithBytesAmongTheirKeyAreChangedAddedAndDeleted(CommitMode mode) throws Exception {
    try (OpenCatalogue two = open("two")) {
      type(two, key(2, bytes("00ff")), "name", "Changed");
      two.workspace.edits().delete(List.of(two.block(1, 1, "name")));
      type(two, add(two, "02", "New"), "n", "9");

      assertThat(two.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(file.ask("SELECT n, hex(k), name FROM two"))
        .containsExactly("1|00FF|A", "2|00FF|Changed", "9|02|New");
  }

  @Test
  void whatIsNoBytesIsAProblemAndSoIsAKeyThatIsThere() {
    try (OpenCatalogue one = open("one")) {
      RowKey wrong = add(one, "0x0g", "Wrong");
      assertThat(one.workspace.changes().get(wrong).orElseThrow().problems())
          .extracting(RowProblem::message)
          .containsExactly("Is not written in hexadecimal digits");
      RowKey taken = add(one, "00FF", "Taken");

      List<CommitFindings> findings = new ArrayList<>();
      one.workspace.checkCommit(GuardLimits.DEFAULT, Optional.empty(), findings::add);

      assertThat(findings.getFirst().doubles()).containsOnlyKeys(taken);
    }
  }

  @Test
  void searchSortAndPendingRowsWorkByKeys() {
    try (OpenCatalogue one = open("one")) {
      one.workspace.show(
          RowQuery.ALL.sortedBy(
              Optional.of(new SortOrder(one.column("k"), SortOrder.Direction.DESCENDING))));
      assertThat(one.texts("name")).containsExactly("C", "A", "B", "D");
      type(one, key(bytes("c3")), "name", "Zoe");
      one.workspace.show(RowQuery.ALL.searching("zoe"));
      assertThat(one.texts("k")).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void whatAnotherProgramHasChangedIsAConflict(CommitMode mode) throws Exception {
    try (OpenCatalogue one = open("one")) {
      type(one, key(bytes("00ff")), "name", "Mine");
      type(one, key(bytes("00")), "name", "Mine too");
      file.execute("UPDATE one SET name = 'Theirs' WHERE k = x'00ff'");

      assertThat(one.commit(CommitPlan.DEFAULT.in(mode)).refusals())
          .containsOnlyKeys(key(bytes("00ff")));
    }
    assertThat(one()).contains("blob|00FF|Theirs", "blob|00|Mine too");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aCommitIsTakenBack(CommitMode mode) throws Exception {
    List<String> before = file.ask("SELECT n, hex(k), name FROM two");
    try (OpenCatalogue two = open("two")) {
      two.workspace.database().keepHistory();
      type(two, key(2, bytes("00ff")), "name", "Changed");
      two.workspace.edits().delete(List.of(two.block(1, 1, "name")));
      type(two, add(two, "02", "New"), "n", "9");
      two.commit(CommitPlan.DEFAULT.in(mode));

      List<UndoReport> reports = new ArrayList<>();
      two.workspace
          .history()
          .commits(
              "",
              commits ->
                  two.workspace.history().undo(commits.getFirst(), change -> true, reports::add));

      assertThat(reports).containsExactly(new UndoReport(3, 0, 0));
      assertThat(two.commit(CommitPlan.DEFAULT.in(mode)).isComplete()).isTrue();
    }
    assertThat(file.ask("SELECT n, hex(k), name FROM two")).isEqualTo(before);
  }

  private OpenCatalogue openDrafted() {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(file.path(), "one"), Runnable::run, Duration.ofHours(1));
    return new OpenCatalogue(
        file.open("one"), PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
  }

  @Test
  void aDraftKnowsItsRowsAgain() {
    try (OpenCatalogue one = openDrafted()) {
      type(one, key(bytes("00ff")), "name", "Kept");
      add(one, "0102", "New");
    }
    try (OpenCatalogue one = openDrafted()) {
      List<RestoreReport> reports = new ArrayList<>();
      one.workspace.draft().find(draft -> one.workspace.draft().restore(draft, reports::add));

      assertThat(reports).hasSize(1);
      assertThat(one.texts("name")).containsExactly("Kept", "B", "C", "D", "New");
      assertThat(one.texts("k")).endsWith("0102");
      assertThat(one.commit().isComplete()).isTrue();
    }
  }
}
