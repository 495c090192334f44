package app.pallet.workspace.input;

import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.Map;

/** Hears the result of a paste, on the owner thread. */
public interface PasteListener {

  /** The block was taken, and all of it is pending. */
  void pasted(PasteReport report);

  /**
   * The block lies over cells now, which is told before its outcome is.
   *
   * @param cells the cells
   * @param before what was selected when the user pasted
   */
  default void placed(CellBlock cells, List<CellBlock> before) {}

  /**
   * The block was taken, except for rows that were pasted onto rows to be deleted.
   *
   * @param again restores these rows and pastes the block once more
   */
  default void pastedOntoDeleted(PasteReport report, Runnable again) {
    pasted(report);
  }

  /**
   * The block was taken, except for columns beyond the last one of the table.
   *
   * @param source the block, to be shown as an import in which these columns can be mapped or added
   */
  default void pastedBeyond(PasteReport report, ImportSource source) {
    pasted(report);
  }

  /**
   * Nothing was taken. The user should look at the block first, because it has unknown headings, or
   * a column that can be read in two ways.
   *
   * @param source the block, to be shown as an import
   */
  void inDoubt(ImportSource source);

  /**
   * Names of columns by the headings that were taken for them before; an empty name if the heading
   * was left out.
   */
  default Map<String, String> remembered() {
    return Map.of();
  }
}
