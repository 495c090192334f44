package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeSet;
import app.pallet.schema.TableId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that a former Pallet has left behind. */
final class FormerDraftTest {

  private static final Duration PATIENT = Duration.ofHours(1);

  @TempDir private Path folder;

  private static byte[] former() throws IOException {
    try (InputStream file = FormerDraftTest.class.getResourceAsStream("format-1.draft")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  @Test
  void everyFrameOfFormat1IsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("0123456789abcdef-a-1.draft");
    Files.write(file, former());
    List<DraftFrame> frames = new ArrayList<>();
    DraftFile draft =
        DraftFile.open(DraftPath.of(file).orElseThrow(), DraftChannel.OfFile::new).orElseThrow();
    try (InputStream in = draft.frames()) {
      FrameReader reader =
          new FrameReader(in, draft.end() - DraftFile.PREAMBLE, FormerDraft.SCHEMA, 1);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        frames.add(next.get().frame());
        assertThat(next.get().at()).isEqualTo(FormerDraft.AT);
      }
      assertThat(draft.version()).isEqualTo(Optional.of(1));
    } finally {
      draft.close();
    }
    assertThat(frames).containsExactlyElementsOf(FormerDraft.frames());
  }

  @Test
  void everyFrameIsReadAsItWasWrittenInTheFormatOfNow() throws IOException {
    for (DraftFrame frame : FormerDraft.frames()) {
      ByteBuffer bytes = FrameWriter.write(FormerDraft.AT, frame);
      int size = bytes.remaining();
      FrameReader reader =
          new FrameReader(
              new ByteArrayInputStream(bytes.array(), 0, size),
              size,
              FormerDraft.SCHEMA,
              DraftFile.VERSION);
      assertThat(reader.next()).contains(new FrameReader.Timed(FormerDraft.AT, frame));
      assertThat(reader.lastSize()).isEqualTo(size);
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void aDraftOfFormat1IsRestored() throws IOException {
    Path catalogue = folder.resolve("shop.pallet");
    try (StoredDraft draft = find(withFormer(catalogue), catalogue)) {
      assertThat(draft.changes().changes())
          .containsExactlyInAnyOrderElementsOf(FormerDraft.pending());
      assertThat(draft.openCommits()).containsExactly("8d20b6f1-open");
      assertThat(draft.damagedBytes()).isZero();
      assertThat(draft.changes().nextKey().number()).isEqualTo(7);
    }
  }

  @Test
  void aDraftOfFormat1IsWrittenAnewBeforeASessionGoesOnWithIt() throws IOException {
    Path catalogue = folder.resolve("shop.pallet");
    DraftFolder drafts = withFormer(catalogue);
    ChangeSet now = new ChangeSet(FormerDraft.SCHEMA);
    try (DraftSession session = drafts.begin(table(catalogue), Runnable::run, PATIENT)) {
      now.setJournal(session);
      StoredDraft found = find(drafts, catalogue);
      found.mend();
      session.adopt(found);
      now.become(found.changes());
      now.record("Edit", List.of(FormerDraft.everyValue(77)));
    }

    assertThat(files())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.getFileName())
              .hasToString(DraftPath.nameOf(table(catalogue)) + "-a-2.draft");
          assertThat(Files.readAllBytes(file)[DraftFile.PREAMBLE - 1]).isEqualTo((byte) 2);
        });
    try (StoredDraft again = find(drafts, catalogue)) {
      assertThat(again.changes().changes())
          .containsExactlyInAnyOrderElementsOf(now.changes())
          .hasSize(FormerDraft.pending().size() + 1);
      assertThat(again.openCommits()).containsExactly("8d20b6f1-open");
      assertThat(again.changes().snapshot().origins()).isEqualTo(now.snapshot().origins());
    }
  }

  @Test
  void aDraftOfFormat1ThatIsNotRestoredStaysAsItIs() throws IOException {
    Path catalogue = folder.resolve("shop.pallet");
    find(withFormer(catalogue), catalogue).close();

    assertThat(files())
        .singleElement()
        .satisfies(file -> assertThat(Files.readAllBytes(file)).isEqualTo(former()));
  }

  private static TableId table(Path catalogue) {
    return TableId.ofFile(catalogue, "product");
  }

  private DraftFolder withFormer(Path catalogue) throws IOException {
    Path drafts = Files.createDirectories(folder.resolve("drafts"));
    Files.write(new DraftPath(drafts, DraftPath.nameOf(table(catalogue)), "a", 1).file(), former());
    return new DraftFolder(drafts);
  }

  private static StoredDraft find(DraftFolder drafts, Path catalogue) {
    return drafts.find(table(catalogue), FormerDraft.SCHEMA, Set.of()).draft().orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.toList();
    }
  }
}
