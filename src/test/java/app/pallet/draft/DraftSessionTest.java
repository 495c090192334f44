package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.ChangeSet;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts on disks that are full, slow or broken, and beside other windows. */
final class DraftSessionTest {

  private static final Duration PATIENT = Duration.ofHours(1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneId.of("UTC"));

  @TempDir private Path folder;

  private final BrokenDisk disk = new BrokenDisk();
  private final ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
  private final BlockingQueue<DraftStatus> told = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init") // before each
  private DraftFolder drafts;

  @BeforeEach
  void makeFolder() {
    drafts = new DraftFolder(folder.resolve("drafts"), disk, CLOCK);
  }

  private DraftSession begin(Duration patience) {
    DraftSession session =
        drafts.begin(TableId.ofFile(catalogue(), "product"), Runnable::run, patience);
    session.whenChanged(told::add);
    changes.setJournal(session);
    return session;
  }

  private Path catalogue() {
    return folder.resolve("shop.pallet");
  }

  private static RowChange edit(long id, String name) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(RandomActions.NAME, "old"),
        RowValues.of(RandomActions.NAME, name),
        RowStamp.Counted.of(1),
        List.of());
  }

  private static List<RowChange> edits(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(id -> edit(id, "new")).toList();
  }

  private DraftSearch find() {
    return drafts.find(TableId.ofFile(catalogue(), "product"), RandomActions.SCHEMA, Set.of());
  }

  private List<RowChange> found() {
    try (StoredDraft draft = find().draft().orElseThrow()) {
      return List.copyOf(draft.changes().changes());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void nothingIsWrittenBeforeSomethingHappens() {
    begin(PATIENT).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDraftThatIsWrittenAnewStillKnowsTheCommitThatRuns() throws IOException {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      session.startCommit("token");
      for (Path file : files()) {
        Files.delete(file); // another program does that
      }
      changes.record("Edit", List.of(edit(2, "b")));
      session.retry(changes.history());
    }

    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.changes().changes()).hasSize(2);
      assertThat(draft.openCommits()).containsExactly("token");
    }
  }

  @Test
  void aCommitThatHasEndedIsNotAskedForAgainWhereTheDraftCanNotBeWrittenAnew() throws IOException {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", edits(50));
      session.startCommit("token");
      // Room for the word that it has ended, and for nothing else.
      disk.room.set(200);
      session.endCommit("token", changes.history());
    }

    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.changes().changes()).hasSize(50);
      assertThat(draft.openCommits()).isEmpty();
    }
  }

  @Test
  void aShortWordTakesThePlaceOfALongOneThatWasCutOff() throws IOException {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      disk.room.set(900);
      assertThatThrownBy(() -> session.startCommit("long ".repeat(200)))
          .isInstanceOf(DraftException.class);
      disk.room.set(Long.MAX_VALUE);
      changes.record("Edit", List.of(edit(2, "b")));
    }

    assertThat(found()).containsExactlyInAnyOrder(edit(1, "a"), edit(2, "b"));
    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.damagedBytes()).isZero();
    }
  }

  @Test
  void onlyTheOwnerMayLookIntoADraft() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "files have no permissions here");
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      changes.record(
          changes
              .current()
              .replaced(
                  "Revert", List.of(), changes.changes().stream().map(RowChange::key).toList()));
      session.endCommit("none", changes.history());
      changes.record("Edit", List.of(edit(1, "b")));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("drafts"))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aDraftIsNobodyElsesWhileItsWindowIsOpen() {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    assertThat(find().draft()).isEmpty();
    assertThat(
            new DraftFolder(folder.resolve("drafts"))
                .find(TableId.ofFile(catalogue(), "product"), RandomActions.SCHEMA, Set.of())
                .draft())
        .isEmpty();
    session.close();
    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.lastAction()).isEqualTo(CLOCK.instant());
      assertThat(find().draft()).isEmpty();
    }
  }

  @Test
  void whatAFullDiskRefusesIsWrittenOnceThereIsRoom() throws Exception {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    disk.room.set(20);
    changes.record("Edit", List.of(edit(2, "b"), edit(3, "c")));
    changes.record("Edit", List.of(edit(4, "d")));

    assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
    DraftStatus.Failing failing = (DraftStatus.Failing) session.status();
    assertThat(failing.changes()).isEqualTo(3);
    assertThat(failing.reason()).contains("is full");

    disk.room.set(Long.MAX_VALUE);
    changes.record("Edit", List.of(edit(5, "e")));
    assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    assertThat(told.remove()).isInstanceOf(DraftStatus.Failing.class);
    assertThat(told).endsWith(new DraftStatus.Saved());
    session.close();
    assertThat(found()).hasSize(5);
  }

  @Test
  void aHalfWrittenActionOnAFullDiskHarmsNothingBeforeIt() throws Exception {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    disk.room.set(20);
    changes.record("Edit", List.of(edit(2, "b")));
    Path file = files().getFirst();
    Path copy = folder.resolve("copy");
    Files.copy(file, copy);
    session.close(); // which can't write it either
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.changes().changes()).containsExactly(edit(1, "a"));
      assertThat(draft.damagedBytes()).isEqualTo(20);
      assertThat(draft.lastAction()).isEqualTo(CLOCK.instant());
    }
  }

  @Test
  void whatCouldNotBeForcedIsWrittenAgain() throws Exception {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    disk.failsToForce = true;
    changes.record("Edit", List.of(edit(2, "b")));
    assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
    disk.failsToForce = false;
    session.retry(changes.history());
    session.close();
    assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    assertThat(found()).hasSize(2);
  }

  @Test
  void aDraftThatSomebodyDeletedIsWrittenAnew() throws Exception {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    Files.delete(files().getFirst());
    changes.record("Edit", List.of(edit(2, "b")));
    assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
    changes.record("Edit", List.of(edit(3, "c")));
    assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    session.close();
    assertThat(found()).hasSize(3);
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Files.createFile(folder.resolve("drafts"));
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
    session.startCommit("token"); // nothing on disk could come up again
    assertThat(session.status())
        .as("the edit is not written")
        .isInstanceOf(DraftStatus.Failing.class);
    session.close();
  }

  @Test
  void aCommitDoesNotBeginWhereTheDraftCannotBeToldOfIt() {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    disk.room.set(0);
    assertThatThrownBy(() -> session.startCommit("token"))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("is full");
    disk.room.set(Long.MAX_VALUE);
    session.close();
    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.openCommits()).isEmpty();
    }
  }

  @Test
  void aSlowDiskKeepsNobodyWaitingAndIsTold() throws Exception {
    DraftSession session = begin(Duration.ofMillis(1));
    disk.forcing = new CountDownLatch(1);
    changes.record("Edit", List.of(edit(1, "a")));
    assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(new DraftStatus.Saving());
    disk.forcing.countDown();
    assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(new DraftStatus.Saved());
    session.close();
    assertThat(found()).hasSize(1);
  }

  @Test
  void aPreparedStepIsWrittenOnce() throws Exception {
    DraftSession session = begin(PATIENT);
    PreparedChanges prepared = changes.snapshot().merged("Paste", edits(100_000), Map.of());
    session.prepare(prepared.action());
    long before = Files.size(files().getFirst());
    changes.record(prepared);
    assertThat(Files.size(files().getFirst()) - before).isBetween(1L, 40L);
    session.close();
    assertThat(found()).hasSize(100_000);
  }

  @Test
  void whereAllRowsOfAFileComeFromCostsSomeBytes() throws Exception {
    DraftSession session = begin(PATIENT);
    Map<RowKey, RowOrigin> lines = new HashMap<>();
    LongStream.rangeClosed(1, 100_000)
        .forEach(id -> lines.put(new RowKey.Id(id), new RowOrigin("prices.csv", id + 1)));
    changes.record("Edit", List.of(edit(1, "a"))); // which makes the file
    long without = prepare(session, Map.of());
    long with = prepare(session, lines);
    session.close();
    assertThat(with - without).isBetween(1L, 40L);
  }

  private long prepare(DraftSession session, Map<RowKey, RowOrigin> lines) throws IOException {
    long before = Files.size(files().getFirst());
    session.prepare(changes.snapshot().merged("Paste", edits(100_000), lines).action());
    return Files.size(files().getFirst()) - before;
  }

  @Test
  void aPreparedStepThatNeverHappenedDoesNotComeBack() {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    session.prepare(changes.snapshot().merged("Paste", edits(2_000), Map.of()).action());
    session.close();
    assertThat(found()).containsExactly(edit(1, "a"));
  }

  @Test
  void aFileThatIsMostlyDeadIsWrittenAnew() throws Exception {
    DraftSession session = begin(PATIENT);
    long largest = 0;
    for (int i = 0; i < 100; i++) { // about 3.3 MB if all of it were kept
      changes.record("Fill " + i, edits(2_000));
      changes.undo();
      largest = Math.max(largest, Files.size(files().getLast()));
    }
    changes.record("Edit", List.of(edit(1, "a")));
    changes.record("Edit", List.of(edit(2, "b")));
    assertThat(largest).isBetween(1_000_000L, 1_300_000L);
    assertThat(files()).hasSize(1);
    session.close();
    assertThat(found()).hasSize(2);
  }

  @Test
  void aDraftOfANewerPalletIsLeftAloneAndTold() throws IOException {
    begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    DraftFolder other = new DraftFolder(folder.resolve("drafts"));
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[DraftFile.PREAMBLE - 1] = DraftFile.VERSION + 1;
    Path newer = Path.of(file.toString().replaceAll("-[0-9a-z]+-1.draft", "-newer-1.draft"));
    Files.write(newer, bytes);

    DraftSearch search =
        other.find(TableId.ofFile(catalogue(), "product"), RandomActions.SCHEMA, Set.of());
    assertThat(search.draft()).isEmpty();
    assertThat(search.remarks()).singleElement().asString().contains("newer Pallet");
    assertThat(newer).hasBinaryContent(bytes);
  }

  @Test
  void aDraftThatIsNoneIsKeptAsideAndTold() throws IOException {
    begin(PATIENT).close();
    Path none =
        Files.createDirectories(folder.resolve("drafts"))
            .resolve(DraftPath.nameOf(TableId.ofFile(catalogue(), "product")) + "-abc-1.draft");
    Files.writeString(none, "Something else altogether, which is longer than a preamble");
    DraftSearch search = find();
    assertThat(search.remarks()).singleElement().asString().contains("is damaged");
    assertThat(files()).singleElement().asString().endsWith(".damaged");
  }

  @Test
  void anOlderGenerationThatAKillLeftIsDeleted() throws IOException {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    Path old = files().getFirst();
    byte[] bytes = Files.readAllBytes(old);
    changes.record("Edit", List.of(edit(2, "b")));
    changes.settle(Set.of(new RowKey.Id(1)), List.of());
    session.endCommit("none", changes.history());
    session.close();
    Files.write(old, bytes);

    assertThat(files()).hasSize(2);
    assertThat(found()).containsExactly(edit(2, "b"));
    assertThat(files()).hasSize(1);
  }

  @Test
  void draftsOfOtherCataloguesAreNotTouched() {
    DraftSession session = begin(PATIENT);
    changes.record("Edit", List.of(edit(1, "a")));
    session.close();
    assertThat(
            drafts
                .find(
                    TableId.ofFile(folder.resolve("other.pallet"), "product"),
                    RandomActions.SCHEMA,
                    Set.of())
                .draft())
        .isEmpty();
    assertThat(found()).hasSize(1);
  }

  @Test
  void whatWasWrittenAnewIsNotWrittenOnceMore() throws IOException {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      Files.delete(files().getFirst());
      changes.record("Edit", List.of(edit(2, "b"))); // can't be written
      session.retry(changes.history());
      changes.undo();
    }
    assertThat(found()).containsExactly(edit(1, "a"));
  }

  @Test
  void aStepThatWasPreparedBeforeTheFileWentIsWrittenWhole() throws IOException {
    try (DraftSession session = begin(PATIENT)) {
      PreparedChanges prepared = changes.snapshot().merged("Paste", edits(2_000), Map.of());
      session.prepare(prepared.action());
      session.endCommit("none", changes.history()); // nothing is pending: the file goes
      changes.record(prepared);
    }
    assertThat(found()).hasSize(2_000);
  }

  @Test
  void aStepThatWasPreparedBeforeTheFileWasWrittenAnewIsWrittenWhole() {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      PreparedChanges prepared = changes.snapshot().merged("Paste", edits(2_000), Map.of());
      session.prepare(prepared.action());
      session.endCommit("none", changes.history());
      changes.record(prepared);
      assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    }
    assertThat(found()).hasSize(2_000);
  }

  @Test
  void aCommitThatRunsIsKnownThoughNothingIsPending() {
    try (DraftSession session = begin(PATIENT)) {
      changes.record("Edit", List.of(edit(1, "a")));
      session.startCommit("runs");
      changes.settle(Set.of(new RowKey.Id(1)), List.of());
      session.endCommit("another", changes.history());
    }
    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.changes().isClean()).isTrue();
      assertThat(draft.openCommits()).containsExactly("runs");
    }
  }

  @Test
  void aSingleRowKnowsWhereItComesFrom() {
    RowOrigin origin = new RowOrigin("prices.csv", 12);
    try (DraftSession session = begin(PATIENT)) {
      assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
      changes.record(
          changes
              .snapshot()
              .merged(
                  "Import", List.of(edit(1, "a"), edit(2, "b")), Map.of(new RowKey.Id(2), origin)));
    }
    try (StoredDraft draft = find().draft().orElseThrow()) {
      assertThat(draft.changes().snapshot().origins()).isEqualTo(Map.of(new RowKey.Id(2), origin));
    }
  }
}
