package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a session ends, and how another one goes on with what it left. */
final class DraftEndingTest {

  @TempDir private Path folder;

  private final BrokenDisk disk = new BrokenDisk();
  private final ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);

  @SuppressWarnings("NullAway.Init") // before each
  private DraftFolder drafts;

  @BeforeEach
  void makeFolder() {
    drafts = new DraftFolder(folder.resolve("drafts"), disk, Clock.systemUTC());
  }

  private DraftSession begin(ChangeSet told) {
    DraftSession session =
        drafts.begin(TableId.ofFile(catalogue(), "product"), Runnable::run, Duration.ofHours(1));
    told.setJournal(session);
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

  private StoredDraft find() {
    return drafts
        .find(TableId.ofFile(catalogue(), "product"), RandomActions.SCHEMA, Set.of())
        .draft()
        .orElseThrow();
  }

  private List<RowChange> found() {
    try (StoredDraft draft = find()) {
      return List.copyOf(draft.changes().changes());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatADiskRefusedIsWrittenWhenTheSessionEnds() {
    try (DraftSession session = begin(changes)) {
      changes.record("Edit", List.of(edit(1, "a")));
      disk.room.set(20);
      changes.record("Edit", List.of(edit(2, "b")));
      assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
      disk.room.set(Long.MAX_VALUE);
    }
    assertThat(found()).containsExactlyInAnyOrder(edit(1, "a"), edit(2, "b"));
  }

  @Test
  void nothingIsLeftOfADraftThatIsDiscarded() throws IOException {
    DraftSession session = begin(changes);
    changes.record("Edit", List.of(edit(1, "a")));
    session.end(DraftSession.Ending.DISCARD);
    assertThat(files()).isEmpty();
  }

  @Test
  void nothingIsUnsavedOfADraftThatIsDiscarded() {
    DraftSession session = begin(changes);
    disk.room.set(20);
    changes.record("Edit", List.of(edit(1, "a")));
    assertThat(session.status()).isInstanceOf(DraftStatus.Failing.class);
    session.end(DraftSession.Ending.DISCARD);
    assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
  }

  @Test
  void whoeverInterruptsAWaitIsHeardAfterwards() {
    DraftSession session = begin(changes);
    disk.forcing = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    changes.record("Edit", List.of(edit(1, "a")));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    session.beginEnd(DraftSession.Ending.KEEP);
    session.awaitEnd();
    assertThat(Thread.interrupted()).isTrue();

    disk.forcing.countDown();
    session.awaitEnd();
    assertThat(found()).containsExactly(edit(1, "a"));
  }

  @Test
  void numbersOfRowsThatAreGoneAreNotGivenOutAgain() {
    RowKey.New gone = changes.nextKey();
    try (DraftSession session = begin(changes)) {
      changes.record(
          "Add", List.of(new RowChange.Add(gone, RowValues.EMPTY, RowOrigin.TYPED, List.of())));
      changes.settle(Set.of(gone), List.of());
      changes.record("Edit", List.of(edit(1, "a")));
      session.endCommit("none", changes.history()); // writes the file anew, without that row
    }
    try (StoredDraft draft = find()) {
      assertThat(draft.changes().nextKey().number()).isEqualTo(gone.number() + 1);
    }
  }

  @Test
  void whatAnotherSessionDidIsUndoneAndDoneAgain() throws IOException {
    try (DraftSession earlier = begin(changes)) {
      changes.record("Edit", List.of(edit(1, "a")));
      changes.record("Edit", List.of(edit(2, "b")));
      assertThat(earlier.status()).isEqualTo(new DraftStatus.Saved());
    }
    List<Path> before = files();

    ChangeSet now = new ChangeSet(RandomActions.SCHEMA);
    try (DraftSession session = begin(now)) {
      StoredDraft draft = find();
      draft.mend(); // nothing of it has to be
      session.adopt(draft);
      now.become(draft.changes());
      now.undo();
      now.undo();
      now.redo();
      assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    }

    assertThat(files()).isEqualTo(before);
    assertThat(found()).containsExactly(edit(1, "a"));
  }

  @Test
  void aSessionGoesOnWithADamagedDraftThatWasFoundInPlaceOfItsOwn() throws IOException {
    try (DraftSession killed = begin(changes)) {
      assertThat(killed.status()).isEqualTo(new DraftStatus.Saved());
      changes.record("Edit", List.of(edit(1, "a")));
      changes.record("Edit", List.of(edit(2, "b")));
    }
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    ChangeSet now = new ChangeSet(RandomActions.SCHEMA);
    try (DraftSession session = begin(now)) {
      now.record("Edit", List.of(edit(9, "own")));
      now.undo();
      StoredDraft draft = find();
      draft.mend();
      session.adopt(draft);
      now.become(draft.changes());
      now.record("Edit", List.of(edit(3, "c")));
    }

    assertThat(found()).containsExactlyInAnyOrder(edit(1, "a"), edit(3, "c"));
    assertThat(files()).hasSize(2).anyMatch(left -> left.toString().endsWith(".damaged"));
  }

  @Test
  void aDraftOfAnotherTableOfTheSameDatabaseIsLeftAlone() throws IOException {
    TableId suppliers = TableId.ofFile(catalogue(), "supplier");
    try (DraftSession session = drafts.begin(suppliers, Runnable::run, Duration.ofHours(1))) {
      ChangeSet edited = new ChangeSet(RandomActions.SCHEMA);
      edited.setJournal(session);
      edited.record("Edit", List.of(edit(5, "theirs")));
    }
    try (DraftSession session = begin(changes)) {
      changes.record("Edit", List.of(edit(1, "a")));
      assertThat(session.status()).isEqualTo(new DraftStatus.Saved());
    }

    assertThat(found()).containsExactly(edit(1, "a"));
    DraftSearch theirs = drafts.find(suppliers, RandomActions.SCHEMA, Set.of());
    try (StoredDraft draft = theirs.draft().orElseThrow()) {
      assertThat(draft.changes().changes()).containsExactly(edit(5, "theirs"));
    }
    assertThat(theirs.remarks()).isEmpty();
    assertThat(files()).hasSize(2);
  }
}
