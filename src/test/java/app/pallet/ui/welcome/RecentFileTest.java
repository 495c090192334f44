package app.pallet.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.draft.DraftFolder;
import app.pallet.ui.tables.TablePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecentFileTest {

  @TempDir private Path folder;

  @Test
  void aFileThatIsThereSaysWhenItWasWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pallet"), "");
    RecentFile found = RecentFile.look(TablePlace.of(file), drafts());
    assertThat(found.changed()).contains(Files.getLastModifiedTime(file).toInstant());
    assertThat(found.hasDraft()).isFalse();
  }

  @Test
  void aFileThatIsGoneCanNotBeReached() {
    Path file = folder.resolve("gone/shop.pallet");
    assertThat(RecentFile.look(TablePlace.of(file), drafts()).changed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T00:05:00Z,today 00:05",
    "2026-11-29T23:59:00Z,yesterday",
    "2026-11-02T10:00:00Z,2 Nov",
    "2025-11-30T10:00:00Z,30 Nov 2025"
  })
  void aMomentIsSaidBriefly(Instant moment, String said) {
    Clock now = Clock.fixed(Instant.parse("2026-11-30T14:00:00Z"), ZoneId.of("UTC"));
    assertThat(WhenWording.of(moment, now)).isEqualTo(said);
  }

  private DraftFolder drafts() {
    return new DraftFolder(folder.resolve("drafts"));
  }
}
