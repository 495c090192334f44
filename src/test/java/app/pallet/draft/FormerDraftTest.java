package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that a former Pallet has left behind. */
final class FormerDraftTest {

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
          new FrameReader(in, draft.end() - DraftFile.PREAMBLE, FormerDraft.SCHEMA);
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
  void aDraftOfFormat1IsRestored() throws IOException {
    Path catalogue = folder.resolve("shop.pallet");
    Path drafts = Files.createDirectories(folder.resolve("drafts"));
    Files.write(new DraftPath(drafts, DraftPath.nameOf(catalogue), "a", 1).file(), former());

    try (StoredDraft draft =
        new DraftFolder(drafts)
            .find(catalogue, FormerDraft.SCHEMA, Set.of())
            .draft()
            .orElseThrow()) {
      assertThat(draft.changes().changes())
          .containsExactlyInAnyOrderElementsOf(FormerDraft.pending());
      assertThat(draft.openCommits()).containsExactly("8d20b6f1-open");
      assertThat(draft.damagedBytes()).isZero();
      assertThat(draft.changes().nextKey().number()).isEqualTo(7);
    }
  }
}
