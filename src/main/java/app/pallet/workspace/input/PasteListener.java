package app.pallet.workspace.input;

import app.pallet.workspace.imports.ImportSource;
import java.util.Map;

/** Hears what became of a paste, on the owner thread. */
public interface PasteListener {

  /** The block was taken; all of it is pending. */
  void pasted(PasteReport report);

  /**
   * The block was taken but for some rows, since what they were pasted onto is to be deleted.
   *
   * @param again restores these rows and pastes the block once more
   */
  default void pastedOntoDeleted(PasteReport report, Runnable again) {
    pasted(report);
  }

  /**
   * The block was taken but for columns beyond the last one of the table.
   *
   * @param source the block, to be shown as an import in which such columns can be mapped or added
   */
  default void pastedBeyond(PasteReport report, ImportSource source) {
    pasted(report);
  }

  /**
   * Nothing was taken: the block has headings that nobody knows, or a column that can be read in
   * two ways, so the user should look at it first.
   *
   * @param source the block, to be shown as an import
   */
  void inDoubt(ImportSource source);

  /** Names of columns by headings they were taken for before; an empty one where left out. */
  default Map<String, String> remembered() {
    return Map.of();
  }
}
