package app.pallet.workspace.pending;

import app.pallet.change.ChangeCounts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The result of restoring a draft.
 *
 * @param counts what is pending again
 * @param settled rows that a commit had written before it was interrupted; they are no longer
 *     pending
 * @param conflicts rows that someone else has changed or deleted meanwhile
 * @param leftOut labels of columns that the table no longer has, so that their values were left out
 * @param damagedBytes number of bytes that were damaged or cut off
 * @param damagedFile where the damaged file is kept; empty if it was not damaged
 * @param isOfReplacedFile whether another file now stands where the catalogue was
 */
public record RestoreReport(
    ChangeCounts counts,
    int settled,
    int conflicts,
    Set<String> leftOut,
    long damagedBytes,
    Optional<Path> damagedFile,
    boolean isOfReplacedFile) {

  public RestoreReport {
    leftOut = Set.copyOf(leftOut);
  }
}
