package app.pallet.workspace;

import app.pallet.change.RowKey;
import java.util.Set;

/** Where the edits come from that are pending now. Owner thread. */
final class PendingOrigins {

  private EditOrigins now = EditOrigins.NONE;

  /** As things are, for any thread. */
  EditOrigins now() {
    return now;
  }

  /** Notes the edits of an import that has been taken. */
  void note(ImportedEdits edits) {
    now = now.with(edits);
  }

  /** Forgets rows that are in the database now. */
  void forget(Set<RowKey> committed) {
    now = now.without(committed);
  }

  /**
   * The same, worked out before.
   *
   * @param before what the rows were taken out of; if imports were taken since, it is done again
   * @param rest what is left of it
   */
  void forget(Set<RowKey> committed, EditOrigins before, EditOrigins rest) {
    now = now.equals(before) ? rest : now.without(committed);
  }
}
