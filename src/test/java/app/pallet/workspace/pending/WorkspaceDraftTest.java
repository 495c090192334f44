package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitPlan;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.draft.StoredDraft;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableId;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.checks.GuardLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace whose pending changes are on disk, and what the next one makes of them. */
final class WorkspaceDraftTest {

  @TempDir private Path folder;

  private final List<OpenCatalogue> open = new ArrayList<>();

  private Path file() {
    return folder.resolve("shop.pallet");
  }

  @BeforeEach
  void makeProducts() {
    try (OpenCatalogue catalogue = new OpenCatalogue(file())) {
      catalogue.withProducts(5);
    }
  }

  @AfterEach
  void closeAll() {
    open.forEach(OpenCatalogue::close);
  }

  private DraftFolder drafts() {
    return new DraftFolder(folder.resolve("drafts"));
  }

  private OpenCatalogue open(DraftFolder drafts) {
    DraftSession session =
        drafts.begin(TableId.ofFile(file(), "product"), Runnable::run, Duration.ofHours(1));
    PendingWork work = PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session));
    OpenCatalogue catalogue = new OpenCatalogue(file(), work);
    open.add(catalogue);
    return catalogue;
  }

  private void close(OpenCatalogue catalogue) {
    open.remove(catalogue);
    catalogue.close();
  }

  private static Optional<StoredDraft> find(OpenCatalogue catalogue) {
    List<StoredDraft> found = new ArrayList<>();
    catalogue.workspace.draft().find(found::add);
    return found.stream().findFirst();
  }

  private static RestoreReport restore(OpenCatalogue catalogue) {
    List<RestoreReport> reports = new ArrayList<>();
    catalogue.workspace.draft().restore(find(catalogue).orElseThrow(), reports::add);
    return reports.getFirst();
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder.resolve("drafts"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.toList();
    }
  }

  @Test
  void whatWasPendingIsPendingAgainWithItsHistory() {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Renamed");
    first.paste("SKU\tName\tPrice\nB-1\tNew\t5\nB-2\tBad\tfree\n", 0, "sku");
    first.workspace.edits().delete(List.of(first.block(4, 4, "sku")));
    first.workspace.changes().undo();
    close(first);

    OpenCatalogue second = open(drafts());
    assertThat(find(second).orElseThrow().counts()).isEqualTo(new ChangeCounts(2, 1, 0, 1));
    close(second);
    OpenCatalogue third = open(drafts());
    RestoreReport report = restore(third);

    assertThat(report.counts()).isEqualTo(new ChangeCounts(2, 1, 0, 1));
    assertThat(report.conflicts()).isZero();
    assertThat(third.text(0, "name")).isEqualTo("Renamed");
    assertThat(third.text(6, "price")).isEqualTo("free");
    third.workspace.changes().redo();
    assertThat(third.workspace.changes().counts().deletes()).isEqualTo(1);
    third.workspace.changes().undo();
    third.workspace.changes().undo();
    assertThat(third.workspace.changes().counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertThat(third.workspace.changes().nextKey().number()).isGreaterThan(2);
  }

  @Test
  void aDraftThatWasRestoredGoesOn() {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "One");
    close(first);
    OpenCatalogue second = open(drafts());
    restore(second);
    second.workspace.edits().setCell(second.key(1), second.column("name"), "Two");
    close(second);

    OpenCatalogue third = open(drafts());
    restore(third);
    assertThat(third.text(0, "name")).isEqualTo("One");
    assertThat(third.text(1, "name")).isEqualTo("Two");
    assertThat(find(third)).isEmpty();
  }

  @Test
  void twoWindowsKeepTheirDraftsApart() {
    DraftFolder drafts = drafts();
    OpenCatalogue one = open(drafts);
    OpenCatalogue two = open(drafts);
    one.workspace.edits().setCell(one.key(0), one.column("name"), "By the first");
    two.workspace.edits().setCell(two.key(1), two.column("name"), "By the second");

    OpenCatalogue watching = open(drafts);
    assertThat(find(watching)).isEmpty();
    close(one);
    close(two);

    StoredDraft newest = find(watching).orElseThrow();
    watching.workspace.draft().later(newest);
    StoredDraft other = find(watching).orElseThrow();
    assertThat(Set.of(newest.name(), other.name())).hasSize(2);
    assertThat(newest.counts().total() + other.counts().total()).isEqualTo(2);
    watching.workspace.draft().discard(other);
    assertThat(find(watching)).isEmpty();
  }

  @Test
  void rowsThatChangedMeanwhileAreConflictsAndOthersAreNot() {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Mine");
    first.workspace.edits().setCell(first.key(1), first.column("name"), "Also mine");
    first.workspace.edits().setCell(first.key(2), first.column("name"), "Mine too");
    first.workspace.edits().delete(List.of(first.block(3, 3, "sku")));
    close(first);
    try (OpenCatalogue other = new OpenCatalogue(file())) {
      other.workspace.edits().setCell(other.key(0), other.column("name"), "Theirs");
      other.workspace.edits().setCell(other.key(1), other.column("quantity"), "7");
      other.workspace.edits().setCell(other.key(3), other.column("name"), "Still wanted");
      other.workspace.edits().delete(List.of(other.block(2, 2, "sku")));
      other.commit();
    }

    OpenCatalogue second = open(drafts());
    RestoreReport report = restore(second);

    assertThat(report.conflicts()).isEqualTo(3);
    assertThat(second.workspace.changes().withProblems())
        .allMatch(change -> change.problems().getFirst().severity() == RowProblem.Severity.CONFLICT)
        .extracting(RowChange::key)
        .containsExactlyInAnyOrder(new RowKey.Id(1), new RowKey.Id(3), new RowKey.Id(4));
  }

  @Test
  void aCleanEndLeavesNoFile() throws IOException {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Renamed");
    assertThat(files()).hasSize(1);
    first.commit();
    close(first);
    assertThat(files()).isEmpty();
  }

  @Test
  void aCommitLeavesInTheDraftWhatIsStillPending() {
    OpenCatalogue first = open(drafts());
    first.paste("SKU\tName\tPrice\nB-1\tGood\t5\nB-2\tBad\tfree\n", 0, "sku");
    first.commit();
    close(first);

    OpenCatalogue second = open(drafts());
    RestoreReport report = restore(second);
    assertThat(report.counts()).isEqualTo(new ChangeCounts(1, 0, 0, 1));
    assertThat(second.stored("sku")).hasSize(6);
  }

  @Test
  void rowsOfACommitThatWasCutOffAreTakenOutOfTheDraft() throws IOException {
    DraftFolder drafts = drafts();
    OpenCatalogue first = open(drafts);
    first.paste("SKU\tName\nB-1\tNew\nB-2\tNewer\n", 0, "sku");
    List<Path> beforeTheEnd = new ArrayList<>();
    first.workspace.commit(
        CommitPlan.DEFAULT,
        event -> {
          if (beforeTheEnd.isEmpty()) {
            beforeTheEnd.add(copyOfTheDraft());
          }
        },
        report -> {});
    close(first);
    Files.move(beforeTheEnd.getFirst(), folder.resolve("drafts").resolve(originalName));

    OpenCatalogue second = open(drafts());
    RestoreReport report = restore(second);

    assertThat(report.settled()).isEqualTo(2);
    assertThat(second.workspace.changes().isEmpty()).isTrue();
    close(second);
    assertThat(files()).isEmpty();
  }

  private String originalName = "";

  private Path copyOfTheDraft() {
    try {
      Path draft = files().getFirst();
      originalName = String.valueOf(draft.getFileName());
      return Files.copy(draft, folder.resolve("copy"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void newColumnsAreAddedAndTheDraftGoesOn() {
    DraftFolder drafts = drafts();
    OpenCatalogue first = open(drafts);
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Before");
    first.workspace.addColumns(List.of(Column.builder("shelf", ColumnType.TEXT).build()), () -> {});
    PendingWork pending = first.workspace.handOver();
    close(first);
    OpenCatalogue second = new OpenCatalogue(file(), pending);
    open.add(second);
    second.workspace.edits().setCell(second.key(0), second.column("shelf"), "A3");
    close(second);

    OpenCatalogue third = open(drafts);
    assertThat(restore(third).counts().edits()).isEqualTo(1);
    assertThat(third.text(0, "name")).isEqualTo("Before");
    assertThat(third.text(0, "shelf")).isEqualTo("A3");
  }

  @Test
  void valuesOfAColumnThatIsGoneAreLeftOutAndTold() throws IOException {
    Path narrow = folder.resolve("narrow.pallet");
    Files.copy(file(), narrow);
    OpenCatalogue first = open(drafts());
    first.workspace.addColumns(List.of(Column.builder("shelf", ColumnType.TEXT).build()), () -> {});
    PendingWork pending = first.workspace.handOver();
    close(first);
    OpenCatalogue second = new OpenCatalogue(file(), pending);
    open.add(second);
    second.workspace.edits().setCell(second.key(0), second.column("name"), "Kept");
    second.workspace.edits().setCell(second.key(0), second.column("shelf"), "A3");
    second.workspace.edits().setCell(second.key(1), second.column("shelf"), "A4");
    close(second);
    Files.move(narrow, file(), StandardCopyOption.REPLACE_EXISTING);

    OpenCatalogue third = open(drafts());
    RestoreReport report = restore(third);
    assertThat(report.leftOut()).containsExactly("Shelf");
    assertThat(report.isOfReplacedFile()).isTrue();
    assertThat(report.counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertThat(third.text(0, "name")).isEqualTo("Kept");
    assertThat(third.commit().committed()).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithImportedEditsIsPlacedInTheirFileAfterARestart() throws IOException {
    OpenCatalogue first = open(drafts());
    importFile(first, "prices.csv", "sku,name,price\nA-1,One,1\nA-2,,dear\nA-3,Three,3\n");
    close(first);
    rename("A-1");
    OpenCatalogue second = open(drafts());

    restore(second);
    assertThat(places(second))
        .containsExactlyInAnyOrder("prices.csv, line 2", "prices.csv, line 3");
    rename("A-3");
    second.commit();
    assertThat(places(second))
        .containsExactlyInAnyOrder(
            "prices.csv, line 2", "prices.csv, line 3", "prices.csv, line 4");

    Path saved = folder.resolve("problem-rows.csv");
    second.workspace.input().saveProblemRows(saved, rows -> {});
    assertThat(Files.readString(saved))
        .containsPattern("A-1,.*prices.csv, line 2: name: Name")
        .containsPattern("A-2,.*prices.csv, line 3: price: ")
        .containsPattern("A-3,.*prices.csv, line 4: name: Name");
  }

  @Test
  void rowsThatWantOneValueArePlacedInTheirFilesAfterARestartWithMoreColumns() throws IOException {
    DraftFolder drafts = drafts();
    OpenCatalogue first = open(drafts);
    importFile(first, "names.csv", "sku,name\nA-1,One\nA-2,Two\n");
    first.workspace.addColumns(List.of(Column.builder("shelf", ColumnType.TEXT).build()), () -> {});
    PendingWork pending = first.workspace.handOver();
    close(first);
    OpenCatalogue second = new OpenCatalogue(file(), pending);
    open.add(second);
    second.workspace.edits().setCell(second.key(0), second.column("sku"), "A-2");
    close(second);

    OpenCatalogue third = open(drafts);
    restore(third);
    third.workspace.checkCommit(GuardLimits.DEFAULT, Optional.empty(), findings -> {});

    assertThat(places(third)).containsExactly("names.csv, line 2");
  }

  private void importFile(OpenCatalogue catalogue, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    catalogue.importFile(file);
  }

  /** Another program gives a product another name. */
  private void rename(String sku) {
    try (OpenCatalogue other = new OpenCatalogue(file())) {
      int row = other.stored("sku").indexOf(sku);
      other.workspace.edits().setCell(other.key(row), other.column("name"), "Theirs");
      other.commit();
    }
  }

  /** Where each problem is said to come from. */
  private static List<String> places(OpenCatalogue catalogue) {
    return catalogue.workspace.changes().withProblems().stream()
        .flatMap(change -> change.problems().stream())
        .map(problem -> problem.origin().place())
        .toList();
  }

  @Test
  void aDamagedDraftIsRestoredUpToTheDamageAndKept() throws IOException {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Good");
    first.workspace.edits().setCell(first.key(1), first.column("name"), "Damaged");
    close(first);
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 1;
    Files.write(file, bytes);

    OpenCatalogue second = open(drafts());
    RestoreReport report = restore(second);
    assertThat(report.damagedBytes()).isPositive();
    assertThat(report.damagedFile().orElseThrow()).hasBinaryContent(bytes);
    assertThat(report.counts().total()).isEqualTo(1);
    second.workspace.edits().setCell(second.key(1), second.column("name"), "Again");
    close(second);

    OpenCatalogue third = open(drafts());
    assertThat(restore(third).counts().total()).isEqualTo(2);
  }

  @Test
  void nothingIsRestoredOverOtherChanges() {
    OpenCatalogue first = open(drafts());
    first.workspace.edits().setCell(first.key(0), first.column("name"), "Draft");
    close(first);
    OpenCatalogue second = open(drafts());
    StoredDraft draft = find(second).orElseThrow();
    second.workspace.edits().setCell(second.key(1), second.column("name"), "Typed meanwhile");
    assertThat(second.workspace.draft().canRestore()).isFalse();
    second.workspace.draft().restore(draft, report -> {});
    assertThat(second.workspace.changes().counts().total()).isEqualTo(1);
    second.workspace.changes().undo();
    second.workspace.draft().later(draft);
    close(second);

    OpenCatalogue third = open(drafts());
    assertThat(find(third).orElseThrow().counts().total()).isEqualTo(1);
  }
}
