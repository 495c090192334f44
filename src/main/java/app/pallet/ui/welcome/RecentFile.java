package app.pallet.ui.welcome;

import app.pallet.draft.DraftFolder;
import app.pallet.ui.tables.TablePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be said of a file that was open before, without opening it.
 *
 * @param changed when it was written last; empty if it can't be reached
 * @param hasDraft whether changes wait for it that were not committed
 */
public record RecentFile(Optional<Instant> changed, boolean hasDraft) {

  /** Looks at a file. A place on a network may take long, so this is not for the FX thread. */
  public static RecentFile look(TablePlace place, DraftFolder drafts) {
    Path file = place.file();
    try {
      return new RecentFile(
          Files.isReadable(file)
              ? Optional.of(Files.getLastModifiedTime(file).toInstant())
              : Optional.empty(),
          drafts.isDraftOf(file));
    } catch (IOException e) { // gone in between
      return new RecentFile(Optional.empty(), drafts.isDraftOf(file));
    }
  }
}
