package app.pallet.workspace;

import app.pallet.change.RowKey;
import java.util.Set;

/** Knows what a commit wrote that was cut off. */
@FunctionalInterface
public interface CommittedRows {

  /** Knows of nothing. */
  CommittedRows NONE = token -> Set.of();

  /**
   * The rows that the commit wrote, as they were called while pending. Waits for the database, so
   * it is called in the background.
   *
   * @param token tells the commit from every other
   */
  Set<RowKey> of(String token);
}
