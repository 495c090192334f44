package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableId;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several drafts is found, and what becomes of those that hold nothing. */
final class DraftFolderTest {

  private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-11-22T14:00:00Z"));
  private static final FileTime LATER = FileTime.from(Instant.parse("2026-11-22T15:00:00Z"));

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private DraftFolder drafts;

  @BeforeEach
  void makeFolder() {
    drafts = new DraftFolder(folder.resolve("drafts"));
  }

  private TableId table() {
    return TableId.ofFile(folder.resolve("shop.pallet"), "product");
  }

  /** The file of a new draft in which one row is changed. */
  private Path draft(long id, FileTime written) throws IOException {
    return draft(table(), id, written);
  }

  private Path draft(TableId table, long id, FileTime written) throws IOException {
    List<Path> before = files();
    try (DraftSession session = drafts.begin(table, Runnable::run, Duration.ofHours(1))) {
      ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
      changes.setJournal(session);
      changes.record("Edit", List.of(edit(id)));
    }
    Path made = files().stream().filter(file -> !before.contains(file)).findFirst().orElseThrow();
    return Files.setLastModifiedTime(made, written);
  }

  private static RowChange edit(long id) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(RandomActions.NAME, "old"),
        RowValues.of(RandomActions.NAME, "new"),
        RowStamp.Counted.of(1),
        List.of());
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder.resolve("drafts"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.sorted().toList();
    }
  }

  private DraftSearch find(Set<String> passedOver) {
    return drafts.find(table(), RandomActions.SCHEMA, passedOver);
  }

  private static String session(Path file) {
    return DraftPath.of(file).orElseThrow().session();
  }

  private static int headerEnd(byte[] draft) {
    int length = ByteBuffer.wrap(draft).getInt(DraftFile.PREAMBLE);
    return DraftFile.PREAMBLE + FrameWriter.ENVELOPE + length;
  }

  @Test
  void aFileHasADraftOfAnyOfItsTables() throws IOException {
    Path shop = folder.resolve("shop.pallet");
    assertThat(drafts.isDraftOf(shop)).isFalse();
    Path draft = draft(TableId.ofFile(shop, "orders"), 1, EARLIER);
    assertThat(drafts.isDraftOf(shop)).isTrue();
    assertThat(drafts.isDraftOf(folder.resolve("other.pallet"))).isFalse();
    assertThat(draft).exists(); // nothing is read or deleted
  }

  @Test
  void theLatestIsFoundAndThatThereAreMore() throws IOException {
    Path early = draft(1, EARLIER);
    Path late = draft(2, LATER);
    draft(3, EARLIER);

    DraftSearch search = find(Set.of());
    try (StoredDraft draft = search.draft().orElseThrow()) {
      assertThat(draft.name()).isEqualTo(session(late));
      assertThat(draft.changes().changes()).containsExactly(edit(2));
      assertThat(draft.counts().edits()).isEqualTo(1);
      assertThat(draft.damagedBytes()).isZero();
      assertThat(draft.leftOut()).isEmpty();
    }
    assertThat(search.more()).isTrue();
    assertThat(search.remarks()).isEmpty();

    Files.setLastModifiedTime(early, FileTime.from(LATER.toInstant().plusSeconds(1)));
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      assertThat(draft.name()).isEqualTo(session(early));
    }
  }

  @Test
  void theLastOneIsTheOnlyOneThatIsLeft() throws IOException {
    Path early = draft(1, EARLIER);
    Path late = draft(2, LATER);

    DraftSearch search = find(Set.of(session(late)));
    try (StoredDraft draft = search.draft().orElseThrow()) {
      assertThat(draft.name()).isEqualTo(session(early));
    }
    assertThat(search.more()).isFalse();
    assertThat(find(Set.of(session(early), session(late))))
        .isEqualTo(new DraftSearch(Optional.empty(), false, List.of()));
    assertThat(files()).contains(early, late);
  }

  @Test
  void oneThatIsDiscardedIsGoneAndTheNextIsFound() throws IOException {
    Path early = draft(1, EARLIER);
    draft(2, LATER);
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      draft.discard();
    }
    assertThat(files()).containsExactly(early);
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      assertThat(draft.name()).isEqualTo(session(early));
    }
  }

  @Test
  void oneInWhichNothingIsLeftIsDeleted() throws IOException {
    Path file = draft(1, EARLIER);
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      draft.settle("token", Set.of(new RowKey.Id(1)), Map.of(), List.of());
      draft.mend();
    }
    assertThat(files()).doesNotContain(file);
    assertThat(find(Set.of()).draft()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void oneWhoseHeaderAloneIsWholeIsKeptAside() throws IOException {
    Path file = draft(1, EARLIER);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, headerEnd(whole) + 3));

    DraftSearch search = find(Set.of());
    assertThat(search.draft()).isEmpty();
    Path aside = Path.of(file + ".damaged");
    assertThat(search.remarks())
        .containsExactly(
            "A draft of this catalogue is damaged from its beginning on, so nothing of it can be"
                + " restored. It is kept as "
                + aside);
    assertThat(files()).containsExactly(aside);
  }

  @Test
  void oneWhoseHeaderIsAllThereIsIsDeleted() throws IOException {
    Path file = draft(1, EARLIER);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, headerEnd(whole)));

    assertThat(find(Set.of())).isEqualTo(new DraftSearch(Optional.empty(), false, List.of()));
    assertThat(files()).isEmpty();
  }

  @Test
  void oneThatCanNotBeReadIsToldAndTheNextIsFound() throws IOException {
    Path early = draft(1, EARLIER);
    Path place = Files.createDirectory(Path.of(early.toString().replace("-1.draft", "x-1.draft")));
    Files.setLastModifiedTime(place, LATER);

    DraftSearch search = find(Set.of());
    try (StoredDraft draft = search.draft().orElseThrow()) {
      assertThat(draft.name()).isEqualTo(session(early));
    }
    assertThat(search.remarks())
        .singleElement()
        .asString()
        .startsWith("A draft of this catalogue can't be read and is left alone: ");
    assertThat(place).isDirectory();
  }

  @Test
  void whatIsOfAnotherCatalogueIsNotLookedAt() throws IOException {
    TableId other = TableId.ofFile(folder.resolve("other.pallet"), "product");
    Path file = draft(other, 1, EARLIER);
    byte[] none = {1, 2, 3};
    Files.write(file, none);

    assertThat(find(Set.of())).isEqualTo(new DraftSearch(Optional.empty(), false, List.of()));
    assertThat(files()).containsExactly(file);
    assertThat(file).hasBinaryContent(none);
  }

  @Test
  void whatIsOfAnotherTableIsLetGo() throws IOException {
    TableId suppliers = TableId.ofFile(folder.resolve("shop.pallet"), "supplier");
    draft(suppliers, 1, EARLIER);

    assertThat(find(Set.of()).draft()).isEmpty();
    try (StoredDraft draft =
        drafts.find(suppliers, RandomActions.SCHEMA, Set.of()).draft().orElseThrow()) {
      assertThat(draft.changes().changes()).containsExactly(edit(1));
      assertThat(draft.isOfReplacedFile()).isFalse();
    }
  }

  @Test
  void anotherFileInThePlaceOfTheCatalogueIsTold() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "files have no keys here");
    Path catalogue = Files.writeString(folder.resolve("shop.pallet"), "one");
    draft(1, EARLIER);
    Path other = Files.writeString(folder.resolve("other"), "two");
    Files.move(other, catalogue, StandardCopyOption.REPLACE_EXISTING);

    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      assertThat(draft.isOfReplacedFile()).isTrue();
    }
  }

  @Test
  void aFileIsOpenOnceAndOnlyWhereItIs() throws IOException {
    DraftFiles files = new DraftFiles(DraftChannel.OfFile::new);
    Path file = draft(1, EARLIER);
    DraftPath missing = DraftPath.of(file).orElseThrow().next();
    assertThat(files.open(missing)).isEmpty();
    Files.copy(file, missing.file());

    DraftFile opened = files.open(missing).orElseThrow();
    assertThat(files.open(missing)).isEmpty();
    files.release(opened);
    files.release(files.open(missing).orElseThrow());
  }

  @Test
  void whatIsAboutAColumnThatIsGoneIsLeftOutAndTold() throws IOException {
    draft(1, EARLIER);
    List<Column> left =
        RandomActions.SCHEMA.columns().stream().filter(c -> c != RandomActions.NAME).toList();
    TableSchema narrow = new TableSchema("product", left, "sku");
    try (StoredDraft draft = drafts.find(table(), narrow, Set.of()).draft().orElseThrow()) {
      assertThat(draft.leftOut()).containsExactly("Name");
      assertThat(draft.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void oneThatWasMendedAndLetGoIsFoundAsItWasMended() throws IOException {
    Path file = draft(1, EARLIER);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 5));
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      assertThat(draft.damagedBytes()).isEqualTo(5);
      assertThat(draft.damagedFile()).isEqualTo(Path.of(file + ".damaged"));
      draft.mend();
    }
    assertThat(files()).contains(Path.of(file + ".damaged")).hasSize(2);
    try (StoredDraft draft = find(Set.of()).draft().orElseThrow()) {
      assertThat(draft.damagedBytes()).isZero();
      assertThat(draft.changes().changes()).containsExactly(edit(1));
    }
  }
}
