package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeAction;
import app.pallet.change.ChangeCounts;
import app.pallet.change.RowKey;
import app.pallet.change.StepOrigins;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.schema.TableId;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.view.CellState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user does to rows while a commit writes them counts more than what is written. */
final class ChangesDuringCommitTest {

  private static final CommitPlan PLAN =
      new CommitPlan(CommitMode.BATCH, 100, TransactionScope.PER_BATCH);

  @TempDir private Path folder;

  private OpenCatalogue catalogue;

  /** The one that is open. */
  private Optional<DraftSession> session = Optional.empty();

  @BeforeEach
  void open() {
    new OpenCatalogue(file()).withProducts(3).close();
    catalogue = openWithDraft();
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private Path file() {
    return folder.resolve("shop.pallet");
  }

  private OpenCatalogue openWithDraft() {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession begun =
        drafts.begin(TableId.ofFile(file(), "product"), Runnable::run, Duration.ofHours(1));
    session = Optional.of(begun);
    return new OpenCatalogue(
        file(), PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, begun)));
  }

  private TableEdits edits() {
    return catalogue.workspace.edits();
  }

  private void type(int row, String column, String text) {
    edits().setCell(catalogue.key(row), catalogue.column(column), text);
  }

  /** Commits, and does something once the rows are written and before anybody knows of it. */
  private CommitReport commit(Runnable meanwhile) {
    List<CommitReport> reports = new ArrayList<>();
    catalogue.workspace.commit(
        PLAN,
        event -> {
          if (event instanceof CommitEvent.BatchCommitted) {
            meanwhile.run();
          }
        },
        reports::add);
    return reports.getFirst();
  }

  private List<String> shown() {
    return IntStream.range(0, catalogue.workspace.view().size())
        .filter(row -> catalogue.state(row, "sku") != CellState.DELETED)
        .mapToObj(row ->
            Stream.of("sku", "name", "quantity")
                .map(column -> catalogue.text(row, column))
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow())
        .toList();
  }

  /** What is shown is what a second commit writes, with nothing in its way. */
  private void assertCommits(String... rows) {
    assertThat(shown()).containsExactlyInAnyOrder(rows);
    if (!catalogue.workspace.changes().isEmpty()) {
      assertThat(catalogue.commit().isComplete()).isTrue();
    }
    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    assertThat(shown()).containsExactlyInAnyOrder(rows);
  }

  @Test
  void a_cell_typed_into_an_edited_row() {
    type(0, "name", "first");

    assertThat(commit(() -> type(0, "name", "second")).isComplete()).isTrue();

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertCommits("A-1|second|10", "A-2|Product 2|20", "A-3|Product 3|30");
  }

  @Test
  void another_cell_of_an_edited_row_and_nothing_else_of_it() {
    type(0, "name", "first");

    commit(() -> type(0, "quantity", "11"));

    RowKey key = catalogue.key(0);
    assertThat(catalogue.workspace.changes().get(key).orElseThrow().after().columns().asList())
        .containsExactly(catalogue.column("quantity"));
    assertCommits("A-1|first|11", "A-2|Product 2|20", "A-3|Product 3|30");
  }

  @Test
  void a_cell_of_a_row_that_is_being_added() {
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\n", 0, "sku");

    commit(() -> type(3, "name", "newer"));

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertCommits("A-1|Product 1|10", "A-2|Product 2|20", "A-3|Product 3|30", "B-1|newer|5");
  }

  @Test
  void a_value_cleared_in_a_row_that_is_being_added() {
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\n", 0, "sku");

    commit(() -> edits().clear(List.of(catalogue.block(3, 3, "quantity"))));

    assertCommits("A-1|Product 1|10", "A-2|Product 2|20", "A-3|Product 3|30", "B-1|New|");
  }

  @Test
  void the_deletion_of_rows_that_are_being_added_and_edited() {
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\nA-1\tEdited\t1\n", 0, "sku");

    commit(
        () -> edits().delete(List.of(catalogue.block(0, 0, "sku"), catalogue.block(3, 3, "sku"))));

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 0, 2, 0));
    assertCommits("A-2|Product 2|20", "A-3|Product 3|30");
  }

  @Test
  void taking_back_an_edit_and_a_deletion() {
    type(0, "name", "first");
    edits().delete(List.of(catalogue.block(1, 1, "sku")));

    commit(() -> edits().revertAll(gone -> {}));

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(1, 1, 0, 0));
    assertCommits("A-1|Product 1|10", "A-2|Product 2|20", "A-3|Product 3|30");
  }

  @Test
  void a_pasted_block_over_rows_that_are_being_written() {
    catalogue.paste("SKU\tName\nA-1\tfirst\nA-2\tfirst\nA-3\tfirst\n", 0, "sku");

    commit(() -> catalogue.paste("SKU\tName\nA-2\tsecond\nA-3\tfirst\n", 0, "sku"));

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertCommits("A-1|first|10", "A-2|second|20", "A-3|first|30");
  }

  @Test
  void all_of_it_is_in_the_draft_too() throws Exception {
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\nA-1\tEdited\t1\n", 0, "sku");
    commit(() -> {
      type(0, "name", "later");
      type(3, "name", "newer");
    });

    killed();

    assertCommits("A-1|later|1", "A-2|Product 2|20", "A-3|Product 3|30", "B-1|newer|5");
  }

  @Test
  void a_crash_before_the_draft_knows_of_the_commit_loses_nothing_of_it() throws Exception {
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\nA-1\tEdited\t1\n", 0, "sku");
    commit(() -> {
      type(0, "name", "later");
      type(3, "name", "newer");
      copyDrafts("drafts", "drafts then");
    });
    catalogue.close();
    session = Optional.empty();
    catalogue = new OpenCatalogue(folder.resolve("other.pallet")); // for the drafts to be replaced
    copyDrafts("drafts then", "drafts");

    killed();

    assertCommits("A-1|later|1", "A-2|Product 2|20", "A-3|Product 3|30", "B-1|newer|5");
  }

  /** Leaves all as it is on disk, and restores it from there. */
  private void killed() throws Exception {
    copyDrafts("drafts", "left");
    catalogue.close();
    session = Optional.empty();
    copyDrafts("left", "drafts");
    catalogue = openWithDraft();
    List<RestoreReport> reports = new ArrayList<>();
    WorkspaceDraft draft = catalogue.workspace.draft();
    draft.find(found -> draft.restore(found, reports::add));
    assertThat(reports).singleElement().returns(0, RestoreReport::conflicts);
  }

  /** Copies the drafts once the draft's thread has done all it was asked for until now. */
  private void copyDrafts(String from, String to) {
    session.ifPresent(open -> open.prepare(new ChangeAction.Step("", List.of(), StepOrigins.NONE)));
    try (Stream<Path> files = Files.list(folder.resolve(from))) {
      Files.createDirectories(folder.resolve(to));
      for (Path file : files.toList()) {
        Files.copy(
            file,
            folder.resolve(to).resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
