package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.references.GroupTree;
import app.pallet.rows.references.ShopTables;
import app.pallet.schema.TableId;
import app.pallet.schema.table.PendingParent;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cells that refer to rows which are still to be added, and whose keys the database gives. */
class PendingParentsTest {

  @TempDir Path folder;
  private GroupTree tree;

  @BeforeEach
  void make() throws SQLException {
    tree = GroupTree.in(folder);
  }

  private OpenCatalogue open() {
    return new OpenCatalogue(tree.open());
  }

  private OpenCatalogue openWithDraft() {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(tree.file(), "Groups"), Runnable::run, Duration.ofHours(1));
    return new OpenCatalogue(
        tree.open(), PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
  }

  private static RowKey.New add(OpenCatalogue groups, String name, String above) {
    RowKey.New key = groups.addRow();
    groups.workspace.edits().setCell(key, groups.column("Name"), name);
    groups.workspace.edits().setCell(key, groups.column("Above"), above);
    return key;
  }

  private static List<String> problems(CommitReport report) {
    return report.refusals().values().stream()
        .flatMap(List::stream)
        .map(RowProblem::sentence)
        .toList();
  }

  private static CommitReport commit(OpenCatalogue groups, CommitMode mode) {
    return groups.commit(new CommitPlan(mode, 2, TransactionScope.PER_BATCH));
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aRowIsPutUnderOnesThatAreAddedWithIt(CommitMode mode) throws SQLException {
    try (OpenCatalogue groups = open()) {
      RowKey.New lamps = add(groups, "Lamps", "root");
      add(groups, "LED", "lamps"); // as a database compares names
      add(groups, "Spots", "new row " + lamps.number());
      groups.workspace.edits().setCell(groups.key(1), groups.column("Above"), "LED");
      assertThat(groups.texts("Above"))
          .containsExactly("", "new row 2", "1", "new row 1", "new row 1");
      CommitReport report = commit(groups, mode);
      assertThat(problems(report)).isEmpty();
      assertThat(groups.workspace.changes().isEmpty()).isTrue();
    }
    assertThat(tree.stored())
        .isEqualTo(
            Map.of("Root", "", "Old", "LED", "Lamps", "Root", "LED", "Lamps", "Spots", "Lamps"));
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aPastedBlockNamesItsOwnRowsInAnyOrder(CommitMode mode) throws SQLException {
    try (OpenCatalogue groups = open()) {
      groups.paste("Spots\tLamps\nLamps\tRoot\nLED\tSpots\nGlow\tNobody\n", 2, "Name");
      assertThat(groups.workspace.changes().problemCount()).isEqualTo(1);
      assertThat(problems(commit(groups, mode))).isEmpty();
      assertThat(groups.text(groups.workspace.view().size() - 1, "Above")).isEqualTo("Nobody");
    }
    assertThat(tree.stored())
        .containsEntry("Spots", "Lamps")
        .containsEntry("LED", "Spots")
        .containsEntry("Lamps", "Root")
        .doesNotContainKey("Glow");
  }

  @Test
  void aParentThatIsTakenOutLeavesAProblemUntilItIsUndone() {
    try (OpenCatalogue groups = open()) {
      add(groups, "Lamps", "Root");
      add(groups, "LED", "Lamps");
      groups.workspace.edits().delete(List.of(groups.block(2, 2, "Name")));
      assertThat(groups.text(2, "Above")).isEqualTo("Lamps");
      assertThat(groups.workspace.changes().withProblems())
          .singleElement()
          .satisfies(change ->
              assertThat(change.problems().getFirst().message())
                  .isEqualTo("Refers to a new row that was taken out again"));
      groups.workspace.queue().undo(taken -> {});
      assertThat(groups.workspace.changes().problemCount()).isZero();
      assertThat(groups.text(3, "Above")).isEqualTo("new row 1");
      groups.workspace.queue().undo(taken -> {});
      groups.workspace.queue().redo(taken -> {});
      assertThat(groups.text(3, "Above")).isEqualTo("new row 1");
    }
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void rowsWaitForAParentThatIsRefused(CommitMode mode) throws SQLException {
    try (OpenCatalogue groups = open()) {
      add(groups, "Lamps", "Root");
      add(groups, "LED", "Lamps");
      add(groups, "Deep", "LED");
      ShopTables.execute(tree.file(), "INSERT INTO Groups VALUES (3, 'Lamps', 2, 3)");
      CommitReport report = commit(groups, mode);
      assertThat(problems(report))
          .containsExactly(
              "Name Lamps is already taken",
              "Waits for Name Lamps, which could not be added",
              "Waits for Name LED, which could not be added");
      groups.workspace.edits().setCell(groups.key(3), groups.column("Name"), "Lights");
      assertThat(problems(commit(groups, mode))).isEmpty();
    }
    assertThat(tree.stored()).containsEntry("LED", "Lights").containsEntry("Deep", "LED");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aRowWaitsForAParentThatIsNotCommittedAndRefersToItsKeyAfterwards(CommitMode mode)
      throws SQLException {
    try (OpenCatalogue groups = open()) {
      add(groups, "Lamps", "Root");
      RowKey.New led = add(groups, "LED", "Lamps");
      groups.workspace.edits().setCell(led, groups.column("Sort"), "many");
      add(groups, "Deep", "LED");
      assertThat(problems(commit(groups, mode)))
          .containsExactly(
              "Refers to a new row that is not added, as it has a problem of its own or was left"
                  + " out");
      // Lamps is in the table now, and what refers to it knows its key
      assertThat(groups.text(3, "Above")).isEqualTo("3");
      groups.workspace.queue().undo(taken -> {});
      groups.workspace.queue().redo(taken -> {});
      groups.workspace.edits().setCell(groups.key(3), groups.column("Sort"), "7");
      assertThat(problems(commit(groups, mode))).isEmpty();
    }
    assertThat(tree.stored())
        .containsEntry("Lamps", "Root")
        .containsEntry("LED", "Lamps")
        .containsEntry("Deep", "LED");
  }

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void aCircleOfNewRowsIsRefusedAndARowUnderItselfIsNot(CommitMode mode) throws SQLException {
    try (OpenCatalogue groups = open()) {
      add(groups, "Self", "Self");
      add(groups, "One", "Root");
      add(groups, "Two", "One");
      groups.workspace.edits().setCell(groups.key(3), groups.column("Above"), "Two");
      assertThat(problems(commit(groups, mode)))
          .containsExactlyInAnyOrder(
              "Refers in a circle to rows that are added with it, among them Name One",
              "Waits for Name Two, which could not be added");
    }
    assertThat(tree.stored()).containsEntry("Self", "Self").doesNotContainKey("One");
  }

  @Test
  void aDraftKeepsThem() throws SQLException {
    OpenCatalogue left = openWithDraft();
    add(left, "Lamps", "Root");
    add(left, "LED", "Lamps");
    RowKey.New deep = add(left, "Deep", "LED");
    left.workspace.edits().setCell(deep, left.column("Sort"), "many");
    left.commit(); // so that Deep refers to the key of LED from now on
    add(left, "Spots", "Deep");
    left.close();
    try (OpenCatalogue groups = openWithDraft()) {
      groups.workspace.draft().find(draft -> groups.workspace.draft().restore(draft, report -> {}));
      assertThat(groups.workspace.changes().counts().total()).isEqualTo(2);
      assertThat(groups.workspace.changes().newRowAt(1)).isInstanceOf(RowKey.New.class);
      assertThat(
              groups
                  .workspace
                  .changes()
                  .get(groups.workspace.changes().newRowAt(1))
                  .orElseThrow()
                  .after()
                  .get(groups.column("Above")))
          .isEqualTo(new PendingParent.OwnRow(deep.number()));
      groups.workspace.edits().setCell(deep, groups.column("Sort"), "5");
      assertThat(problems(groups.commit())).isEmpty();
    }
    assertThat(tree.stored()).containsEntry("Deep", "LED").containsEntry("Spots", "Deep");
  }

  @Test
  void whoChangesARowWhileItIsWrittenChangesTheOneThatIsThere() throws SQLException {
    try (OpenCatalogue groups = open()) {
      RowKey.New lamps = add(groups, "Lamps", "Root");
      RowKey.New led = add(groups, "LED", "Lamps");
      List<CommitReport> reports = new ArrayList<>();
      List<String> once = new ArrayList<>(List.of("Bulbs"));
      groups.workspace.commit(
          CommitPlan.DEFAULT,
          event -> {
            while (!once.isEmpty()) {
              String name = once.removeFirst();
              groups.workspace.edits().setCell(led, groups.column("Name"), name);
              add(groups, "Later", "new row " + lamps.number());
            }
          },
          reports::add);
      assertThat(problems(reports.getFirst())).isEmpty();
      assertThat(groups.workspace.changes().counts().total()).isEqualTo(2);
      assertThat(problems(groups.commit())).isEmpty();
    }
    assertThat(tree.stored()).containsEntry("Bulbs", "Lamps").containsEntry("Later", "Lamps");
  }

  /** Random forests, in any order, in portions of any size, some of them over stored rows. */
  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void randomTreesAreWrittenAsTheyWereMeant(CommitMode mode) throws SQLException {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      ShopTables.execute(
          tree.file(),
          "DELETE FROM Groups WHERE No > 2",
          "UPDATE Groups SET Above = 1 WHERE No = 2");
      Map<String, String> wanted = new HashMap<>(Map.of("Root", "", "Old", "Root"));
      int rows = 1 + random.nextInt(60);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        String above =
            switch (random.nextInt(5)) {
              case 0 -> "";
              case 1 -> "Old";
              default -> i == 0 ? "Root" : "g" + random.nextInt(i);
            };
        wanted.put("g" + i, above);
        lines.add("g%d\t%s\t%d\n".formatted(i, above, random.nextInt(99)));
      }
      Collections.shuffle(lines, random);
      try (OpenCatalogue groups = open()) {
        groups.paste(String.join("", lines), 2, "Name");
        if (random.nextBoolean()) { // a stored row goes below a new one, which may not be below it
          groups.workspace.edits().setCell(groups.key(1), groups.column("Above"), "g0");
          wanted.put("Old", "g0");
        }
        CommitPlan plan =
            new CommitPlan(
                mode,
                1 + random.nextInt(20),
                random.nextBoolean()
                    ? TransactionScope.PER_BATCH
                    : TransactionScope.ALL_OR_NOTHING);
        assertThat(problems(groups.commit(plan))).as("seed %d", seed).isEmpty();
      }
      assertThat(tree.stored()).as("seed %d", seed).isEqualTo(wanted);
    }
  }
}
